"""A process that writes numbers to a journal until it is killed, and prints each one as soon as it is safe.

`python -m tests.support.journal_writer FILE SEED`
"""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from camwire.journal import Journal, JournalBusy

ROOT = Path(__file__).parent.parent.parent
SCHEMA = "CREATE TABLE row (number INTEGER PRIMARY KEY, text TEXT NOT NULL)"
BUSY = "busy"
READY = "ready"


@contextmanager
def writing(path: Path, seed: int = 0) -> Iterator["subprocess.Popen[str]"]:
    """Run one such process; it is killed at the end, if not before."""
    command = [sys.executable, "-m", "tests.support.journal_writer", str(path), str(seed)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


async def _write(path: Path, chance: random.Random) -> None:
    try:
        journal = Journal(path, SCHEMA)
    except JournalBusy:
        _say(BUSY)
        return
    _say(READY)
    number: int = journal.read("SELECT coalesce(max(number), 0) FROM row")[0][0]
    while True:
        for _ in range(chance.randint(1, 40)):
            number += 1
            _add(journal, number, "x" * chance.randint(0, 3_000))
        if chance.random() < 0.5:
            await journal.flush()


def _add(journal: Journal, number: int, text: str) -> None:
    journal.write(
        lambda connection: connection.execute("INSERT INTO row VALUES (?, ?)", (number, text)),
        lambda: _say(str(number)),
    )


def _say(word: str) -> None:
    # In one piece and at once: what was said was safe.
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


if __name__ == "__main__":
    asyncio.run(_write(Path(sys.argv[1]), random.Random(sys.argv[2])))
