"""Every native message, once: typed structs and their bytes.

A message is a list of parts. Part 0 is a msgpack map with the key `kind`; further parts are payload.
`docs/protocol.md` shows each one byte by byte. Unknown fields and unknown kinds are ignored, so that a newer
minor version can add them. The meaning of the two hellos' `kind` and `protocol: [major, minor]` never changes: by it
two programs of different major versions can still tell each other so.
"""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import msgspec

from camwire import limits
from camwire.controls import ControlName, Value
from camwire.errors import WireError
from camwire.frame import EncodedFrame, Payload

PROTOCOL = (1, 1)

Parts: TypeAlias = list[Payload]

Name = Annotated[str, msgspec.Meta(max_length=limits.NAME_CHARACTERS)]
Id = Annotated[str, msgspec.Meta(max_length=limits.ID_CHARACTERS)]
Log = Annotated[str, msgspec.Meta(min_length=1, max_length=limits.ID_CHARACTERS)]
Text = Annotated[str, msgspec.Meta(max_length=limits.TEXT_CHARACTERS)]
Reason = Annotated[str, msgspec.Meta(max_length=limits.REASON_CHARACTERS)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**62)]
Pixels = Annotated[int, msgspec.Meta(ge=0, le=65_535)]
Nanoseconds = Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)]


class Message(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """Base of all message kinds; the subclass' tag is the value of `kind`."""


class Stream(msgspec.Struct, frozen=True, omit_defaults=True):
    """One stream a camera offers. Sizes are zero until its first picture is known."""

    width: Pixels = 0
    height: Pixels = 0
    codecs: Annotated[list[Id], msgspec.Meta(max_length=16)] = msgspec.field(default_factory=lambda: ["jpeg"])


class CameraHello(Message, frozen=True, tag="camera-hello"):
    """A camera introduces itself.

    `log` names this camera's numbered messages to this viewer, `first` is the number of the oldest of them that it
    still keeps. `heard` is the number up to which the camera has the messages of the viewer's log `heard_log`. After
    a reconnect both ends resend what the other has not heard. A hello with an empty `log` is a knock: the camera does
    not know yet whom it called, and expects a `ViewerHello`. `rights` is what this viewer may do (`camwire.rights`);
    empty: everything.
    """

    protocol: tuple[int, int]
    id: Id
    name: Name
    software: Id = ""
    source: Reason = ""
    streams: Annotated[list[Stream], msgspec.Meta(max_length=16)] = msgspec.field(default_factory=list)
    controls: list[msgspec.Raw] = msgspec.field(default_factory=list)
    commands: list[msgspec.Raw] = msgspec.field(default_factory=list)
    takes_pictures: bool = False
    rights: Id = ""
    log: Id = ""
    first: Annotated[int, msgspec.Meta(ge=1, le=2**62)] = 1
    heard_log: Id = ""
    heard: Count = 0


class ViewerHello(Message, frozen=True, tag="viewer-hello"):
    """A viewer introduces itself; `log`, `first`, `heard_log` and `heard` as in `CameraHello`.

    `camera` is the id of the camera it means: another one answers with a knock, and hears no lines meant for that one.
    `codecs` are those that it can decode beside `jpeg`.
    """

    protocol: tuple[int, int]
    id: Id
    name: Name
    log: Log
    software: Id = ""
    camera: Id = ""
    codecs: Annotated[list[Id], msgspec.Meta(max_length=16)] = msgspec.field(default_factory=list)
    first: Annotated[int, msgspec.Meta(ge=1, le=2**62)] = 1
    heard_log: Id = ""
    heard: Count = 0


class Frame(Message, frozen=True, tag="frame"):
    """Header of an encoded picture; part 1 is the picture. Capture time is on the camera's monotonic clock.

    One that is no `keyframe` can be decoded only by who has decoded the frame of sequence `after` last.
    """

    sequence: Count
    capture_time_ns: Nanoseconds
    codec: Id
    width: Pixels
    height: Pixels
    keyframe: bool = True
    after: Count = 0
    stream: Count = 0


class Want(Message, frozen=True, tag="want"):
    """What the viewer can use. Zero means "no wish". A camera may send smaller and slower, never a paused stream.

    `width` and `height` are of the place in which the picture is shown: it is to be as large as fits there, in its own
    shape, and never larger than the camera has it.
    """

    width: Pixels = 0
    height: Pixels = 0
    fps: Annotated[float, msgspec.Meta(ge=0, le=1000)] = 0.0
    quality: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    codec: Id = ""
    bytes_per_second: Count = 0
    paused: bool = False
    stream: Count = 0


class Credit(Message, frozen=True, tag="credit"):
    """The viewer has painted or dropped every frame up to `taken`; up to `window` frames may be under way.

    `held_ns` is how long it had the frame `taken` by then: the rest of the way there and back is the link's.
    """

    taken: Count
    window: Annotated[int, msgspec.Meta(ge=0, le=limits.CREDIT_FRAMES)]
    held_ns: Count = 0
    stream: Count = 0


class KeyframeRequest(Message, frozen=True, tag="keyframe-request"):
    """The viewer cannot decode without a new keyframe."""

    stream: Count = 0


class FileOffer(msgspec.Struct, frozen=True):
    """A file that is to be fetched by `FileRequest`. `sha256` is that of its content, in hexadecimal digits."""

    id: Log
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=limits.FILE_NAME_CHARACTERS)]
    size: Annotated[int, msgspec.Meta(ge=0, le=limits.FILE_BYTES)]
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Chat(Message, frozen=True, tag="message"):
    """One numbered line of the writer's log `log`. `time_ns` is the writer's wall clock (Unix time).

    Payload, if any, is a value (see `camwire.values`), and `text` is how a person reads it. `role` says what it is:

    - empty: something said;
    - `command`: `command` is to be run; the value is a dict of its arguments by name;
    - `answer`, `failure`: to the line `about` of the log `about_log`; a failure's text is the reason;
    - `cancel`: the writer's own line `about` is not wanted any more;
    - `file`: `file` is on offer;
    - `void`: was something once, and is withdrawn; it only keeps the numbers from `number` to `about`.

    A reader takes a role it does not know for something said. `frame` is the sequence of the picture it was said about.
    """

    number: Annotated[int, msgspec.Meta(ge=1, le=2**62)]
    log: Log
    text: Text
    time_ns: Nanoseconds = 0
    role: Id = ""
    about: Count = 0
    about_log: Id = ""
    command: Id = ""
    frame: Count = 0
    file: FileOffer | None = None

    @property
    def last(self) -> int:
        """The last of the numbers for which it stands."""
        return max(self.number, self.about) if self.role == "void" else self.number


class Receipt(Message, frozen=True, tag="receipt"):
    """Every message up to `number` of the log `log` has been received."""

    number: Count
    log: Log


class Progress(Message, frozen=True, tag="progress"):
    """The camera is at the line `about` of the viewer's log `log`. `fraction` is from 0 to 1, negative if not known."""

    about: Annotated[int, msgspec.Meta(ge=1, le=2**62)]
    log: Log
    fraction: Annotated[float, msgspec.Meta(ge=-1, le=1)] = -1.0
    text: Reason = ""


class FileRequest(Message, frozen=True, tag="file-request"):
    """Everything of `file` up to `offset` is here (all of it, when that is its size); send on, up to `until`."""

    file: Log
    offset: Count
    until: Count


class FileChunk(Message, frozen=True, tag="file-chunk"):
    """Part 1 is what stands in `file` at `offset`, at most `FILE_CHUNK_BYTES`."""

    file: Log
    offset: Count


class FileRefusal(Message, frozen=True, tag="file-refusal"):
    """From either end: this file is not sent, or not taken. `text` says why, to a person."""

    file: Log
    text: Reason


class ControlState(Message, frozen=True, tag="control-state"):
    """What is in force at the controls of the camera's source: all of it, each time. Not kept: the next replaces it.

    `controls` is the table (see `camwire.controls`) where it is not what this viewer was told before. A control without
    a value is one that cannot be read. `text` says why there are no controls, where there are none.
    """

    values: Annotated[dict[ControlName, Value], msgspec.Meta(max_length=limits.CONTROLS)]
    controls: list[msgspec.Raw] | None = None
    text: Reason = ""


class ControlChange(Message, frozen=True, tag="control-change"):
    """The viewer would have the control `name` at `value`. `number` is the viewer's, and rises.

    Whatever the value is, it is answered: what cannot be, with the range.
    """

    number: Count
    name: ControlName
    value: object


class ControlAnswer(Message, frozen=True, tag="control-answer"):
    """What came of a `ControlChange`, and of all earlier ones of that viewer for the same control.

    `value` is the value in force, which the source may have rounded; None is not known. `text` is empty, or says in a
    sentence why it is not what was asked for.
    """

    number: Count
    name: ControlName
    value: Value | None = None
    text: Reason = ""


class Health(Message, frozen=True, tag="health"):
    """How the camera, its source and its computer are doing. Not kept: the next one makes up for one that is lost.

    `level` is `good`, `warning` or `bad`; `text` says what is wrong and what to do; `trouble` why the source gives no
    pictures. `facts` are the figures behind it, their units in their names.
    """

    level: Id = "good"
    text: Reason = ""
    trouble: Reason = ""
    facts: Annotated[dict[Id, Value], msgspec.Meta(max_length=limits.FACTS)] = msgspec.field(default_factory=dict)


class Ping(Message, frozen=True, tag="ping"):
    """The viewer's question for the camera's clock; `sent_ns` is on the viewer's monotonic clock."""

    sent_ns: Nanoseconds


class Pong(Message, frozen=True, tag="pong"):
    """The answer: `sent_ns` returned unchanged, `clock_ns` read from the camera's monotonic clock."""

    sent_ns: Nanoseconds
    clock_ns: Nanoseconds


class Refusal(Message, frozen=True, tag="refusal"):
    """The peer is not served. `reason` is for programs, `text` is a sentence for people that says what to do."""

    reason: Id
    text: Reason


REVOKED = "revoked"
"""Reason of a camera that knew this viewer before."""
NOT_UNDERSTOOD = "not-understood"
"""Reason of one that was sent nonsense, as it seems to it."""


class Goodbye(Message, frozen=True, tag="goodbye"):
    """The peer leaves on purpose."""

    text: Reason = ""


class _Head(msgspec.Struct):
    kind: str


class _Version(msgspec.Struct):
    protocol: tuple[int, int]


HELLOS: dict[str, type[Message]] = {"camera-hello": CameraHello, "viewer-hello": ViewerHello}

_KINDS: tuple[type[Message], ...] = (
    CameraHello,
    ViewerHello,
    Frame,
    Want,
    Credit,
    KeyframeRequest,
    Chat,
    Receipt,
    Progress,
    FileRequest,
    FileChunk,
    FileRefusal,
    ControlState,
    ControlChange,
    ControlAnswer,
    Health,
    Ping,
    Pong,
    Refusal,
    Goodbye,
)
_DECODERS = {str(kind.__struct_config__.tag): msgspec.msgpack.Decoder(kind) for kind in _KINDS}
_HEAD = msgspec.msgpack.Decoder(_Head)
_VERSION = msgspec.msgpack.Decoder(_Version)
_ENCODER = msgspec.msgpack.Encoder()


class OtherVersion(WireError):
    """A hello, `kind`, of another major version arrived; nothing else of it is read."""

    def __init__(self, kind: type[Message], protocol: tuple[int, int]) -> None:
        super().__init__(f"protocol {protocol[0]}.{protocol[1]}")
        self.kind = kind
        self.protocol = protocol


def encode(message: Message, *payload: Payload) -> Parts:
    """Return the parts of `message`; payload parts are passed on, not copied."""
    return [_ENCODER.encode(message), *payload]


def encode_frame(frame: EncodedFrame) -> Parts:
    """Return the parts of one frame: header and the payload itself. A camera of ours always knows the capture time."""
    assert frame.capture_time_ns is not None
    header = Frame(
        sequence=frame.sequence,
        capture_time_ns=frame.capture_time_ns,
        codec=frame.codec,
        width=frame.width,
        height=frame.height,
        keyframe=frame.keyframe,
        after=frame.after,
        stream=frame.stream,
    )
    return encode(header, frame.payload)


def decode(parts: Sequence[Payload]) -> Message | None:
    """Return the message in `parts`, or None for a kind of a newer minor version. Raises WireError."""
    if not parts:
        raise WireError("an empty message")
    if len(parts) > limits.PARTS:
        raise WireError(f"a message of {len(parts)} parts; {limits.PARTS} are allowed")
    header = parts[0]
    if len(header) > limits.HEADER_BYTES:
        raise WireError(f"a header of {len(header)} bytes; {limits.HEADER_BYTES} are allowed")
    try:
        kind = _HEAD.decode(header).kind
        if kind in HELLOS:
            _check_version(HELLOS[kind], header)
        decoder = _DECODERS.get(kind)
        return None if decoder is None else decoder.decode(header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"not a Watchword message: {error}") from error


def frame_of(header: Frame, parts: Sequence[Payload]) -> EncodedFrame:
    """Join a frame's header with its payload. Raises WireError when there is not exactly one payload."""
    if len(parts) != 2:
        raise WireError(f"a frame of {len(parts)} parts instead of 2")
    return EncodedFrame(
        sequence=header.sequence,
        capture_time_ns=header.capture_time_ns,
        codec=header.codec,
        width=header.width,
        height=header.height,
        payload=parts[1],
        keyframe=header.keyframe,
        after=header.after,
        stream=header.stream,
    )


def _check_version(kind: type[Message], header: Payload) -> None:
    protocol = _VERSION.decode(header).protocol
    if protocol[0] != PROTOCOL[0]:
        raise OtherVersion(kind, protocol)
