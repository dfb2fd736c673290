"""The conversation as a person sees it: lines with states, and how many are unread."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from camwire.messages import Chat, FileOffer

# What is in memory. The rest is on disk, and is loaded when somebody scrolls there.
KEPT_LINES = 2000
KEPT_CHARACTERS = 4_000_000
READ_CHARACTERS = 64_000_000
"""The same while somebody has gone back to earlier lines."""
MOTION = "motion"
"""The role of a line that nobody said: something moves before the camera."""
SILENT_ROLES = ("cancel", "void")
"""Lines of these roles are part of a conversation's order, and nothing that a person reads."""


class Delivery(Enum):
    """How far a line of ours has come."""

    QUEUED = auto()
    SENT = auto()
    RECEIVED = auto()
    ANSWERED = auto()
    FAILED = auto()


@dataclass(slots=True, eq=False, weakref_slot=True)
class ChatLine:
    """One line. `number` counts within its direction; `time_ns` is Unix time. A camera's lines have no delivery."""

    is_mine: bool
    number: int
    text: str
    time_ns: int
    delivery: Delivery | None = None
    id: int = 0
    """Its place in the history; 0 where there is none."""
    role: str = ""
    """As in `camwire.messages.Chat`."""
    about: int = 0
    """The number of the line of the other side that this one answers; 0: none."""
    command: str = ""
    has_value: bool = False
    """Whether it says more than its text: see `Talk.value`."""
    file: FileOffer | None = None
    frame: int = 0
    """Sequence of the picture it was said about; 0: none."""
    has_picture: bool = False
    """Whether a thumbnail of that picture is kept: see `Talk.thumbnail`."""
    why: str = ""
    """Why it failed, as a sentence."""
    progress: tuple[float, str] | None = None
    """How far the camera is with it: a fraction (negative: unknown) and its own words."""
    is_apart: bool = False
    """Whether something else stands between an answer and what it answers."""
    waited_ms: float | None = None
    """How long an answer took, from the moment it was asked to the moment it was here."""
    fetched: int = 0
    """Bytes of `file` that have arrived at whoever is to have it."""
    seconds_left: float | None = None
    """How long the rest of it will take; None while that is not known."""
    is_over: bool = False
    """Whether `file` is not to be moved any further, unless somebody asks for it."""
    is_preparing: bool = False
    """Whether `file` is still being read, to be offered; `fetched` says how far."""
    path: str = ""
    """Where the content of `file` is on this computer, if it is."""
    log: str = ""
    """In which `number` counts: another one may have begun since. Empty where the camera's format has none."""
    about_log: str = ""
    """In which `about` counts."""

    @property
    def is_failure(self) -> bool:
        """Whether it is to be shown as something that went wrong."""
        return self.delivery is Delivery.FAILED or self.role == "failure"


@dataclass(slots=True)
class Said:
    """What a person wants to say: `text` as it is shown, `value` where it is more than that text."""

    text: str
    value: object = None
    has_value: bool = False
    role: str = ""
    command: str = ""
    about: int = 0
    about_log: str = ""
    frame: int = 0
    thumbnail: bytes = b""
    file: FileOffer | None = None
    path: str = ""
    expires_ns: int = 0
    shown: ChatLine | None = None
    """The line in which it is shown already."""


@dataclass
class ChatLog:
    """The newest lines of one conversation, oldest first, and how far each line of ours has come."""

    lines: deque[ChatLine] = field(default_factory=deque)
    count: int = 0
    """How many lines were ever added at the end."""
    loaded: int = 0
    """How many were ever added at the beginning, from the history."""
    edition: int = 0
    """Rises when all lines were exchanged for others."""
    unread: int = 0
    last_heard: str = ""
    """The newest line of the camera's."""
    draft: str = ""
    """What was typed and not sent."""
    is_muted: bool = False
    """Whether the camera's lines call nobody."""
    first_unread: int = 0
    """The id of the oldest line that was unread when the chat was opened; 0: none."""
    _characters: int = 0
    _room: int = KEPT_LINES
    _waiting: dict[int, ChatLine] = field(default_factory=dict)

    def said(self, line: ChatLine) -> ChatLine:
        """Add a line of ours; it is queued until `sent`."""
        self._waiting[line.number] = line
        return self._add(line)

    def heard(self, line: ChatLine) -> ChatLine:
        """Add a line of the camera's."""
        if not self.unread:
            self.first_unread = line.id
        self.unread += 1
        self.last_heard = line.text
        return self._add(line)

    def begun(self, line: ChatLine) -> ChatLine:
        """Add a line of ours that cannot be said yet."""
        return self._add(line)

    def becomes(self, shown: ChatLine, line: ChatLine) -> ChatLine:
        """A line that was only begun is said now, as `line`; return what stands for it."""
        if shown not in self.lines:
            return self.said(line)
        for each in (
            "log",
            "number",
            "time_ns",
            "id",
            "file",
            "delivery",
            "path",
            "fetched",
            "why",
            "is_over",
            "is_preparing",
        ):
            setattr(shown, each, getattr(line, each))
        self._waiting[shown.number] = shown
        return shown

    def noted(self, line: ChatLine) -> ChatLine:
        """Add a line that nobody said; it calls nobody, and is gone with the program."""
        return self._add(line)

    def failed(self, line: ChatLine) -> ChatLine:
        """Add a line of ours that is not to be sent."""
        return self._add(line)

    def sent(self, number: int) -> list[ChatLine]:
        """A line of ours went out; return the lines that changed."""
        line = self._waiting.get(number)
        if line is None or line.delivery is not Delivery.QUEUED:
            return []
        line.delivery = Delivery.SENT
        return [line]

    def link_lost(self) -> list[ChatLine]:
        """What was sent and not receipted will be sent again; return the lines that changed."""
        changed = [line for line in self._waiting.values() if line.delivery is Delivery.SENT]
        for line in changed:
            line.delivery = Delivery.QUEUED
        return changed

    def received(self, number: int) -> list[ChatLine]:
        """The camera has everything up to `number`; return the lines that changed."""
        changed = []
        while self._waiting and next(iter(self._waiting)) <= number:
            line = self._waiting.pop(next(iter(self._waiting)))
            if line.delivery is not Delivery.ANSWERED:
                line.delivery = Delivery.RECEIVED
            changed.append(line)
        return changed

    def answered(self, log: str, number: int) -> list[ChatLine]:
        """The camera has answered our line `number` of `log`; return it, if it is in memory.

        Also one that was believed not to have arrived.
        """
        line = self.mine(log, number)
        if line is None or line.delivery in (None, Delivery.ANSWERED):
            return []
        if line.delivery is Delivery.FAILED:
            line.why = ""
        line.delivery, line.progress = Delivery.ANSWERED, None
        return [line]

    def progressed(self, log: str, number: int, fraction: float, text: str) -> list[ChatLine]:
        """The camera is at our line `number` of `log`; return it, if it is in memory."""
        line = self.mine(log, number)
        if line is None or line.delivery in (Delivery.ANSWERED, Delivery.FAILED):
            return []
        line.progress = (fraction, text)
        return [line]

    def given_up(self, lines: Iterable[ChatLine] | None = None, why: str = "") -> list[ChatLine]:
        """These lines of ours, or all that wait, will not be sent; return the lines that changed."""
        changed = list(self._waiting.values() if lines is None else lines)
        for line in changed:
            self._waiting.pop(line.number, None)
            line.delivery, line.why = Delivery.FAILED, why
        return changed

    def mine(self, log: str, number: int) -> ChatLine | None:
        """The line of ours with this number, if it is in memory."""
        meant = (True, log, number)
        return next((line for line in reversed(self.lines) if (line.is_mine, line.log, line.number) == meant), None)

    def asked(self, line: ChatLine) -> ChatLine | None:
        """The line of ours that this one of the camera's answers, if it answers one that is in memory."""
        return self.mine(line.about_log, line.about) if line.about else None

    def with_id(self, line_id: int) -> ChatLine | None:
        """The line with this place in the history, if it is in memory."""
        return next((line for line in reversed(self.lines) if line.id == line_id), None)

    @property
    def waiting(self) -> int:
        """Lines of ours that the camera is not known to have."""
        return len(self._waiting)

    def renumber(self, chats: Sequence[Chat]) -> None:
        """The lines that wait go by these headers from now on, oldest first."""
        pairs = list(zip(reversed(self._waiting.values()), reversed(chats), strict=False))[::-1]
        for line, chat in pairs:
            line.log, line.number = chat.log, chat.number
        self._waiting = {line.number: line for line, _ in pairs}

    @property
    def queue(self) -> list[ChatLine]:
        """Lines of ours that the camera is not known to have, oldest first."""
        return list(self._waiting.values())

    def restore(self, lines: Iterable[ChatLine], waiting: Iterable[ChatLine] = ()) -> None:
        """Begin with these lines, oldest first, instead of what there is.

        `waiting` are all lines of ours that the camera is not known to have, oldest first, shown or not.
        """
        self.lines.clear()
        self._waiting.clear()
        self._characters, self._room, self.last_heard = 0, KEPT_LINES, ""
        self.edition += 1
        self._waiting.update({line.number: line for line in waiting})
        for line in map(self._known, lines):
            if not line.is_mine:
                self.last_heard = line.text
            self._add(line)

    def load(self, earlier: Iterable[ChatLine]) -> int:
        """Put lines from the history before the others, newest first; return how many."""
        before = len(self.lines)
        for line in map(self._known, earlier):
            self.lines.appendleft(line)
            self._characters += len(line.text)
        self.loaded += len(self.lines) - before
        # Somebody reads them: they stay until nobody does.
        self._room = max(self._room, len(self.lines))
        return len(self.lines) - before

    def trim(self) -> None:
        """Nobody reads earlier lines any more."""
        self._room = KEPT_LINES
        self._drop()

    def _known(self, line: ChatLine) -> ChatLine:
        """The line itself, where `line` is a copy of one that waits."""
        waiting = self._waiting.get(line.number) if line.is_mine else None
        if waiting is not None and waiting.id == line.id:
            return waiting
        if line.delivery is Delivery.QUEUED:
            # The history is a moment behind.
            line.delivery = Delivery.RECEIVED
        return line

    def _add(self, line: ChatLine) -> ChatLine:
        before = self.lines[-1] if self.lines else None
        is_below = before is not None and before.is_mine and (before.log, before.number) == (line.about_log, line.about)
        line.is_apart = bool(line.about) and not is_below
        self.lines.append(line)
        self.count += 1
        self._characters += len(line.text)
        self._drop()
        return line

    def _drop(self) -> None:
        most = KEPT_CHARACTERS if self._room == KEPT_LINES else READ_CHARACTERS
        while len(self.lines) > self._room or (self._characters > most and len(self.lines) > 1):
            self._characters -= len(self.lines.popleft().text)
