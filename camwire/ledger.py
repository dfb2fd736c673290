"""Conversations on disk: what one end must know to go on after a power cut, and, where wanted, all that was ever said.

Both programs keep them so; `Record` is one conversation. Everything here runs in the loop's thread.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from camwire.conversation import Conversation, Memory
from camwire.journal import Journal
from camwire.record import Record
from camwire.shelf import unfinished


class Kept(NamedTuple):
    """What is kept of a conversation: when the other end was here last (Unix, ns), and what of ours waits for it."""

    used_ns: int
    lines: int
    bytes: int


class Ledger:
    """The conversations of one program, found by `peer`: the other end's name for itself, as the owner chooses it."""

    def __init__(self, journal: Journal, keeps_history: bool) -> None:
        """`keeps_history`: keep lines when nothing more is to be done about them.

        Raises UsageError, and has closed the journal, where it cannot be read.
        """
        self.journal = journal
        self.keeps_history = keeps_history
        self._records: dict[str, Record] = {}
        try:
            # What is being written cannot be read yet.
            self._ids: dict[str, int] = dict(journal.read("SELECT peer, id FROM conversation"))
            # Also of what is not there any more: files outlive the lines that offered them, and folders are named by
            # ids.
            newest: dict[str, int] = dict(journal.read("SELECT name, seq FROM sqlite_sequence"))
        except BaseException:
            journal.close()
            raise
        self._newest_line, self._newest_record = newest.get("line", 0), newest.get("conversation", 0)

    def next_line(self) -> int:
        """An id that no line has had."""
        self._newest_line += 1
        return self._newest_line

    def record(self, peer: str) -> Record:
        """Find what was kept of the conversation with `peer`, or begin one."""
        known = self._records.get(peer) or self._load(peer) or self._begin(peer)
        self._records[peer] = known
        return known

    def __contains__(self, peer: str) -> bool:
        return peer in self._ids

    def __iter__(self) -> Iterator[Record]:
        return iter(list(self._records.values()))

    def peers(self) -> list[str]:
        """All with whom there is a conversation, those that were here last first."""
        rows = self.journal.read("SELECT id FROM conversation ORDER BY used_ns DESC, id DESC")
        places = {number: place for place, (number,) in enumerate(rows)}
        return sorted(self._ids, key=lambda peer: (places.get(self._ids[peer], -1), -self._ids[peer]))

    def rename(self, record: Record, peer: str) -> None:
        """It has turned out with whom this conversation is. There must be none with `peer` yet."""
        self._drop(record)
        record.peer = peer
        self._records[peer], self._ids[peer] = record, record.id
        self.journal.write(
            lambda database: _execute(database, "UPDATE conversation SET peer = ? WHERE id = ?", (peer, record.id))
        )

    def forget(self, record: Record) -> None:
        """Forget a conversation with all its lines."""
        self._drop(record)
        self.journal.write(lambda database: _execute(database, "DELETE FROM conversation WHERE id = ?", (record.id,)))

    def forget_unread(self, peer: str) -> None:
        """Forget a conversation that was not asked for yet, without reading its lines."""
        number = self._ids.pop(peer)
        self.journal.write(lambda database: _execute(database, "DELETE FROM conversation WHERE id = ?", (number,)))

    def kept(self) -> dict[str, Kept]:
        """What is kept of each conversation, as it is on disk."""
        rows = self.journal.read(
            "SELECT peer, used_ns, count(line.id), coalesce(sum(length(text) + "
            "(SELECT coalesce(sum(length(data)), 0) FROM part WHERE part.line = line.id)), 0) "
            "FROM conversation LEFT JOIN line INDEXED BY unfinished "
            "ON line.conversation = conversation.id AND is_mine = 1 AND state < 10 GROUP BY conversation.id"
        )
        return {peer: Kept(*rest) for peer, *rest in rows}

    def _drop(self, record: Record) -> None:
        if self._records.get(record.peer) is record:
            del self._records[record.peer], self._ids[record.peer]

    def _load(self, peer: str) -> Record | None:
        number = self._ids.get(peer)
        if number is None:
            return None
        ((log, said, receipted, their_log, heard, name),) = self.journal.read(
            "SELECT log, said, receipted, their_log, heard, name FROM conversation WHERE id = ?", (number,)
        )
        waiting = unfinished(
            self.journal, "conversation = ? AND is_mine = 1 AND log = ? AND number > ?", (number, log, receipted)
        )
        lines = tuple(line for _, _, line in waiting)
        record = self._made(number, peer, Memory(log, said, receipted, their_log, heard, lines))
        record.name = name
        return record

    def _begin(self, peer: str) -> Record:
        self._newest_record += 1
        number, log = self._newest_record, _new_log()
        self._ids[peer] = number
        self.journal.write(
            lambda database: _execute(
                database, "INSERT INTO conversation (id, peer, log) VALUES (?, ?, ?)", (number, peer, log)
            )
        )
        return self._made(number, peer, Memory(log))

    def _made(self, number: int, peer: str, memory: Memory) -> Record:
        conversation = Conversation(memory, is_recorded=True, new_log=_new_log)
        return Record(self.journal, number, peer, conversation, self.keeps_history, self.next_line)


def _new_log() -> str:
    return secrets.token_hex(8)


def _execute(database: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> None:
    database.execute(statement, values)
