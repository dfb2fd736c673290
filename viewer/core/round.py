"""Something said to several cameras at once, and what became of it at each of them."""

import time
from collections.abc import Callable, Iterable, Sequence

from camwire.commands import Command, CommandError, found_command, name_end, parse
from camwire.errors import UsageError
from camwire.translation import phrase, tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.speaking import command_line
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine, Delivery

NOT_HERE_YET = phrase("It has not been here yet, so nobody knows its commands. Try again when it is here.")
NO_COMMANDS = phrase("It takes no commands.")
REMOVED = phrase("It was removed from the wall.")


class Receipt:
    """What became of it at one camera. Observes the session until `close`."""

    def __init__(self, session: Session, tell: Callable[["Receipt"], None], clock: Callable[[], float]) -> None:
        self.session = session
        self.state = Delivery.QUEUED
        self.line: ChatLine | None = None
        """The line as it was said; None where it could not be."""
        self.answer: ChatLine | None = None
        self.why = ""
        """Why it failed, as a sentence."""
        self.seconds: float | None = None
        """How long the answer took; None without one."""
        self._tell = tell
        self._clock = clock
        self._began = clock()
        self._is_saying = False
        self._is_open = True
        session.observe(self)

    @property
    def words(self) -> str:
        """What there is to read: the answer, how far the camera is, or why it failed."""
        if self.why or self.answer is None:
            return self.why or self._progress()
        return self.answer.text

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be expected, as far as anybody can know."""
        return self.state in (Delivery.ANSWERED, Delivery.FAILED)

    def say(self, text: str, is_command: bool) -> None:
        """Say it, again if it was said before."""
        self.line, self.answer, self.seconds, self.why = None, None, None, ""
        self._began = self._clock()
        self._is_saying = True
        try:
            _say(self.session, text, is_command)
        except UsageError as error:
            self._fail(str(error))
        finally:
            self._is_saying = False

    def removed(self) -> None:
        """The camera is not on the wall any more."""
        self.close()
        if not self.is_over:
            self._fail(tr(REMOVED))

    def close(self) -> None:
        """Observe no more."""
        if self._is_open:
            self._is_open = False
            self.session.forget(self)

    @property
    def is_followed(self) -> bool:
        """Whether the camera is still on the wall, and whether somebody wants to know."""
        return self._is_open

    @property
    def can_be_repeated(self) -> bool:
        """Whether it failed, and the camera is still on the wall."""
        return self.is_followed and self.state is Delivery.FAILED

    # What the session tells

    def line_added(self, line: ChatLine) -> None:
        if line.is_mine and self._is_saying:
            # It may be answered before `say` returns.
            self.line = line
            self._follow()
        asked = self.line
        is_answer = asked is not None and (line.about_log, line.about) == (asked.log, asked.number)
        if is_answer and not line.is_mine and line.role in ("answer", "failure"):
            self.answer = line
            self.seconds = self._clock() - self._began if line.waited_ms is None else line.waited_ms / 1000
            self._follow()

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        if any(line is self.line for line in lines):
            self._follow()

    def state_changed(self, state: CameraState) -> None: ...
    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...

    # Inside

    def _follow(self) -> None:
        assert self.line is not None
        assert self.line.delivery is not None
        self.state, self.why = self.line.delivery, self.line.why
        if self.answer is not None and self.answer.is_failure:
            self.state, self.why = Delivery.FAILED, self.answer.text
        self._tell(self)

    def _fail(self, why: str) -> None:
        self.state, self.why = Delivery.FAILED, why
        self._tell(self)

    def _progress(self) -> str:
        if self.line is None or self.line.progress is None:
            return ""
        fraction, text = self.line.progress
        return " ".join(part for part in (f"{fraction:.0%}" if fraction >= 0 else "", text) if part)


class Round:
    """`text` for all `sessions`, with a receipt from each. Lives in the loop's thread; end it with `close`.

    A line that begins with “/” is a command where at least one of them takes commands, and is checked for each of
    them; “//” says something that begins with a slash. `tell(receipt)` is called for whatever changes.
    """

    def __init__(
        self,
        text: str,
        sessions: Iterable[Session],
        tell: Callable[[Receipt], None] = lambda receipt: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.text = text
        self.receipts = [Receipt(session, tell, clock) for session in sessions]
        self._is_command = is_command(text, [each.session for each in self.receipts])

    def say(self) -> None:
        """Say it to everybody."""
        self._say(self.receipts)

    def retry_failed(self) -> int:
        """Say it again where it failed; return to how many."""
        failed = [each for each in self.receipts if each.can_be_repeated]
        self._say(failed)
        return len(failed)

    def removed(self, session: Session) -> None:
        """A camera is not on the wall any more."""
        for each in self.receipts:
            if each.session is session:
                each.removed()

    def close(self) -> None:
        """Follow it no more; what was said stays said."""
        for each in self.receipts:
            each.close()

    def _say(self, receipts: Iterable[Receipt]) -> None:
        text = self.text[1:] if self.text.startswith("//") else self.text
        for each in receipts:
            each.say(text, self._is_command)


def is_command(text: str, sessions: Iterable[Session]) -> bool:
    """Whether `text` is a command rather than words."""
    return text.startswith("/") and not text.startswith("//") and any(session.commands for session in sessions)


def all_commands(sessions: Iterable[Session]) -> tuple[Command, ...]:
    """The commands that at least one of these takes; of two with the same name, the first."""
    known: dict[str, Command] = {}
    for session in sessions:
        for command in session.commands:
            known.setdefault(command.name, command)
    return tuple(known.values())


def dangerous(text: str, sessions: Iterable[Session]) -> tuple[Command, int] | None:
    """The command in `text` that cameras call dangerous, and how many of these would run it; None if none."""
    found = [found_command(text, session.commands) for session in sessions if text.startswith("/")]
    risky = [command for command in found if command is not None and command.is_dangerous]
    return (risky[0], len(risky)) if risky else None


def _say(session: Session, text: str, is_command: bool) -> None:
    """Say it to one camera. Raises UsageError."""
    if not is_command:
        session.say(text)
    elif not session.commands:
        raise UsageError(tr(NO_COMMANDS if session.has_greeted else NOT_HERE_YET))
    elif found_command(text, session.commands) is None:
        raise CommandError(tr("It has no command {command}.", command=text[: name_end(text)]))
    else:
        session.speak(command_line(text, parse(text, session.commands)))
