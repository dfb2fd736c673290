"""The half of a session that talks: what is said, and who is told of it."""

import time
from collections.abc import Sequence

from camwire import values
from camwire.commands import Call, Command, parse
from camwire.dialects.base import Dialect
from camwire.errors import UsageError
from camwire.events import (
    ChatDelivered,
    ChatReceived,
    Event,
    LinesWithdrawn,
    LogRenewed,
    ProgressReceived,
    ReplyDue,
)
from camwire.spoken import text_of
from camwire.translation import tr
from viewer.core.sessions.contact import Contact
from viewer.core.sessions.observing import SessionObserver
from viewer.core.talk.chat import SILENT_ROLES, ChatLine, ChatLog, Said
from viewer.core.talk.talk import MAYBE_ANOTHER, WITHDRAWN, Talk
from viewer.core.talk.talk_files import TalkFiles


class Speaking:
    """Says and hears lines of one camera by its dialect, over whatever contact there is. Lives in the loop's thread."""

    def __init__(self, dialect: Dialect, contact: Contact, observers: list[SessionObserver], talk: Talk) -> None:
        """`observers` are told of lines; others who have the list may tell them more."""
        self.talk = talk
        self.talk.serve(self._send_lines, self._send_receipt)
        self.commands: tuple[Command, ...] = ()
        """What the camera can be told to do, as it said when it was last here."""
        self.files: TalkFiles | None = None
        self._dialect = dialect
        self._contact = contact
        self._observers = observers

    def observe(self, observer: SessionObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def forget(self, observer: SessionObserver) -> None:
        """Tell it no more."""
        self._observers.remove(observer)

    @property
    def chat(self) -> ChatLog:
        """The lines."""
        return self.talk.chat

    @property
    def why_mute(self) -> str:
        """Why nothing can be said to this camera, as a sentence; empty if something can."""
        return self._dialect.why_mute

    @property
    def name_varies(self) -> bool:
        """Whether what the camera called itself has turned out to be no name."""
        return self._dialect.name_varies

    @property
    def caution(self) -> str:
        """What a person should know who says something to this camera; empty if nothing."""
        return self._dialect.caution

    @property
    def picture_codec(self) -> str:
        """As what a picture can be said to this camera: `jpeg`, `raw`, or empty if it cannot."""
        return self._dialect.picture_codec

    def give_up_lines(self) -> None:
        """Somebody comes who may not be the camera to which they were said."""
        if self.chat.waiting:
            self._dialect.give_up_lines()
            self.tell_lines(self.talk.give_up(tr(MAYBE_ANOTHER)))

    def say(self, value: object, text: str = "") -> ChatLine:
        """Say a line, or any value the camera's format carries, of which `text` is shown in the chat.

        It is sent now, or as soon as the camera is back. Raises UsageError if it cannot be carried.
        """
        # A subclass of str is another type, and is to arrive as that.
        if type(value) is str:
            return self.speak(Said(text or value))
        return self.speak(Said(text or self._words(value), value, has_value=True))

    def speak(self, what: Said) -> ChatLine:
        """Say `what`, now or as soon as the camera is back. Raises UsageError if it cannot be carried."""
        line = self.talk.say(self._dialect, what, time.time_ns())
        if line is what.shown:
            self.tell_lines([line])
        elif line.role not in SILENT_ROLES:
            self.tell_added(line)
        self._send_lines()
        return line

    def give(self, line: str) -> ChatLine:
        """Say a typed line; one that begins with “/” is a command of the camera's, and “//” says one slash.

        Raises UsageError, CommandError.
        """
        if line.startswith("//"):
            return self.say(line[1:])
        if not (line.startswith("/") and self.commands):
            return self.say(line)
        call = parse(line, self.commands)
        return self.speak(command_line(line, call))

    def retry(self, line: ChatLine) -> ChatLine:
        """Say again what failed. Raises UsageError."""
        if line.file is not None:
            raise UsageError(tr("Send the file again: drop it on the chat, or use the paper clip."))
        value = self.talk.value(line)
        has_value = line.has_value or line.role == "command"
        if line.role == "command" and not isinstance(value, dict):
            value = {}
        return self.speak(
            Said(
                line.text,
                value,
                has_value,
                role=line.role,
                command=line.command,
                frame=line.frame,
                thumbnail=self.talk.thumbnail(line),
            )
        )

    @property
    def can_take_back(self) -> bool:
        """Whether a line that has not left can be kept from leaving."""
        return not self._dialect.is_foreign

    def take_back(self, line: ChatLine) -> bool:
        """Do not send a line that still waits; False if it has left already."""
        changed = self.talk.take_back([line], tr(WITHDRAWN))
        self.tell_lines(changed)
        self._send_lines()
        return bool(changed)

    def cancel(self, line: ChatLine) -> None:
        """The answer to a command of ours is not wanted any more."""
        if not self.take_back(line):
            self.speak(Said("", role="cancel", about=line.number, about_log=line.log))

    def take_said(self, event: Event) -> None:
        """Take what the camera said, or what became of what we said."""
        match event:
            case ReplyDue():
                self._send_due(event)
            case ChatReceived():
                self._heard(event)
            case ChatDelivered(number):
                self.tell_lines(self.talk.received(number))
            case LinesWithdrawn(lines):
                self.tell_lines(self.talk.withdrawn(lines, time.time_ns()))
            case LogRenewed(log):
                self.talk.renewed(log)
            case ProgressReceived(progress):
                changed = self.chat.progressed(progress.log, progress.about, progress.fraction, progress.text)
                self.tell_lines(changed)

    def _heard(self, event: ChatReceived) -> None:
        failure: Exception | None = None
        changed: Sequence[ChatLine] = ()
        # It does not come again: what follows from it must not be lost alone.
        with self.talk.together():
            line = self.talk.hear(event, time.time_ns())
            try:
                changed = self.talk.answered(event)
                if line is not None and line.file is not None and self.files is not None:
                    self.files.heard(line)
            except Exception as error:
                # Nor must it be lost for what follows from it.
                failure = error
        if line is not None:
            self.tell_added(line)
        self.tell_lines(changed)
        if failure is not None:
            raise failure

    def _words(self, value: object) -> str:
        return text_of(value) if self._dialect.is_foreign or type(value) is str else values.summary(value)

    def _send_lines(self) -> None:
        # What is handed out cannot be taken back any more; the next greeting hands out the rest.
        for due in self._dialect.send_lines() if self._contact.is_open else ():
            self._send_due(due)

    def _send_receipt(self) -> None:
        self._contact.send(self._dialect.send_receipt())

    def _send_due(self, due: ReplyDue) -> None:
        if due.line and not self._contact.is_open:
            # An earlier line could not go. This one must not overtake it; both follow the next greeting.
            return
        if self._contact.send_in_order(due.parts) and due.line:
            self.tell_lines(self.chat.sent(due.line))

    def note(self, text: str, role: str) -> None:
        """Put down among what is said what the viewer noticed by itself, here and in what is being recorded."""
        self.tell_added(self.talk.note(text, role, time.time_ns()))

    def tell_added(self, line: ChatLine) -> None:
        """Tell who observes of a new line."""
        for observer in list(self._observers):
            observer.line_added(line)

    def tell_lines(self, lines: Sequence[ChatLine]) -> None:
        """Tell who observes that these lines changed."""
        if lines:
            for observer in list(self._observers):
                observer.lines_changed(lines)


def command_line(line: str, call: Call) -> Said:
    """The line that gives a command, as it was typed."""
    return Said(line, call.arguments, True, role="command", command=call.command.name)
