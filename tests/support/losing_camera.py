"""A camera that says lines and notes what it hears, killed and started again on the same folder.

`python -m tests.support.losing_camera NAME FOLDER LINES SEED [SIZE FPS [KEY]]`; prints where it listens, then how far
it is. With the public KEY of a viewer, its links are encrypted, and it serves only that one.
"""

import asyncio
import logging
import random
import sys
import time
from pathlib import Path

from camwire.ledger import Ledger
from sender import Camera, Message
from tests.support import losing_lines as lines
from tests.support.losing_ends import Allowance, Notes, report, say_all

LISTEN = "tcp://127.0.0.1:0"
TOLD = "CREATE TABLE IF NOT EXISTS told (number INTEGER PRIMARY KEY)"


async def main(
    name: str, folder: Path, until: int, seed: str, size: str = "64x48", fps: str = "5", key: str = ""
) -> None:
    notes = Notes(folder / f"{name}.notes")
    notes.count_repeats()
    admitted = {"secure": True, "admit": [key]} if key else {}
    camera = Camera(name, source="pattern", size=size, fps=float(fps), listen=LISTEN, state=folder / name, **admitted)

    @camera.on_message
    def hear(message: Message) -> object:
        number = lines.number_in(message.text)
        is_whole = lines.is_same(message.value, lines.said(lines.VIEWER, name, number))
        notes.add("message", number, "whole" if is_whole else "damaged")
        # Some take their time, so that they are at it when they are killed.
        time.sleep(0.02 if number % 17 == 0 else 0)
        if lines.is_failure(number):
            raise ValueError("as it should be")
        return lines.answer(name, number)

    @camera.command(name=lines.COMMAND)
    def note(number: int) -> object:
        """Note a number."""
        notes.add("command", number, "whole")
        return lines.answer(name, number)

    allowance = Allowance()
    async with camera:
        assert camera._state is not None
        ledger = camera._state.ledger
        print(camera.endpoint, flush=True)
        told = await _told(ledger)
        heard = 0

        def say(number: int) -> bool:
            nonlocal heard
            if not ledger.peers():
                # Nobody has ever been here.
                return False
            camera.say(lines.said(name, lines.VIEWER, number))
            # After the line and before anything can become of it: the journal keeps to the order.
            ledger.journal.write(lambda database: database.execute("INSERT INTO told VALUES (?)", (number,)))
            heard = number
            return True

        def is_complete() -> bool:
            rest = [record for record in ledger if record.conversation.unreceipted or record.due()]
            return max(told, heard) == until and not rest

        chance = random.Random(f"{seed} {name} {told}")
        await asyncio.gather(
            say_all(allowance, told, until, say, chance),
            report(is_complete, lambda: f"said {max(told, heard)}", allowance),
        )


async def _told(ledger: Ledger) -> int:
    """The newest line that has survived: it is told of, or it still waits."""
    ledger.journal.write(lambda database: database.execute(TOLD))
    await ledger.journal.flush()
    ((told,),) = ledger.journal.read("SELECT coalesce(max(number), 0) FROM told")
    waiting = [
        lines.number_in(line.chat.text)
        for record in ledger
        for line in record.conversation.unreceipted
        if not line.chat.role
    ]
    return max([int(str(told)), *waiting])


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:]))
