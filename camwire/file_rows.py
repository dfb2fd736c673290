"""The files that are under way, on disk: what is on offer, what is fetched, and what is still to be offered."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from camwire.files.names import safe_name
from camwire.journal import Journal
from camwire.messages import FileOffer

# In the place of the sum, and of the time of the last change, of what has not been read through yet.
NOT_READ = "0" * 64
NO_TIME = -1

_ENCODER = msgspec.msgpack.Encoder()
_OFFER = msgspec.msgpack.Decoder(FileOffer)


@dataclass(frozen=True, slots=True)
class Intended:
    """A file that is to be offered, and was not yet; `line` shows it, 0: none does."""

    id: str
    line: int
    path: Path


def intend(journal: Journal, conversation: int, path: Path, line: int = 0) -> str:
    """Remember over a restart that a file is to be offered in a conversation; return by what id."""
    offer = FileOffer(secrets.token_hex(16), safe_name(path.name), 0, NOT_READ)
    keep(journal, conversation, True, line, offer, (os.path.abspath(path), NO_TIME, 0))
    return offer.id


def carry_intentions(journal: Journal, conversation: int, to: int) -> None:
    """What was to be offered in one conversation is to be offered in another one."""
    moved = (to, conversation, NO_TIME)
    journal.write(
        lambda database: database.execute(
            "UPDATE file SET conversation = ? WHERE conversation = ? AND is_mine = 1 AND mtime_ns = ?", moved
        )
    )


def keep(
    journal: Journal, conversation: int, is_mine: bool, line: int, offer: FileOffer, place: tuple[str, int, int]
) -> None:
    """Keep a file that a line offers; `place` is its path, time of the last change (ns) and inode, where it is here."""
    row = (conversation, offer.id, is_mine, line, _ENCODER.encode(offer), *place)
    journal.write(lambda database: database.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row))


def forget(journal: Journal, conversation: int, is_mine: bool, file: str) -> None:
    """It is not under way any more."""
    key = (conversation, is_mine, file)
    journal.write(
        lambda database: database.execute("DELETE FROM file WHERE conversation = ? AND is_mine = ? AND id = ?", key)
    )


def kept(journal: Journal, conversation: int) -> list[tuple[bool, int, FileOffer, tuple[str, int, int]]]:
    """What is committed of one conversation, by line: whether it is ours, the line, the offer and the place.

    What is damaged is left out.
    """
    rows: list[tuple[Any, ...]] = journal.read(
        "SELECT is_mine, line, offer, path, mtime_ns, inode FROM file WHERE conversation = ? ORDER BY line",
        (conversation,),
    )
    return [
        (bool(is_mine), line, found, (path, *facts))
        for is_mine, line, offer, path, *facts in rows
        if (found := _offer_of(offer)) is not None
    ]


def _offer_of(kept: bytes) -> FileOffer | None:
    try:
        return _OFFER.decode(kept)
    except (ValueError, TypeError, RecursionError):
        return None
