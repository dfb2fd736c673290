"""What viewers say goes to whom it is for: a command to its function, everything else to the message function.

A line stays on disk until it has been seen to. One that somebody was at when the camera ended is not begun again: the
viewer is told that nobody knows whether it was done.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from camwire import limits, values
from camwire.line import Line
from camwire.messages import Progress
from camwire.record import Record
from camwire.rights import Rights
from camwire.shelf import LineState
from sender.commands.asker import ViewerAsker, answer
from sender.commands.call import Call
from sender.commands.declared import DeclaredCommands
from sender.commands.performing import Outcome, Performing
from sender.controls.desk import ControlDesk
from sender.talk.cancelling import Cancelling
from sender.talk.chat import Answering
from sender.talk.message import Message, ReceivedFile
from sender.talk.returned import with_numpy

log = logging.getLogger(__name__)

INTERRUPTED = "The camera was restarted while it was at this. Whether it was done is not known."
# Of what others have left, for each viewer.
SHARE = 0.95
FULL = "Too much is waiting already. Send it again when some of it is answered."
UNREADABLE = "This camera cannot read what you sent."
NO_READER = "This camera takes no files: nothing there would read them."
DONE = "Done."


@dataclass(frozen=True, slots=True)
class Staff:
    """Who answers: `answering` runs the message function, if there is one; `performing` runs `commands`; `controls`
    sets what viewers would have set at the source."""

    answering: Answering | None
    performing: Performing
    commands: DeclaredCommands
    controls: ControlDesk


class Inbox:
    """Takes lines of all viewers. Runs on the loop. What waits for an answer is bounded, in lines and in bytes.

    `tell(record, progress)` tells a viewer how far a command is; `send_file(path, asker)` answers with a file;
    `admit(asker)` fetches the one that a line offers, if there is room for it; `expect(asker)` goes on with that.
    """

    def __init__(
        self,
        staff: Staff,
        tell: Callable[[Record, Progress], None],
        send_file: Callable[[Path, ViewerAsker], None],
        admit: Callable[[ViewerAsker], None],
        expect: Callable[[ViewerAsker], None],
    ) -> None:
        self._staff = staff
        self._tell = tell
        self._send_file = send_file
        self._admit = admit
        self._expect = expect
        self._cancelling = Cancelling()
        self._open: Counter[Record] = Counter()
        self._open_bytes = 0

    def is_busy(self, record: Record) -> bool:
        """Whether somebody is, or will be, at what this viewer said."""
        return self._open[record] > 0

    def hear(self, record: Record, line: Line, value: object, rights: Rights = Rights.CONTROL) -> None:
        """Take a line that the conversation has just received, from somebody with these rights."""
        role = line.chat.role
        refusal = _refusal(line, rights)
        if refusal:
            self._asker(record, record.hear(line, is_due=True), line).failed(refusal)
        elif role == "cancel":
            line_id = record.hear(line, True, lambda: self._cancelling.cancel(record, line_id, line.chat))
        elif role == "void" or not self._is_for_somebody(line):
            record.hear(line, is_due=False)
        elif role == "file":
            line_id = record.hear(line, True, lambda: self._fetch(record, line_id, line, self._admit))
        elif self._is_full(record, line):
            self._asker(record, record.hear(line, is_due=True), line).failed(FULL)
        else:
            line_id = record.hear(line, True, lambda: self._see_to(asker, value))
            asker = self._asker(record, line_id, line)

    def go_on(self, record: Record, rights: Rights = Rights.CONTROL) -> None:
        """See to what was not seen to when the camera ended, as far as the viewer has these rights now."""
        for line_id, state, line in record.due():
            refusal = _refusal(line, rights)
            if refusal:
                self._asker(record, line_id, line).failed(refusal)
            elif state is LineState.BEGUN:
                self._asker(record, line_id, line).failed(INTERRUPTED)
            elif line.chat.role == "file":
                self._fetch(record, line_id, line, self._expect)
            elif line.chat.role == "cancel":
                self._cancelling.cancel(record, line_id, line.chat)
            else:
                value = values.read(line.payload) if line.payload else line.chat.text
                self._see_to(self._asker(record, line_id, line), value)

    def file_came(self, record: Record, line_id: int, line: Line, path: Path) -> None:
        """The file of a line is here."""
        assert line.chat.file is not None
        assert self._staff.answering is not None
        value = ReceivedFile(path, line.chat.file.name, line.chat.file.size)
        self._staff.answering.hear(_message(record, line, value), self._asker(record, line_id, line))

    def _asker(self, record: Record, line_id: int, line: Line) -> ViewerAsker:
        def settled() -> None:
            self._open[record] -= 1
            self._open_bytes -= line.bytes
            if not self._open[record]:
                del self._open[record]

        self._open[record] += 1
        self._open_bytes += line.bytes
        return ViewerAsker(record, line_id, line, self._send_file, self._tell, settled)

    def _is_full(self, record: Record, line: Line) -> bool:
        is_too_large = self._open_bytes > 0 and self._open_bytes + line.bytes > limits.UNRECEIPTED_BYTES
        # Nobody may take all that others have left: a flood of one viewer leaves room for the next.
        left = limits.UNRECEIPTED_MESSAGES - self._open.total() + self._open[record]
        return is_too_large or self._open[record] >= SHARE * left

    def _fetch(self, record: Record, line_id: int, line: Line, fetch: Callable[[ViewerAsker], None]) -> None:
        # It may take for ever to come: nobody is at it until it is here.
        asker = ViewerAsker(record, line_id, line, self._send_file, self._tell, lambda: None)
        if line.chat.file is None:
            asker.ended()
        elif self._staff.answering is None:
            asker.failed(NO_READER)
        else:
            fetch(asker)

    def _see_to(self, asker: ViewerAsker, value: object) -> None:
        line = asker.line
        if isinstance(value, values.Unreadable):
            log.warning("What %r sent cannot be read: %s", asker.record.name, value.reason)
            asker.failed(UNREADABLE)
            return
        try:
            value = with_numpy(value)
        except Exception as error:
            log.warning("What %r sent cannot be read: %s", asker.record.name, error)
            asker.failed(UNREADABLE)
            return
        if line.chat.role == "command":
            self._command(asker, value)
        elif self._staff.answering is not None:
            self._staff.answering.hear(_message(asker.record, line, value), asker)
        else:
            asker.ended()

    def _is_for_somebody(self, line: Line) -> bool:
        # A text is never a command, however it begins: only so can a line that begins with a slash be said.
        return self._staff.answering is not None or line.chat.role in ("file", "command")

    def _command(self, asker: ViewerAsker, value: object) -> None:
        record, chat = asker.record, asker.line.chat
        declared = self._staff.commands.find(chat.command)
        if declared is None:
            asker.failed(f"This camera has no command /{chat.command[:40]}. /help shows which it has.")
            return
        performance = self._staff.performing.perform(
            declared,
            value if asker.line.payload else {},
            Call(record.name, _time_of(asker.line)),
            lambda fraction, text: self._tell(record, Progress(chat.number, chat.log, fraction, text)),
            lambda outcome: self._ended(asker, outcome),
            asker.begin,
            record,
        )
        self._cancelling.began(asker, performance)

    def _ended(self, asker: ViewerAsker, outcome: Outcome) -> None:
        if outcome.error:
            asker.failed(outcome.error)
        else:
            answer(asker, DONE if outcome.value is None else outcome.value)
        self._cancelling.ended(asker)


def _refusal(line: Line, rights: Rights) -> str:
    """Why somebody with these rights says this in vain."""
    role = line.chat.role
    return "" if role in ("cancel", "void") else rights.refusal(Rights.CONTROL if role == "command" else Rights.TALK)


def _message(record: Record, line: Line, value: object) -> Message:
    return Message(line.chat.text, record.name, _time_of(line), value, line.chat.frame)


def _time_of(line: Line) -> datetime:
    # No clock shows a time before 1970; it stands for "unknown".
    seconds = line.chat.time_ns / 1e9 if line.chat.time_ns > 0 else time.time()
    return datetime.fromtimestamp(seconds, UTC)
