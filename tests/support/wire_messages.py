"""Messages for property tests: any valid one, any bytes, and valid ones with damage."""

from typing import Any

import msgspec
from hypothesis import strategies as st

from camwire import limits, messages
from camwire.commands import Command, Parameter, announced
from camwire.controls import ControlRow
from camwire.controls import announced as announced_controls
from camwire.frame import Payload
from camwire.messages import Message

counts = st.integers(0, 2**62)
numbers = st.integers(1, 2**62)
times = st.integers(-(2**62), 2**62)
pixels = st.integers(0, 65_535)
letters = st.characters(exclude_categories=["Cs"])
words = st.text(letters, max_size=12)
# Any log, and often one that a peer under test knows.
logs = st.sampled_from(["viewer-log", "camera-log"]) | st.text(letters, min_size=1, max_size=12)
stamps = {"protocol": st.tuples(st.just(1), st.integers(0, 9)), "id": words, "name": words}
resumption = {"log": words, "first": numbers, "heard_log": words, "heard": counts}
raws = st.lists(
    st.recursive(st.none() | st.integers(0, 9) | words, lambda inner: st.dictionaries(words, inner, max_size=2))
    .map(msgspec.msgpack.encode)
    .map(msgspec.Raw),
    max_size=2,
)
small = st.integers(1, 9)
parameters = st.sampled_from(
    [
        Parameter("degrees", "integer", is_required=True, least=-90, most=90, step=5, unit="°"),
        Parameter("mood", "choice", choices=("calm", "grim"), default="calm"),
        Parameter("note", takes_rest=True),
    ]
)
commands = st.builds(
    Command,
    name=st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True),
    help=words,
    parameters=parameters.map(lambda each: (each,)) | st.just(()),
    is_dangerous=st.booleans(),
)
control_values = st.booleans() | st.integers(-(2**62), 2**62) | st.floats(-(2.0**62), 2.0**62) | words
control_names = st.sampled_from(["exposure", "light"]) | st.text(letters, min_size=1, max_size=12)
control_rows = st.sampled_from(
    [
        ControlRow("exposure", "integer", least=29, most=66_666, default=157, unit="µs", ruled_by="light"),
        ControlRow("light", "boolean", fixed="It can only be read."),
        ControlRow("mood", "choice", choices=("calm", "grim"), title="Mood", reconfigures=True),
        ControlRow("smell", "of-the-future"),
    ]
)
control_tables = st.lists(control_rows, max_size=2).map(announced_controls)
files = st.builds(
    messages.FileOffer,
    id=logs,
    name=st.text(letters, min_size=1, max_size=12),
    size=st.integers(0, limits.FILE_BYTES),
    sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)
roles = st.sampled_from(["", "command", "answer", "failure", "cancel", "file", "void"]) | words
# Often the cameras that a peer under test is, or knows.
camera_ids = st.sampled_from(["", "cam-1"]) | words
streams = st.builds(messages.Stream, width=pixels, height=pixels, codecs=st.lists(words, max_size=3))

_FIELDS: dict[type[Message], dict[str, Any]] = {
    messages.CameraHello: {
        **stamps,
        **resumption,
        "software": words,
        "source": words,
        "streams": st.lists(streams, max_size=2),
        "controls": control_tables | raws,
        "commands": st.lists(commands, max_size=2).map(announced) | raws,
        "takes_pictures": st.booleans(),
    },
    messages.ViewerHello: {**stamps, **resumption, "log": logs, "software": words, "camera": camera_ids},
    messages.Frame: {
        "sequence": counts,
        "capture_time_ns": times,
        "codec": words,
        "width": pixels,
        "height": pixels,
        "keyframe": st.booleans(),
        "stream": counts,
    },
    messages.Want: {
        "width": pixels,
        "height": pixels,
        "fps": st.floats(0, 1000),
        "quality": st.integers(0, 100),
        "codec": words,
        "paused": st.booleans(),
        "stream": counts,
    },
    messages.Credit: {"taken": counts, "window": st.integers(0, limits.CREDIT_FRAMES), "stream": counts},
    messages.KeyframeRequest: {"stream": counts},
    messages.Chat: {
        "number": small | numbers,
        "log": logs,
        "text": words,
        "time_ns": times,
        "role": roles,
        "about": counts,
        "about_log": st.just("") | logs,
        "command": words,
        "frame": counts,
        "file": st.none() | files,
    },
    messages.Receipt: {"number": small | counts, "log": logs},
    messages.Progress: {"about": numbers, "log": logs, "fraction": st.floats(-1, 1), "text": words},
    messages.FileRequest: {"file": logs, "offset": counts, "until": counts},
    messages.FileChunk: {"file": logs, "offset": counts},
    messages.FileRefusal: {"file": logs, "text": words},
    messages.Health: {
        "level": st.sampled_from(["good", "warning", "bad"]) | words,
        "text": words,
        "trouble": words,
        "facts": st.dictionaries(words, words | st.integers(-9, 9) | st.floats(-9, 9), max_size=3),
    },
    messages.ControlState: {
        "values": st.dictionaries(control_names, control_values, max_size=3),
        "controls": st.none() | control_tables | raws,
        "text": words,
    },
    messages.ControlChange: {
        "number": counts,
        "name": control_names,
        "value": control_values | st.none() | st.lists(words, max_size=2),
    },
    messages.ControlAnswer: {
        "number": counts,
        "name": control_names,
        "value": st.none() | control_values,
        "text": words,
    },
    messages.Ping: {"sent_ns": times},
    messages.Pong: {"sent_ns": times, "clock_ns": times},
    messages.Refusal: {"reason": words, "text": words},
    messages.Goodbye: {"text": words},
}


def kinds() -> list[type[Message]]:
    """Every message kind of the native protocol."""
    return Message.__subclasses__()


def message_of(kind: type[Message]) -> st.SearchStrategy[Message]:
    """Any valid message of `kind`; fails for a kind that has no line above."""
    return st.builds(kind, **_FIELDS[kind])


def any_message() -> st.SearchStrategy[Message]:
    """Any valid message of any kind."""
    return st.sampled_from(kinds()).flatmap(message_of)


def any_parts() -> st.SearchStrategy[list[bytes]]:
    """Any bytes in any number of parts, some of which begin like a message."""
    kind_bytes = st.sampled_from(kinds()).map(lambda kind: msgspec.msgpack.encode({"kind": kind.__struct_config__.tag}))
    bare = kind_bytes.map(lambda head: [head])
    grafted = st.tuples(kind_bytes, st.binary(max_size=40)).map(lambda two: [b"\x82" + two[0][1:] + two[1]])
    return st.lists(st.binary(max_size=60), max_size=4) | bare | grafted


def damaged(parts: list[Payload]) -> st.SearchStrategy[list[bytes]]:
    """`parts` with the first one cut short, or with up to three bytes changed."""
    header = bytes(parts[0])
    rest = [bytes(part) for part in parts[1:]]
    place = st.integers(0, len(header) - 1)
    changes = st.lists(st.tuples(place, st.integers(0, 255)), min_size=1, max_size=3)
    return (place.map(lambda end: header[:end]) | changes.map(lambda each: _changed(header, each))).map(
        lambda first: [first, *rest]
    )


def _changed(header: bytes, changes: list[tuple[int, int]]) -> bytes:
    changed = bytearray(header)
    for place, byte in changes:
        changed[place] = byte
    return bytes(changed)
