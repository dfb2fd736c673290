"""Rows of the conversations' file, as they may stand there after an accident: nothing of them keeps a viewer from its
other lines."""

import asyncio
import sqlite3
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

import msgspec

from camwire import file_rows
from camwire.ledger import Ledger
from camwire.messages import Chat, FileOffer
from tests.fuzz import scratch
from tests.fuzz.framed import apart, joined
from viewer.core.talk.history import History

READS = (
    "viewer.core.talk.line_rows",
    "viewer.core.talk.history",
    "camwire.shelf",
    "camwire.ledger",
    "camwire.file_rows",
)
FILE = Path(scratch.folder(), "conversations.db")
PLACES = {"conversation": 9, "line": 10, "part": 3, "file": 8, "chat": 6, "note": 6}


@cache
def _history() -> History:
    return asyncio.run(_opened())


async def _opened() -> History:
    return History(FILE)


def close() -> None:
    _history().close()
    _history.cache_clear()


def take(data: bytes) -> None:
    """Each message is a table and one row of it."""
    _history()
    with closing(sqlite3.connect(FILE)) as database:
        insert(database, data)
        database.commit()
        try:
            # A journal looks whether its file is whole before it reads anything.
            if database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
                _read()
        finally:
            for table in ("line", "conversation"):
                database.execute(f"DELETE FROM {table}")
            for table in PLACES:
                database.execute(f"DELETE FROM {table}")
            database.commit()


def insert(database: sqlite3.Connection, data: bytes) -> None:
    """Put the rows in `data` into their tables, as far as SQLite takes them."""
    for parts in apart(data):
        _insert(database, parts)


def _insert(database: sqlite3.Connection, parts: list[bytes]) -> None:
    table = parts[0].decode("ascii", "replace")
    if table not in PLACES:
        return
    with suppress(msgspec.DecodeError, sqlite3.Error, OverflowError, UnicodeError, RecursionError):
        row = msgspec.msgpack.decode(parts[1] if len(parts) > 1 else b"", type=list)
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * PLACES[table])})", row)


def _read() -> None:
    """As a viewer does that has just been started."""
    history = _history()
    ledger = Ledger(history.journal, keeps_history=True)
    ledger.kept()
    for peer in ledger.peers():
        record = ledger.record(peer)
        record.due()
        file_rows.kept(history.journal, record.id)
        history.page(record)
        history.waiting(record)
        history.search("a", record)
        history.chats.of(record)
        history.chats.unread(record, 0)


def seeds() -> dict[str, bytes]:
    encode = msgspec.msgpack.encode
    chat = Chat(number=1, log="log", text="a line", time_ns=5)
    file = Chat(number=2, log="log", text="", time_ns=6, file=FileOffer("f" * 32, "a.txt", 10, "0" * 64))
    conversation = [1, '["camera", "cam-1"]', "log", 1, 0, "theirs", 1, 5, "Porch"]
    rows = {
        "mine": [[b"line", encode([1, 1, 1, "log", 1, 0, 5, 0, "a line", encode(chat)])]],
        "theirs": [[b"line", encode([1, 1, 0, "theirs", 1, 10, 5, 0, "a line", encode(chat)])]],
        "file": [
            [b"line", encode([2, 1, 1, "log", 2, 11, 6, 0, "", encode(file)])],
            [b"file", encode([1, "f" * 32, 1, 2, encode(file.file), "/a.txt", 5, 6])],
            [b"part", encode([2, 0, b"\x01"])],
            [b"note", encode([2, "why", "/a.txt", 3, 2.5, b"jpeg"])],
        ],
    }
    beside = [b"chat", encode([1, "tcp://porch:5600", "Porch", "draft", 0, 0])]
    return {name: joined([[b"conversation", encode(conversation)], beside, *each]) for name, each in rows.items()}
