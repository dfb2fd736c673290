"""What the formats of other programs become, and what is said to them."""

import json
import math
from typing import Any

import msgspec
import numpy as np
import pytest
import simplejpeg

from camwire.arrays import Array
from camwire.dialects import detect
from camwire.dialects.base import Caller, Dialect
from camwire.errors import UsageError, WireError
from camwire.events import CameraGreeted, ChatDelivered, ChatReceived, FrameReceived, ReplyDue
from camwire.frame import Layout
from tests.support.wire_samples import FOLDER, begin, begun, read

COLOUR = np.random.default_rng(7).integers(0, 256, (24, 32, 3), np.uint8)
RAW = Array(Layout("|u1", (24, 32, 3)), COLOUR.tobytes())
JPEG = Array(Layout("", ()), b"\xff\xd8\xff\xd9", codec="jpeg", colorspace="BGR")
FOREIGN = ["netgear", "netgear_async", "imagezmq"]


def sample(dialect: str, place: str) -> list[bytes]:
    return read(FOLDER / dialect / f"{place}.msgpack")


def frame_of(dialect: str, place: str) -> FrameReceived:
    *_, frame = begin(dialect).receive(sample(dialect, place), 7.5)
    assert isinstance(frame, FrameReceived)
    return frame


def pixels_of(received: FrameReceived) -> np.ndarray:
    frame = received.frame
    if frame.codec == "jpeg":
        return simplejpeg.decode_jpeg(bytes(frame.payload), colorspace="BGR")
    assert frame.layout is not None
    return np.frombuffer(frame.payload, frame.layout.dtype).reshape(frame.layout.shape)


def texts(dialect: Dialect, *messages: list[bytes]) -> list[str]:
    events = [event for parts in messages for event in dialect.receive(parts, 2.0)]
    return [event.line.chat.text for event in events if isinstance(event, ChatReceived)]


def answer(dialect: Dialect, parts: list[bytes]) -> list[bytes]:
    (reply,) = (event for event in dialect.receive(parts, 2.0) if isinstance(event, ReplyDue))
    return [bytes(part) for part in reply.parts]


def netgear(**fields: object) -> list[bytes]:
    header = {"terminate_flag": False, "compression": False, "dtype": "uint8", "shape": [1, 1], **fields}
    return [json.dumps(header).encode(), b"x"]


def netgear_async(**fields: object) -> list[bytes]:
    header = {"terminate": False, "bi_mode": True, "data": "", **fields}
    return [msgspec.msgpack.encode(header), sample("netgear_async", "first/0-bidirectional")[1]]


def imagezmq(message: object) -> list[bytes]:
    return [json.dumps({"msg": message, "dtype": "uint8", "shape": [1, 1]}).encode(), b"x"]


@pytest.mark.parametrize(
    ("dialect", "place"),
    [
        ("netgear", "first/raw"),
        ("netgear_async", "first/0-bidirectional"),
        ("netgear_async", "first/push"),
        ("imagezmq", "first/0-image"),
        ("imagezmq", "first/publish"),
    ],
)
def test_that_a_picture_without_compression_arrives_as_it_was(dialect: str, place: str) -> None:
    received = frame_of(dialect, place)
    assert (received.frame.codec, received.frame.width, received.frame.height) == ("raw", 32, 24)
    assert np.array_equal(pixels_of(received), COLOUR)


@pytest.mark.parametrize(("dialect", "place"), [("netgear", "first/raw-gray"), ("imagezmq", "first/gray")])
def test_that_a_gray_picture_has_two_sides(dialect: str, place: str) -> None:
    assert np.array_equal(pixels_of(frame_of(dialect, place)), COLOUR[:, :, 0])


def test_that_a_picture_of_floats_arrives() -> None:
    assert np.array_equal(pixels_of(frame_of("netgear", "first/raw-floats")), COLOUR.astype(np.float32))


@pytest.mark.parametrize(
    ("dialect", "place"),
    [("netgear", "first/0-pair"), ("netgear", "first/gray"), ("imagezmq", "first/jpg"), ("imagezmq", "later/list")],
)
def test_that_a_jpeg_is_passed_on(dialect: str, place: str) -> None:
    received = frame_of(dialect, place)
    assert (received.frame.codec, received.frame.width, received.frame.height) == ("jpeg", 0, 0)
    assert pixels_of(received).shape == (24, 32, 3)


@pytest.mark.parametrize("dialect", FOREIGN)
def test_that_nobody_knows_when_a_picture_was_taken(dialect: str) -> None:
    place = {"netgear": "first/raw", "netgear_async": "first/pair", "imagezmq": "first/jpg"}[dialect]
    received = frame_of(dialect, place)
    assert (received.captured, received.uncertainty, received.frame.capture_time_ns) == (7.5, math.inf, None)


def test_that_pictures_are_counted() -> None:
    dialect = begin("imagezmq")
    events = [event for _ in range(3) for event in dialect.receive(sample("imagezmq", "first/jpg"), 1.0)]
    assert [event.frame.sequence for event in events if isinstance(event, FrameReceived)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("dialect", "parts", "caller"),
    [
        ("netgear", sample("netgear", "first/0-pair"), Caller()),
        ("netgear", netgear(port="5577"), Caller(name="Port 5577", port="5577")),
        ("netgear", netgear(port=9), Caller(name="Port 9", port="9")),
        ("netgear", netgear(port=["5577"]), Caller()),
        ("netgear", netgear(port="9" * 10_000), Caller(name="Port " + "9" * 40, port="9" * 40)),
        ("netgear", [b'{"terminate_flag": true, "port": "5577"}'], Caller("", "Port 5577", "5577", is_leaving=True)),
        ("netgear_async", netgear_async(), Caller()),
        ("imagezmq", imagezmq("porch"), Caller(name="porch")),
        ("imagezmq", imagezmq(" the \n porch " * 100), Caller(name=("the porch " * 8).strip())),
        ("imagezmq", imagezmq("por\u202ech\x1b]0;\ud800"), Caller(name="por ch ]0;?")),
        ("netgear", netgear(port="\ud800\x07 7"), Caller(name="Port ? 7", port="? 7")),
        ("imagezmq", imagezmq(["porch", 2]), Caller(name='["porch", 2]')),
    ],
)
def test_that_a_caller_is_named_as_far_as_it_says(dialect: str, parts: list[bytes], caller: Caller) -> None:
    found = detect(parts)
    assert found is not None
    assert (found[0].name, found[1]) == (dialect, caller)
    greeted = [event for event in begin(dialect).receive(parts, 1.0) if isinstance(event, CameraGreeted)]
    assert greeted == ([] if caller.is_leaving else [CameraGreeted(caller.name)])


def test_that_a_header_for_both_programs_is_netgears() -> None:
    parts = netgear(msg="porch")
    found = detect(parts)
    assert found is not None
    assert found[0].name == "netgear"
    with pytest.raises(WireError, match="NetGear"):
        begin("imagezmq").receive(parts, 1.0)


@pytest.mark.parametrize(
    ("dialect", "parts", "text"),
    [
        ("netgear", netgear(message="hello"), "hello"),
        ("netgear", netgear(message=0), "0"),
        ("netgear", netgear(message=False), "false"),
        ("netgear", netgear(message=float("nan")), "NaN"),
        ("netgear", netgear(message=10**30), str(10**30)),
        ("netgear", netgear(message="\ud83d half"), "? half"),
        ("netgear", netgear(message={"a": [1, None]}), '{"a": [1, null]}'),
        ("netgear_async", netgear_async(data="hello"), "hello"),
        ("netgear_async", netgear_async(data={1: b"x"}), '{"1": "b\'x\'"}'),
        ("netgear_async", netgear_async(data=float("nan")), "NaN"),
    ],
)
def test_that_what_comes_with_a_picture_is_a_line_when_it_changes(dialect: str, parts: list[bytes], text: str) -> None:
    nothing = netgear() if dialect == "netgear" else netgear_async()
    assert texts(begin(dialect), nothing, parts, parts, parts, nothing, parts) == [text, text]


@pytest.mark.parametrize("name", ["porch", ["porch", 21.5], float("nan"), "\ud800", None, ""])
def test_that_the_first_text_of_imagezmq_is_a_name_and_another_one_is_news(name: Any) -> None:
    dialect = begin("imagezmq")
    assert texts(dialect, imagezmq(name), imagezmq(name)) == []
    news = imagezmq("a fox")
    assert texts(dialect, news, news, imagezmq(name), news) == ["a fox", "a fox"]


def test_that_a_broken_message_names_nobody() -> None:
    dialect = begin("imagezmq")
    with pytest.raises(WireError):
        dialect.receive([*imagezmq("not this")[:1], b"too long"], 1.0)
    assert CameraGreeted("porch") in dialect.receive(imagezmq("porch"), 1.0)


@pytest.mark.parametrize("value", ["hello", 1, 0.5, True, [1, {"a": None}], {"door": "öffen"}, "", 0, []])
def test_that_netgear_is_answered_in_json_that_all_its_modes_take(value: object) -> None:
    dialect = begun("netgear")
    dialect.say(value, 0)
    (said,) = answer(dialect, netgear())
    assert json.loads(said) == {"port": "5566", "return_type": type(value).__name__, "data": value}
    (nothing,) = answer(dialect, netgear())
    assert json.loads(nothing) == {"port": "5566", "return_type": "NoneType", "data": None}


@pytest.mark.parametrize(
    ("array", "fields"),
    [
        (RAW, {"compression": False, "array_dtype": "|u1", "array_shape": [24, 32, 3]}),
        (JPEG, {"compression": {"dct": True, "ups": False, "colorspace": "BGR"}, "array_dtype": "", "array_shape": ""}),
    ],
)
def test_that_a_picture_is_said_to_netgear_in_two_parts(array: Array, fields: dict[str, object]) -> None:
    dialect = begun("netgear")
    dialect.say(array, 0)
    header, picture = answer(dialect, netgear())
    assert json.loads(header) == {"port": "5566", "return_type": "ndarray", "data": None, **fields}
    assert picture == array.payload


@pytest.mark.parametrize("value", ["hello", 1, 0.5, True, [1, {"a": None}], {"door": "öffen"}, b"\x00"])
def test_that_netgear_async_is_answered_in_msgpack(value: object) -> None:
    dialect = begun("netgear_async")
    dialect.say(value, 0)
    (said,) = answer(dialect, netgear_async())
    assert msgspec.msgpack.decode(said) == {"return_type": type(value).__name__, "return_data": value}
    (nothing,) = answer(dialect, netgear_async())
    assert msgspec.msgpack.decode(nothing) == {"return_type": "NoneType", "return_data": ""}


def test_that_a_picture_is_said_to_netgear_async_as_its_own_decoder_reads_it() -> None:
    msgpack, msgpack_numpy = pytest.importorskip("msgpack"), pytest.importorskip("msgpack_numpy")
    dialect = begun("netgear_async")
    dialect.say(RAW, 0)
    header, picture = answer(dialect, netgear_async())
    assert msgspec.msgpack.decode(header) == {"return_type": "ndarray", "return_data": None}
    assert np.array_equal(msgpack.unpackb(picture, object_hook=msgpack_numpy.decode), COLOUR)


def test_that_netgear_async_is_told_goodbye_in_msgpack() -> None:
    (said,) = answer(begun("netgear_async"), sample("netgear_async", "later/goodbye"))
    assert list(msgspec.msgpack.decode(said)) == ["terminated"]


@pytest.mark.parametrize(("value", "said"), [("öffnen", "öffnen".encode()), (b"\x00\xff", b"\x00\xff"), ("", b"")])
def test_that_imagezmq_is_answered_in_bytes(value: str | bytes, said: bytes) -> None:
    dialect = begun("imagezmq")
    dialect.say(value, 0)
    assert [answer(dialect, imagezmq("porch")) for _ in range(2)] == [[said], [b"OK"]]


NOT_TO_BE_SAID: list[tuple[str, object]] = [
    ("netgear", None),
    ("netgear", b"bytes"),
    ("netgear", (1, 2)),
    ("netgear", {1: 2}),
    ("netgear", 10**5000),
    ("netgear", ["\ud800"]),
    ("netgear", {"\ud800": 1}),
    ("netgear", "x" * 70_000),
    ("netgear_async", ""),
    ("netgear_async", 0),
    ("netgear_async", {1: 2}),
    ("netgear_async", 2**64),
    ("netgear_async", {"\ud800": 1}),
    ("netgear_async", {1, 2}),
    ("netgear_async", JPEG),
    ("imagezmq", 1),
    ("imagezmq", None),
    ("imagezmq", {"a": 1}),
    ("imagezmq", RAW),
    ("imagezmq", b"x" * 70_000),
]


@pytest.mark.parametrize(("dialect", "value"), NOT_TO_BE_SAID, ids=range(len(NOT_TO_BE_SAID)))
def test_that_what_a_format_cannot_carry_is_refused_with_the_reason(dialect: str, value: object) -> None:
    camera = begun(dialect)
    with pytest.raises(UsageError) as refused:
        camera.say(value, 0)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 300
    assert camera.say("fine", 0) == 1


def test_that_netgear_async_is_mute_until_it_says_that_it_listens() -> None:
    dialect = begin("netgear_async")
    assert "without bidirectional_mode" in dialect.why_mute
    dialect.receive(netgear_async(bi_mode=False), 1.0)
    assert "without bidirectional_mode" in dialect.why_mute
    dialect.receive(netgear_async(bi_mode=True), 1.0)
    assert not dialect.why_mute
    assert dialect.picture_codec == "raw"


def test_that_a_line_waits_while_the_camera_does_not_listen() -> None:
    dialect = begun("netgear_async")
    dialect.say("hello", 0)
    for _ in range(3):
        events = dialect.receive(netgear_async(bi_mode=False), 1.0)
        assert isinstance(events[0], ReplyDue)
        assert events[0].line == 0
        assert not [event for event in events if isinstance(event, ChatDelivered)]
    assert ReplyDue in [type(event) for event in dialect.receive(netgear_async(), 1.0)]
    assert ChatDelivered(1) in dialect.receive(netgear_async(), 1.0)


def test_that_a_picture_is_said_as_netgear_sends_its_own() -> None:
    dialect = begin("netgear")
    dialect.receive(sample("netgear", "first/raw"), 1.0)
    assert dialect.picture_codec == "raw"
    dialect.receive(sample("netgear", "first/0-pair"), 1.0)
    assert dialect.picture_codec == "jpeg"
    assert "bidirectional" in dialect.caution
