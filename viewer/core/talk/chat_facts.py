"""What is kept of a conversation beside its lines: what was typed and not sent, what was read, whom it calls."""

from camwire.journal import Journal
from camwire.record import Record


class ChatFacts:
    """Reads and writes the rows of `chat` in the history's file. Lives in the loop's thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, record: Record) -> tuple[str, int, bool]:
        """The draft, the id of the newest line that was read, and whether its lines call nobody."""
        rows = self._journal.read("SELECT draft, seen, is_muted FROM chat WHERE conversation = ?", (record.id,))
        return (rows[0][0], rows[0][1], bool(rows[0][2])) if rows else ("", 0, False)

    def unread(self, record: Record, seen: int) -> tuple[int, int]:
        """How many lines of the camera's came after `seen`, and the id of the first of them (0: none)."""
        ((count, first),) = self._journal.read(
            # What is no more than part of the order has neither text nor value.
            "SELECT count(*), coalesce(min(id), 0) FROM line WHERE conversation = ? AND id > ? AND NOT is_mine "
            "AND (text != '' OR EXISTS (SELECT 1 FROM part WHERE part.line = line.id))",
            (record.id, seen),
        )
        return count, first

    def unread_bytes(self, record: Record, seen: int) -> int:
        """How large the files are together that came after `seen`."""
        ((size,),) = self._journal.read(
            "SELECT coalesce(sum(note.fetched), 0) FROM line JOIN note ON note.line = line.id "
            "WHERE line.conversation = ? AND line.id > ? AND NOT line.is_mine",
            (record.id, seen),
        )
        return int(size)

    def set_draft(self, record: Record, draft: str) -> None:
        """Keep what was typed and not sent."""
        self._set(record, "draft", draft)

    def set_seen(self, record: Record, line_id: int) -> None:
        """Everything up to this line was read."""
        self._set(record, "seen", line_id)

    def set_muted(self, record: Record, is_muted: bool) -> None:
        """Whether the camera's lines are to call nobody."""
        self._set(record, "is_muted", int(is_muted))

    def named(self, record: Record, name: str) -> None:
        """Remember what the camera is called, for those who search."""
        self._set(record, "name", name)

    def _set(self, record: Record, column: str, value: object) -> None:
        given = (value, record.id)
        self._journal.write(
            lambda database: database.execute(f"UPDATE chat SET {column} = ? WHERE conversation = ?", given)
        )
