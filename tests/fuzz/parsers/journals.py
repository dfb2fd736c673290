"""The file of conversations as a whole, whatever an accident has made of it."""

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from camwire.errors import UsageError
from camwire.shelf import SCHEMA
from tests.fuzz import scratch
from tests.fuzz.parsers import history as rows
from viewer.core.talk.history import MORE, History

READS = ("camwire.journal_file", "camwire.journal", "camwire.ledger")
FOLDER = scratch.folder()
FILE = FOLDER / "conversations.db"


def take(data: bytes) -> None:
    """It is opened, or kept aside and begun anew, at once or at the next start; or a sentence says why it cannot be."""
    for path in FOLDER.iterdir():
        path.unlink()
    FILE.write_bytes(data)
    said = _start()
    assert "keeps it aside" not in said or not _start(), said


def _start() -> str:
    """Open it as a viewer does; return what it complains of."""
    try:
        asyncio.run(_opened())
    except UsageError as error:
        return str(error)
    return ""


async def _opened() -> None:
    history = History(FILE)
    try:
        # What an accident has made of the schema is not looked into.
        for peer in history.ledger.peers() if _schema(history) == _own_schema() else ():
            record = history.ledger.record(peer)
            record.due()
            history.page(record)
            history.waiting(record)
            history.search("a", record)
        await history.journal.flush()
    finally:
        history.close()


def _schema(history: History) -> list[tuple[str]]:
    return history.journal.read("SELECT sql FROM sqlite_master ORDER BY name")


@cache
def _own_schema() -> list[tuple[str]]:
    history = History(None)
    try:
        return _schema(history)
    finally:
        history.close()


def seeds() -> dict[str, bytes]:
    """As our own schema has it, with some rows; in small pages, of which more fit into an input."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.db")
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA page_size = 512")
            database.executescript(f"{SCHEMA};{MORE};PRAGMA user_version = 2;")
            for seed in rows.seeds().values():
                rows.insert(database, seed)
            database.commit()
        return {"with-rows": path.read_bytes(), "empty": b""}
