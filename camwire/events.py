"""What a peer's bytes become. Frozen facts: the edge sends `ReplyDue`, everything else goes up to the program."""

from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from camwire.commands import Command
from camwire.controls import ControlRow
from camwire.frame import EncodedFrame, Payload
from camwire.line import Line
from camwire.messages import (
    CameraHello,
    ControlAnswer,
    ControlChange,
    ControlState,
    FileChunk,
    FileRefusal,
    FileRequest,
    Health,
    Parts,
    Progress,
    ViewerHello,
    Want,
)


@dataclass(frozen=True, slots=True)
class ReplyDue:
    """The protocol itself owes the peer these parts; send them now. `line` is the number of the line in them, or 0."""

    parts: Parts
    line: int = 0


@dataclass(frozen=True, slots=True)
class CameraGreeted:
    """The camera said who it is. Also after it restarted. `name` may be empty; only our own format has a `hello`."""

    name: str
    hello: CameraHello | None = None
    commands: tuple[Command, ...] = ()
    controls: tuple[ControlRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewerGreeted:
    """A viewer said who it is. Also after it reconnected."""

    hello: ViewerHello


class FrameReceived(msgspec.Struct, frozen=True):
    """An encoded picture arrived. `captured` is in seconds on this program's own clock, true only as far as
    `uncertainty` (seconds) goes; None while the camera's clock is not yet known. An infinite uncertainty means that the
    format carries no time: `captured` is when the picture arrived, and nobody knows how old it was by then."""

    frame: EncodedFrame
    captured: float | None
    uncertainty: float


@dataclass(frozen=True, slots=True)
class ChatReceived:
    """A line that was not here before, in order, and what it says: its value (or `Unreadable`), or its text."""

    line: Line
    value: object


@dataclass(frozen=True, slots=True)
class ChatDelivered:
    """The peer has every line of ours up to `number`."""

    number: int


@dataclass(frozen=True, slots=True)
class LinesWithdrawn:
    """The peer has turned out not to have these lines of ours, which nobody wanted any more. They will not be sent."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LogRenewed:
    """What was kept of our log `log` was older than what the peer has heard of it: the lines that wait have new numbers
    in a new log."""

    log: str


@dataclass(frozen=True, slots=True)
class ProgressReceived:
    """The camera is at a command of ours."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class FileMessageReceived:
    """Something about the content of a file, with all parts of the message."""

    message: FileRequest | FileChunk | FileRefusal
    parts: tuple[Payload, ...]


@dataclass(frozen=True, slots=True)
class ControlsTold:
    """What is in force at the camera's source; `rows` is its table, None where it is what was told before."""

    state: ControlState
    rows: tuple[ControlRow, ...] | None


@dataclass(frozen=True, slots=True)
class ControlAsked:
    """The viewer would have a control at another value, of any type and size."""

    change: ControlChange


@dataclass(frozen=True, slots=True)
class ControlAnswered:
    """The camera answered what we would have had."""

    answer: ControlAnswer


@dataclass(frozen=True, slots=True)
class HealthReceived:
    """The camera said how it is doing."""

    health: Health


@dataclass(frozen=True, slots=True)
class WantChanged:
    """The viewer said what it can use."""

    want: Want


@dataclass(frozen=True, slots=True)
class CreditGranted:
    """The peer took every picture up to `taken`, which it had held for `held` seconds; more may be sent."""

    stream: int
    taken: int = 0
    held: float = 0.0


@dataclass(frozen=True, slots=True)
class KeyframeRequested:
    """The viewer needs a keyframe."""

    stream: int


@dataclass(frozen=True, slots=True)
class PeerRefused:
    """One side will not serve the other; `text` says to a person what to do."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class PeerLeft:
    """The peer said goodbye (`text`, possibly empty) or fell silent."""

    text: str
    on_purpose: bool


Event: TypeAlias = (
    ReplyDue
    | CameraGreeted
    | ViewerGreeted
    | FrameReceived
    | ChatReceived
    | ChatDelivered
    | LinesWithdrawn
    | LogRenewed
    | ProgressReceived
    | FileMessageReceived
    | ControlsTold
    | ControlAsked
    | ControlAnswered
    | HealthReceived
    | WantChanged
    | CreditGranted
    | KeyframeRequested
    | PeerRefused
    | PeerLeft
)
