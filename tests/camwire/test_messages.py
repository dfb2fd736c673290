"""Messages and their bytes."""

from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from camwire import limits, messages
from camwire.errors import WireError
from camwire.messages import CameraHello, Chat, OtherVersion, Ping, Stream, ViewerHello, Want
from tests.support.wire_messages import any_message, any_parts, damaged, kinds

FILE = {"id": "f", "name": "porch.jpg", "size": 9, "sha256": "0" * 64}


def header(**fields: Any) -> list[bytes]:
    return [msgspec.msgpack.encode(fields)]


@settings(deadline=None, max_examples=200)
@given(message=any_message())
def test_that_a_message_comes_back_as_it_went(message: messages.Message) -> None:
    assert messages.decode(messages.encode(message)) == message


@settings(deadline=None, max_examples=200)
@given(message=any_message())
def test_that_part_0_is_a_map_that_names_its_kind(message: messages.Message) -> None:
    fields = msgspec.msgpack.decode(messages.encode(message)[0])
    assert fields["kind"] == message.__struct_config__.tag


def test_that_no_two_kinds_share_a_name() -> None:
    assert len({kind.__struct_config__.tag for kind in kinds()}) == len(kinds()) == 20


def test_that_payload_is_passed_on_uncopied() -> None:
    payload = memoryview(b"picture")
    assert messages.encode(Ping(sent_ns=1), payload)[1] is payload


def test_that_defaults_are_left_out() -> None:
    assert messages.encode(Want()) == header(kind="want")


def test_that_a_kind_of_the_future_is_ignored() -> None:
    assert messages.decode(header(kind="hologram", depth=3)) is None


def test_that_a_field_of_the_future_is_ignored() -> None:
    assert messages.decode(header(kind="ping", sent_ns=5, mood={"a": [1, None]})) == Ping(sent_ns=5)


def test_that_a_newer_minor_version_is_read() -> None:
    hello = messages.decode(header(kind="viewer-hello", protocol=[1, 99], id="v", name="n", log="l"))
    assert hello == ViewerHello(protocol=(1, 99), id="v", name="n", log="l")


@pytest.mark.parametrize("kind", messages.HELLOS)
@pytest.mark.parametrize("major", [0, 2, -1, 2**40])
def test_that_of_another_major_version_only_the_version_is_read(kind: str, major: int) -> None:
    with pytest.raises(OtherVersion) as other:
        messages.decode(header(kind=kind, protocol=[major, 7], id=["a", "list"]))
    assert other.value.protocol == (major, 7)
    assert other.value.kind.__struct_config__.tag == kind


@pytest.mark.parametrize(
    "fields",
    [
        {"sent_ns": 1},
        {"kind": 5},
        {"kind": None},
        {"kind": "ping"},
        {"kind": "ping", "sent_ns": "1"},
        {"kind": "ping", "sent_ns": 1.5},
        {"kind": "ping", "sent_ns": 2**62 + 1},
        {"kind": "want", "fps": float("nan")},
        {"kind": "want", "fps": float("inf")},
        {"kind": "want", "quality": 101},
        {"kind": "want", "width": 65_536},
        {"kind": "want", "paused": 1},
        {"kind": "credit", "taken": -1, "window": 1},
        {"kind": "credit", "taken": 0, "window": limits.CREDIT_FRAMES + 1},
        {"kind": "message", "number": 0, "log": "l", "text": ""},
        {"kind": "message", "number": 1, "log": "l", "text": "x" * (limits.TEXT_CHARACTERS + 1)},
        {"kind": "message", "number": 1, "log": "l", "text": b"bytes"},
        {"kind": "message", "number": 1, "text": "x"},
        {"kind": "message", "number": 1, "log": "", "text": "x"},
        {"kind": "message", "number": 1, "log": "l" * (limits.ID_CHARACTERS + 1), "text": "x"},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "role": "r" * (limits.ID_CHARACTERS + 1)},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "about": -1},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "frame": 1.5},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "id": ""}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "name": ""}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "name": "n" * 201}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "size": -1}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "size": limits.FILE_BYTES + 1}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "sha256": "0" * 63}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "sha256": "G" * 64}},
        {"kind": "message", "number": 1, "log": "l", "text": "x", "file": {**FILE, "sha256": "0" * 64 + "\n"}},
        {"kind": "progress", "about": 0, "log": "l"},
        {"kind": "progress", "about": 1, "log": ""},
        {"kind": "progress", "about": 1, "log": "l", "fraction": 1.01},
        {"kind": "progress", "about": 1, "log": "l", "fraction": float("nan")},
        {"kind": "progress", "about": 1, "log": "l", "text": "x" * (limits.REASON_CHARACTERS + 1)},
        {"kind": "file-request", "file": "f", "offset": 0},
        {"kind": "file-request", "file": "", "offset": 0, "until": 1},
        {"kind": "file-request", "file": "f", "offset": -1, "until": 1},
        {"kind": "file-chunk", "file": "f", "offset": 2**62 + 1},
        {"kind": "file-refusal", "file": "f"},
        {"kind": "camera-hello", "protocol": [1, 0], "id": "v", "name": "n", "takes_pictures": 1},
        {"kind": "camera-hello", "protocol": [1, 0], "id": "v", "name": "n", "commands": {"name": "x"}},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v", "name": "n", "log": "l", "camera": "c" * 121},
        {"kind": "control-state"},
        {"kind": "control-state", "values": {"exposure": None}},
        {"kind": "control-state", "values": {"exposure": [1]}},
        {"kind": "control-state", "values": {"exposure": float("nan")}},
        {"kind": "control-state", "values": {"exposure": float("inf")}},
        {"kind": "control-state", "values": {"exposure": 2**62 + 1}},
        {"kind": "control-state", "values": {"": 1}},
        {"kind": "control-state", "values": {"x": "x" * 81}},
        {"kind": "control-state", "values": {f"light {number}": 1 for number in range(limits.CONTROLS + 1)}},
        {"kind": "control-change", "number": 1, "name": "exposure"},
        {"kind": "control-change", "number": 1, "value": 1},
        {"kind": "control-change", "number": -1, "name": "exposure", "value": 1},
        {"kind": "control-change", "number": 1, "name": "n" * 81, "value": 1},
        {"kind": "control-answer", "number": 1, "name": "exposure", "value": b"1"},
        {"kind": "control-answer", "number": 1, "name": "exposure", "text": "x" * (limits.REASON_CHARACTERS + 1)},
        {"kind": "receipt", "number": 1},
        {"kind": "receipt", "number": 1, "log": ""},
        {"kind": "refusal", "reason": "r", "text": "x" * (limits.REASON_CHARACTERS + 1)},
        {"kind": "viewer-hello", "protocol": [1], "id": "v", "name": "n", "log": "l"},
        {"kind": "viewer-hello", "protocol": "1.0", "id": "v", "name": "n", "log": "l"},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v", "name": "n" * (limits.NAME_CHARACTERS + 1), "log": "l"},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v" * (limits.ID_CHARACTERS + 1), "name": "n", "log": "l"},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v", "name": "n", "log": "l", "first": 0},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v", "name": "n"},
        {"kind": "viewer-hello", "protocol": [1, 0], "id": "v", "name": "n", "log": ""},
        {"kind": "camera-hello", "protocol": [1, 0], "id": "v", "name": "n", "streams": [{}] * 17},
    ],
)
def test_that_a_field_of_the_wrong_type_or_size_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(WireError, match="not a Watchword message"):
        messages.decode(header(**fields))


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b""],
        [b"\xc0"],
        [b"\x80"],
        [b"\xc1"],
        [b"GET / HTTP/1.1\r\n"],
        [b"\x81\xa4kind\xa4\xff\xfe\xfd\xfc"],
        [b"\x82\xa4kind\xa4ping\xa4deep" + b"\x91" * 100_000],
        [b"\xdf\xff\xff\xff\xff"],
        [msgspec.msgpack.encode({"kind": "ping", "sent_ns": 1}) + b"\x00"],
        [b"x"] * (limits.PARTS + 1),
        [b"x" * (limits.HEADER_BYTES + 1)],
    ],
)
def test_that_rubbish_is_refused(parts: list[bytes]) -> None:
    with pytest.raises(WireError):
        messages.decode(parts)


@settings(deadline=None, max_examples=300)
@given(parts=any_parts())
def test_that_any_bytes_are_a_message_or_a_wire_error(parts: list[bytes]) -> None:
    with suppress(WireError):
        assert isinstance(messages.decode(parts), messages.Message | None)


@settings(deadline=None, max_examples=300)
@given(parts=any_message().map(messages.encode).flatmap(damaged))
def test_that_a_damaged_message_is_a_message_or_a_wire_error(parts: list[bytes]) -> None:
    with suppress(WireError):
        assert isinstance(messages.decode(parts), messages.Message | None)


def test_that_what_a_camera_declares_is_carried_unread() -> None:
    raw = msgspec.Raw(msgspec.msgpack.encode({"name": "light", "of": ["another", "version"]}))
    hello = CameraHello(protocol=(1, 0), id="c", name="n", controls=[raw], commands=[raw], streams=[Stream()])
    assert messages.decode(messages.encode(hello)) == hello


def test_that_a_line_keeps_every_character() -> None:
    chat = Chat(number=1, log="l", text="🎥 a\x00b\nc ‮ ﷽")
    assert messages.decode(messages.encode(chat)) == chat
