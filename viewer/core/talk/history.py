"""All that was ever said between this viewer and its cameras, on disk: whose conversations, pages of them, search."""

import json
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from camwire import limits, values
from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.messages import Chat
from camwire.record import Record
from camwire.shelf import SCHEMA, UNFINISHED, LineState, parts, stating
from viewer.core.talk import wanted_words
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, Delivery
from viewer.core.talk.chat_facts import ChatFacts
from viewer.core.talk.line_rows import COLUMNS, line_of, readable, state_of

# Each script is known by its place among all of a program's: a later one of `camwire` comes behind this, too.
MORE = """
CREATE TABLE chat (
    conversation INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    place TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    seen INTEGER NOT NULL DEFAULT 0,
    is_muted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX place ON chat (place);
CREATE TABLE note (
    line INTEGER PRIMARY KEY REFERENCES line ON DELETE CASCADE,
    why TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL DEFAULT '',
    fetched INTEGER NOT NULL DEFAULT 0,
    waited_ms REAL,
    thumbnail BLOB
);
CREATE INDEX page ON line (conversation, id);
"""
HOME = "ALTER TABLE chat ADD COLUMN home TEXT NOT NULL DEFAULT '';"

PAGE = 200
FOUND = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A line that was searched for: in the conversation that is kept at `place`, with a camera called `name`."""

    place: str
    name: str
    line: ChatLine


class History:
    """The file in which everything is kept; None keeps it in memory until the end. Lives in the loop's thread."""

    def __init__(self, path: Path | None) -> None:
        """Raises UsageError when another program has the file (`JournalBusy`) or a newer one has written it."""
        self.on_trouble: Callable[[str], object] = lambda sentence: None
        """Told in a sentence that the disk refuses, and with an empty one that it does not any more."""
        self.journal = Journal(path, [SCHEMA, MORE, HOME], lambda sentence: self.on_trouble(sentence))
        self.ledger = Ledger(self.journal, keeps_history=True)
        self.chats = ChatFacts(self.journal)
        """What is kept of each conversation beside its lines."""
        self._home = "" if path is None else f"{path.stat().st_ino} {platform.node()}"
        self._taken: set[int] = set()
        self.notice = self.journal.notice
        """A sentence for the person about the state in which the file was found; empty if all is well."""

    def record(self, place: str, camera_id: str = "") -> Record:
        """The conversation with the camera `camera_id`, or the newest one that was kept at `place`, or a new one."""
        if camera_id:
            known = self.ledger.record(_peer("camera", camera_id))
            if known.id in self._taken:
                # The same camera is on the wall twice. Two links must not number lines in one log.
                known = self.ledger.record(_peer("camera", camera_id, place))
            return self._placed(known, place)
        rows = self.journal.read(
            "SELECT peer FROM chat JOIN conversation ON conversation = conversation.id WHERE place = ? "
            "ORDER BY used_ns DESC, conversation.id DESC LIMIT 1",
            (place,),
        )
        known = self.ledger.record(rows[0][0] if rows else _peer("place", place))
        return self._placed(known if known.id not in self._taken else self.ledger.record(_peer("place", place)), place)

    def camera_of(self, record: Record) -> str:
        """The id of the camera with which a conversation is; empty while that is not known."""
        kind, *names = json.loads(record.peer)
        return str(names[0]) if kind == "camera" else ""

    def adopt(self, record: Record, camera_id: str) -> bool:
        """It has turned out with whom this conversation is; False if there was one with that camera before."""
        peer = _peer("camera", camera_id)
        if peer in self.ledger:
            return False
        self.ledger.rename(record, peer)
        return True

    def is_copy(self, record: Record) -> bool:
        """Whether this conversation was begun in another file, of which this one is a copy: that may be in use, too.

        From now on it is this file's own.
        """
        rows = self.journal.read("SELECT home FROM chat WHERE conversation = ?", (record.id,))
        if rows == [(self._home,)]:
            return False
        given = self._home, record.id
        self.journal.write(lambda database: database.execute("UPDATE chat SET home = ? WHERE conversation = ?", given))
        return bool(rows and rows[0][0])

    def take(self, record: Record) -> None:
        """Somebody serves this conversation; nobody else may."""
        self._taken.add(record.id)

    def free(self, record: Record) -> None:
        """Nobody serves it any more."""
        self._taken.discard(record.id)

    def page(self, record: Record, before: int = 2**62, count: int = PAGE) -> list[ChatLine]:
        """The newest `count` lines before the one with the id `before`, newest first."""
        found: list[ChatLine] = []
        while not found:
            lines = self._lines("line.conversation = ? AND line.id < ?", (record.id, before), count)
            if not lines:
                break
            # A page may hold nothing that a person reads.
            found, before = readable(lines), lines[-1].id
        return found

    def waiting(self, record: Record) -> list[ChatLine]:
        """All lines of ours that the camera is not known to have, oldest first."""
        where = f"line.conversation = ? AND line.is_mine = 1 AND line.{UNFINISHED}"
        lines = self._lines(where, (record.id,), limits.UNRECEIPTED_MESSAGES, "INDEXED BY unfinished")
        return readable(reversed(lines))

    def search(self, words: str, record: Record | None = None) -> list[Found]:
        """The newest lines in which all of `words` stand, in one conversation or in all."""
        wanted = wanted_words.split(words)
        if not wanted:
            return []
        where, bound = wanted_words.condition("line.text", wanted)
        found: list[object] = [*bound]
        if record is not None:
            where, found = f"{where} AND line.conversation = ?", [*found, record.id]
        rows = self.journal.read(
            f"SELECT chat.place, chat.name, {COLUMNS} FROM line JOIN chat USING (conversation) "
            f"LEFT JOIN note ON note.line = line.id WHERE {where} ORDER BY line.id DESC LIMIT {FOUND}",
            tuple(found),
        )
        lines = ((place, name, line_of(row)) for place, name, *row in rows)
        return [Found(place, name, line) for place, name, line in lines if line.role not in SILENT_ROLES]

    def payload(self, line: ChatLine) -> tuple[bytes, ...]:
        """The value of a line as it travels; empty where its text is all."""
        return parts(self.journal, line.id) if line.has_value else ()

    def value(self, line: ChatLine) -> object:
        """What a line says: its value (or `Unreadable`), or its text where that is all."""
        payload = self.payload(line)
        return values.read(payload) if payload else line.text

    def thumbnail(self, line: ChatLine) -> bytes:
        """The picture it was said about, as a small JPEG; empty if there is none."""
        rows = self.journal.read("SELECT thumbnail FROM note WHERE line = ?", (line.id,))
        return rows[0][0] or b"" if rows else b""

    def keep(self, record: Record, line: ChatLine, log: str, payload: Iterable[bytes] = ()) -> None:
        """Keep a line that is delivered by other means, or not at all; gives it its id."""
        line.id = self.ledger.next_line()
        chat = Chat(max(1, line.number), log, line.text, line.time_ns, line.role, command=line.command)
        state = LineState.WAITING if line.delivery is None else state_of(line.delivery)
        row = (line.id, record.id, line.is_mine, log, line.number, int(state), line.time_ns, 0, line.text)
        header, attached = msgspec.msgpack.encode(chat), [(line.id, place, part) for place, part in enumerate(payload)]
        self.journal.write(
            lambda database: (
                database.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, header)),
                database.executemany("INSERT INTO part VALUES (?, ?, ?)", attached),
            )
        )

    def note(self, line_id: int, **facts: object) -> None:
        """Keep more about a line: `why`, `path`, `fetched`, `waited_ms`, `thumbnail`."""
        names = ", ".join(facts)
        updates = ", ".join(f"{name} = excluded.{name}" for name in facts)
        given = (line_id, *facts.values())
        marks = ", ".join("?" * len(given))
        self.journal.write(
            lambda database: database.execute(
                f"INSERT INTO note (line, {names}) VALUES ({marks}) ON CONFLICT (line) DO UPDATE SET {updates}", given
            )
        )

    def carry_note(self, line_id: int, to: int) -> None:
        """What is kept about a line belongs to another one from now on."""
        self.journal.write(lambda database: database.execute("UPDATE note SET line = ? WHERE line = ?", (to, line_id)))

    def set_state(self, line_id: int, delivery: Delivery) -> None:
        """Keep how far a line of ours is."""
        self.journal.write(stating(line_id, state_of(delivery)))

    def close(self) -> None:
        """Write what is still to be written."""
        self.journal.close()

    def _placed(self, record: Record, place: str) -> Record:
        now = time.time_ns()
        number = record.id
        self.journal.write(
            lambda database: (
                database.execute(
                    "INSERT INTO chat (conversation, place) VALUES (?, ?) "
                    "ON CONFLICT (conversation) DO UPDATE SET place = excluded.place",
                    (number, place),
                ),
                database.execute("UPDATE conversation SET used_ns = ? WHERE id = ?", (now, number)),
            )
        )
        return record

    def _lines(self, where: str, given: tuple[object, ...], count: int, how: str = "") -> list[ChatLine]:
        rows = self.journal.read(
            f"SELECT {COLUMNS} FROM line {how} LEFT JOIN note ON note.line = line.id WHERE {where} "
            f"ORDER BY line.id DESC LIMIT {count}",
            given,
        )
        return [line_of(row) for row in rows]


def _peer(*names: str) -> str:
    """A name for the ledger: what cameras call themselves may hold any sign."""
    return json.dumps(names)
