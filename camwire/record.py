"""One conversation on disk: said, heard and receipted through a `Record`, it survives kill and power cut.

A line is handed out, or receipted, only when it is on disk. Runs in the loop's thread; the journal writes in its own.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from camwire.conversation import Conversation
from camwire.frame import Payload
from camwire.journal import Journal
from camwire.line import Line
from camwire.messages import FileOffer
from camwire.shelf import UNFINISHED, LineState, finishing, header_of, insertion, stating, unfinished

# By the index of what is unfinished: the history may be a thousand times as long, and must not be gone through.
DELETE = "DELETE FROM line INDEXED BY unfinished"
SET_RECEIVED = f"UPDATE line INDEXED BY unfinished SET state = {LineState.RECEIVED:d}"
SET_FAILED = f"UPDATE line INDEXED BY unfinished SET state = {LineState.FAILED:d}"
ANSWERABLE = (LineState.WAITING, LineState.RECEIVED, LineState.FAILED)
"""Also what was believed not to have arrived."""


class Record:
    """One conversation: said, heard and receipted through here, it survives. Made by `Ledger`."""

    def __init__(
        self,
        journal: Journal,
        number: int,
        peer: str,
        conversation: Conversation,
        keeps_history: bool,
        next_line: Callable[[], int],
    ) -> None:
        self.id = number
        self.peer = peer
        self.name = ""
        """What the other end was called when it was here last."""
        self.conversation = conversation
        self.on_recorded: Callable[[], None] = lambda: None
        """Told when lines of ours may go out."""
        self.on_confirmed: Callable[[], None] = lambda: None
        """Told when lines of theirs may be receipted."""
        self._journal = journal
        self._keeps_history = keeps_history
        self._next_line = next_line

    def say(
        self,
        text: str,
        time_ns: int,
        payload: Iterable[Payload] = (),
        *,
        role: str = "",
        about: int = 0,
        about_log: str = "",
        command: str = "",
        frame: int = 0,
        file: FileOffer | None = None,
        expires_ns: int = 0,
        done: int = 0,
    ) -> tuple[int, Line]:
        """Say a line (see `Conversation.say`); return its id in the ledger, and the line.

        `done` is the id of a line of theirs that is finished with this one: both facts survive together.
        """
        line = self.conversation.say(
            text,
            time_ns,
            [bytes(part) for part in payload],
            role=role,
            about=about,
            about_log=about_log,
            command=command,
            frame=frame,
            file=file,
            expires_ns=expires_ns,
        )
        line_id = self._next_line()
        insert = insertion(line_id, self.id, True, line)
        finish = finishing(done, self._keeps_history) if done else None
        log, number = line.chat.log, line.chat.number

        def work(database: sqlite3.Connection) -> None:
            insert(database)
            database.execute("UPDATE conversation SET log = ?, said = ? WHERE id = ?", (log, number, self.id))
            if finish is not None:
                finish(database)

        self._journal.write(work, lambda: self._recorded(log, number))
        return line_id, line

    def hear(self, line: Line, is_due: bool, then: Callable[[], None] = lambda: None) -> int:
        """Keep a line of theirs that the conversation has received; return its id. `then` is called when it is safe.

        `is_due`: something is to be done about it (`LineState.WAITING`), also after a restart.
        """
        line_id = self._next_line()
        state = LineState.WAITING if is_due else LineState.RECEIVED
        kept = Line(line.chat, tuple(bytes(part) for part in line.payload))
        is_kept = is_due or self._keeps_history
        insert = insertion(line_id, self.id, False, kept, state) if is_kept else None
        log, number = line.chat.log, line.chat.last

        def work(database: sqlite3.Connection) -> None:
            if insert is not None:
                insert(database)
            database.execute("UPDATE conversation SET their_log = ?, heard = ? WHERE id = ?", (log, number, self.id))

        def confirmed() -> None:
            self.conversation.confirm(log, number)
            self.on_confirmed()
            then()

        self._journal.write(work, confirmed)
        return line_id

    def receipted(self, log: str, number: int) -> None:
        """The other end has our lines of `log` up to `number`."""
        end = SET_RECEIVED if self._keeps_history else DELETE
        which = f"WHERE conversation = ? AND is_mine = 1 AND log = ? AND number <= ? AND {UNFINISHED}"

        def work(database: sqlite3.Connection) -> None:
            database.execute(f"{end} {which}", (self.id, log, number))
            database.execute(
                "UPDATE conversation SET receipted = max(receipted, ?) WHERE id = ? AND log = ?",
                (number, self.id, log),
            )

        self._journal.write(work)

    def answered(self, number: int) -> None:
        """The other end has answered our line `number`; for those who keep a history."""
        row = (LineState.ANSWERED, self.id, self.conversation.log, number, *ANSWERABLE)
        self._journal.write(
            lambda database: database.execute(
                "UPDATE line SET state = ? WHERE conversation = ? AND is_mine = 1 AND log = ? AND number = ? "
                "AND state IN (?, ?, ?)",
                row,
            )
        )

    def renewed(self, old_log: str) -> None:
        """The conversation has given its waiting lines new numbers in a new log."""
        conversation = self.conversation
        log, lines, first = conversation.log, conversation.unreceipted, conversation.first
        said = conversation.said

        def work(database: sqlite3.Connection) -> None:
            found = database.execute(
                "SELECT id FROM line INDEXED BY unfinished "
                f"WHERE conversation = ? AND is_mine = 1 AND log = ? AND {UNFINISHED} ORDER BY number",
                (self.id, old_log),
            ).fetchall()
            # Those that wait end with the newest ones.
            for (line_id,), line in zip(found[-len(lines) :], lines, strict=False):
                database.execute(
                    "UPDATE line SET log = ?, number = ?, header = ? WHERE id = ?",
                    (log, line.chat.number, header_of(line), line_id),
                )
            database.execute(
                "UPDATE conversation SET log = ?, said = ?, receipted = ? WHERE id = ?",
                (log, said, first - 1, self.id),
            )

        self._journal.write(work, lambda: self._recorded(log, said))

    def begun(self, line_id: int, then: Callable[[], None]) -> None:
        """Somebody is at a line of theirs now; `then` when that is safe."""
        self._journal.write(stating(line_id, LineState.BEGUN), then)

    def done(self, line_id: int) -> None:
        """Nothing more is to be done about a line of theirs."""
        self._journal.write(finishing(line_id, self._keeps_history))

    def due(self) -> list[tuple[int, LineState, Line]]:
        """Lines of theirs about which something is still to be done, oldest first."""
        return unfinished(self._journal, "conversation = ? AND is_mine = 0", (self.id,))

    def withdraw(self, line_ids: Sequence[int], state: LineState = LineState.FAILED) -> None:
        """These lines of ours were taken back from the conversation (`Conversation.withdraw`)."""
        for line_id in line_ids:
            if self._keeps_history:
                self._journal.write(stating(line_id, state))
            else:
                self.done(line_id)

    def withdraw_lines(self, lines: Iterable[Line]) -> None:
        """The same, for those who know no ids."""
        end = SET_FAILED if self._keeps_history else DELETE
        rows = [(self.id, line.chat.log, line.chat.number) for line in lines]
        if rows:
            self._journal.write(
                lambda database: database.executemany(
                    f"{end} WHERE conversation = ? AND is_mine = 1 AND log = ? AND number = ? AND {UNFINISHED}", rows
                )
            )

    def used(self, now_ns: int, name: str) -> None:
        """The other end was here at this time (Unix, ns), and is called so."""
        self.name = name

        def work(database: sqlite3.Connection) -> None:
            database.execute("UPDATE conversation SET used_ns = ?, name = ? WHERE id = ?", (now_ns, name, self.id))

        self._journal.write(work)

    def _recorded(self, log: str, number: int) -> None:
        self.conversation.recorded(log, number)
        self.on_recorded()
