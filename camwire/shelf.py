"""The tables in which conversations are kept, and how a line becomes rows."""

import sqlite3
from collections.abc import Callable, Iterable
from enum import IntEnum

import msgspec

from camwire.journal import Journal
from camwire.line import Line
from camwire.messages import Chat


class LineState(IntEnum):
    """How far a line is. Below 10, something is still to be done about it. The numbers are on disk."""

    WAITING = 0
    """Ours: without a receipt. Theirs: nothing was done about it yet."""
    BEGUN = 1
    """Theirs: somebody is at it."""
    RECEIVED = 10
    """Ours: receipted. Theirs: all that was to be done is done."""
    ANSWERED = 11
    FAILED = 12
    """Ours: withdrawn, expired or refused; it will not be sent."""


# As the index has it, which is else not used.
UNFINISHED = f"state < {LineState.RECEIVED:d}"

SCHEMA = f"""
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    peer TEXT NOT NULL UNIQUE,
    log TEXT NOT NULL,
    said INTEGER NOT NULL DEFAULT 0,
    receipted INTEGER NOT NULL DEFAULT 0,
    their_log TEXT NOT NULL DEFAULT '',
    heard INTEGER NOT NULL DEFAULT 0,
    used_ns INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT ''
);
CREATE TABLE line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    is_mine INTEGER NOT NULL,
    log TEXT NOT NULL,
    number INTEGER NOT NULL,
    state INTEGER NOT NULL,
    time_ns INTEGER NOT NULL,
    expires_ns INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    header BLOB NOT NULL
);
CREATE INDEX numbered ON line (conversation, is_mine, log, number);
CREATE INDEX unfinished ON line (conversation, is_mine, log, number) WHERE {UNFINISHED};
CREATE TABLE file (
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    id TEXT NOT NULL,
    is_mine INTEGER NOT NULL,
    line INTEGER NOT NULL,
    offer BLOB NOT NULL,
    path TEXT NOT NULL DEFAULT '',
    mtime_ns INTEGER NOT NULL DEFAULT 0,
    inode INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, is_mine, id)
) WITHOUT ROWID;
CREATE TABLE part (
    line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
    place INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (line, place)
) WITHOUT ROWID;
"""

_HEADER = msgspec.msgpack.Decoder(Chat)
_ENCODER = msgspec.msgpack.Encoder()


_STATES = {int(state): state for state in LineState}


def header_of(line: Line) -> bytes:
    """The header as it is kept."""
    return _ENCODER.encode(line.chat)


def chat_of(header: bytes) -> Chat | None:
    """What a header that was kept says. None where it is damaged: SQLite does not notice a bit that has fallen over."""
    try:
        return _HEADER.decode(header)
    except (ValueError, TypeError, RecursionError):
        return None


def insertion(
    line_id: int, conversation: int, is_mine: bool, line: Line, state: LineState = LineState.WAITING
) -> Callable[[sqlite3.Connection], None]:
    """What writes a line."""
    chat = line.chat
    row = (line_id, conversation, is_mine, chat.log, chat.number, state, chat.time_ns, line.expires_ns, chat.text)

    def work(database: sqlite3.Connection) -> None:
        database.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, header_of(line)))
        database.executemany(
            "INSERT INTO part VALUES (?, ?, ?)", [(line_id, place, part) for place, part in enumerate(line.payload)]
        )

    return work


def finishing(line_id: int, keeps_history: bool) -> Callable[[sqlite3.Connection], None]:
    """What writes that nothing more is to be done about a line of theirs."""
    if keeps_history:
        return stating(line_id, LineState.RECEIVED)

    def work(database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM line WHERE id = ?", (line_id,))

    return work


def stating(line_id: int, state: LineState) -> Callable[[sqlite3.Connection], None]:
    """What writes how far a line is."""

    def work(database: sqlite3.Connection) -> None:
        database.execute("UPDATE line SET state = ? WHERE id = ?", (int(state), line_id))

    return work


def unfinished(journal: Journal, where: str, values: Iterable[object]) -> list[tuple[int, LineState, Line]]:
    """Lines that `where` selects, of those about which something is to be done, oldest first, with ids and states.

    Damaged ones are left out: nobody knows any more what is to be done about them.
    """
    rows = journal.read(
        "SELECT id, state, header, expires_ns, EXISTS (SELECT 1 FROM part WHERE line = id) "
        f"FROM line INDEXED BY unfinished WHERE {where} AND {UNFINISHED} ORDER BY id",
        tuple(values),
    )
    return [
        (line_id, _STATES[state], Line(chat, parts(journal, line_id) if has_parts else (), expires))
        for line_id, state, header, expires, has_parts in rows
        if (chat := chat_of(header)) is not None and state in _STATES
    ]


def parts(journal: Journal, line_id: int) -> tuple[bytes, ...]:
    """The payload of a line."""
    return tuple(data for (data,) in journal.read("SELECT data FROM part WHERE line = ? ORDER BY place", (line_id,)))
