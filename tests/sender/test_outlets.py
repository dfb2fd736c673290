"""What goes on the wire to foreign receivers, byte by byte as the stock senders do, and what is read from answers."""

import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from camwire.arrays import Array
from camwire.dialects import registered as dialects
from camwire.errors import UsageError, WireError
from camwire.frame import EncodedFrame, Layout, Payload
from sender.outlets import registered
from sender.outlets.base import Outlet
from sender.sending import Sending

SAMPLES = Path(__file__).parents[1] / "wire_samples"
# What `tests.support.record_samples` showed to the stock senders.
COLOUR = np.random.default_rng(7).integers(0, 256, (24, 32, 3), np.uint8)
JPEG = b"\xff\xd8 a picture \xff\xd9"


def sample(name: str) -> list[bytes]:
    return msgspec.msgpack.decode((SAMPLES / f"{name}.msgpack").read_bytes(), type=list[bytes])


def raw() -> EncodedFrame:
    return EncodedFrame(1, 0, "raw", 32, 24, COLOUR.data.cast("B"), layout=Layout("uint8", (24, 32, 3)))


def jpeg(payload: Payload = JPEG) -> EncodedFrame:
    return EncodedFrame(1, 0, "jpeg", 32, 24, payload)


def outlet(dialect: str, pattern: str = "req", *modes: str, port: int = 5566) -> Outlet:
    return registered()[dialect](Sending(dialect, pattern, modes=frozenset(modes)), "porch", port)


@pytest.mark.parametrize(
    ("name", "dialect", "pattern", "modes", "line"),
    [
        ("netgear/later/frame-pair", "netgear", "pair", (), None),
        ("netgear/first/req", "netgear", "req", (), None),
        ("netgear/first/publish", "netgear", "pub", (), None),
        ("netgear/first/raw", "netgear", "req", (), None),
        ("netgear/first/bidirectional", "netgear", "pair", ("bidirectional",), "hello"),
        ("netgear/first/multiserver", "netgear", "req", ("multiserver",), None),
        ("netgear_async/first/req", "netgear_async", "req", (), None),
        ("netgear_async/first/publish", "netgear_async", "pub", (), None),
        ("netgear_async/first/push", "netgear_async", "push", (), None),
        ("netgear_async/later/frame-bidirectional", "netgear_async", "pair", ("bidirectional",), None),
        ("netgear_async/later/frame-text", "netgear_async", "req", ("bidirectional",), "hello"),
        ("imagezmq/first/0-image", "imagezmq", "req", (), None),
        ("imagezmq/first/jpg", "imagezmq", "req", (), None),
        ("imagezmq/first/publish", "imagezmq", "pub", (), None),
        ("imagezmq/first/publish-jpg", "imagezmq", "pub", (), None),
    ],
)
def test_that_frames_are_those_of_the_stock_senders(
    name: str, dialect: str, pattern: str, modes: tuple[str, ...], line: str | None
) -> None:
    theirs = sample(name)
    port = json.loads(theirs[0])["port"] if "multiserver" in modes else 5566
    frame = jpeg(theirs[1]) if theirs[1].startswith(b"\xff\xd8") else raw()
    ours = outlet(dialect, pattern, *modes, port=int(port)).send_frame(frame, line)
    assert [bytes(part) for part in ours] == theirs


@pytest.mark.parametrize("dialect", sorted(registered()))
def test_that_the_viewer_knows_every_frame_for_what_it_is(dialect: str) -> None:
    for codec in registered()[dialect].codecs:
        parts = outlet(dialect).send_frame(jpeg() if codec == "jpeg" else raw(), None)
        assert [name for name, each in dialects().items() if each.caller(parts)] == [dialect]


def test_that_goodbyes_are_those_of_the_stock_senders() -> None:
    assert outlet("netgear").send_goodbye() == sample("netgear/later/goodbye")
    assert outlet("netgear_async").send_goodbye() == sample("netgear_async/later/goodbye")
    assert outlet("imagezmq").send_goodbye() is None
    theirs = sample("netgear/later/goodbye-multiserver")
    multiserver = outlet("netgear", "req", "multiserver", port=int(json.loads(theirs[0])["port"]))
    multiserver.receive([b"received"])
    assert multiserver.send_goodbye() == theirs


def test_that_a_server_of_many_says_no_goodbye_before_it_is_known() -> None:
    it = outlet("netgear", "req", "multiserver")
    it.send_frame(jpeg(), None)
    assert it.send_goodbye() is None
    it.receive([b"received"])
    assert it.send_goodbye() is not None
    it.begin()
    assert it.send_goodbye() is None


def test_that_a_publishing_server_of_many_is_known_by_its_first_picture() -> None:
    it = outlet("netgear", "pub", "multiserver")
    assert it.send_goodbye() is None
    it.send_frame(jpeg(), None)
    assert it.send_goodbye() is not None


def answer(**fields: object) -> bytes:
    return json.dumps({"port": "5566", **fields}).encode()


@pytest.mark.parametrize("value", ["hello", "", 0, 21.5, False, ["a", 1], {"door": "öffen"}])
def test_that_what_a_netgear_receiver_returns_is_heard_once(value: object) -> None:
    it = outlet("netgear", "req", "bidirectional")
    said = [answer(return_type=type(value).__name__, data=value)]
    nothing = [answer(return_type="NoneType", data=None)]
    assert [it.receive(each) for each in (said, said, nothing, said)] == [[value], [], [], [value]]


def test_that_receipts_of_plain_receivers_say_nothing() -> None:
    assert outlet("netgear").receive([b"Data received on device: 1a2b !"]) == []
    assert outlet("netgear_async").receive([b"Data received on client: 1a2b !"]) == []


def test_that_multi_client_receivers_are_heard_without_bidirectional_mode() -> None:
    assert outlet("netgear", "req", "multiclient").receive([answer(return_type="str", data="hi")]) == ["hi"]


def test_that_arrays_come_back_unopened_and_only_when_they_change() -> None:
    it = outlet("netgear", "req", "bidirectional")
    head = {"return_type": "ndarray", "data": None}
    plain = answer(**head, compression=False, array_dtype="uint8", array_shape=[24, 32, 3])
    packed = answer(
        **head, compression={"dct": True, "ups": False, "colorspace": "RGB"}, array_dtype="", array_shape=""
    )
    (first,) = it.receive([plain, memoryview(COLOUR.tobytes())])
    assert it.receive([plain, COLOUR.tobytes()]) == []
    (second,) = it.receive([packed, JPEG])
    assert isinstance(first, Array)
    assert isinstance(second, Array)
    assert (first.layout, first.codec) == (Layout("uint8", (24, 32, 3)), "raw")
    assert (second.codec, second.colorspace) == ("jpeg", "RGB")


HEAD = {"return_type": "ndarray", "data": None, "compression": False}


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b"\xff"],
        [b"[]"],
        [b'{"data": 1}'],
        [answer(**HEAD, array_dtype="uint8", array_shape=[2, 2])],
        [answer(**HEAD, array_dtype="uint8", array_shape=[2, 2]), b"12345"],
        [answer(**HEAD, array_dtype="object", array_shape=[1]), b"12345678"],
        [answer(**HEAD, array_dtype="uint8", array_shape=""), b"1"],
        [answer(**{**HEAD, "compression": {"colorspace": "BGR"}}), b"no jpeg"],
        [answer(**{**HEAD, "compression": {"colorspace": ["BGR"]}}), JPEG],
        [answer(return_type="str", data="x"), b"", b""],
    ],
)
def test_that_riddles_of_a_netgear_receiver_are_wire_errors(parts: list[Payload]) -> None:
    with pytest.raises(WireError):
        outlet("netgear", "req", "bidirectional").receive(parts)


def packed(**fields: object) -> bytes:
    return msgspec.msgpack.encode(fields)


@pytest.mark.parametrize("value", ["hello", "", 0, 21.5, False, b"\x00", ["a", 1], {"door": "öffen"}])
def test_that_a_netgear_async_receiver_may_say_the_same_twice(value: object) -> None:
    it = outlet("netgear_async", "req", "bidirectional")
    said = [packed(return_type=type(value).__name__, return_data=value)]
    assert [it.receive(said), it.receive(said)] == [[value], [value]]
    assert it.receive([packed(return_type="NoneType", return_data="")]) == []


def array_map(**changes: Any) -> bytes:
    fields = {"nd": True, "type": "|u1", "kind": b"", "shape": [2, 2], "data": b"1234"} | changes
    return msgspec.msgpack.encode({name.encode(): value for name, value in fields.items()})


def test_that_a_netgear_async_receiver_returns_arrays() -> None:
    it = outlet("netgear_async", "req", "bidirectional")
    (array,) = it.receive([packed(return_type="ndarray", return_data=None), array_map()])
    assert isinstance(array, Array)
    assert (array.layout, bytes(array.payload)) == (Layout("|u1", (2, 2)), b"1234")


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b"Data received on client: 1a2b !"],
        [packed(return_type="ndarray", return_data=None)],
        [packed(return_type="ndarray", return_data=None), array_map(kind=b"O", type="|O")],
        [packed(return_type="ndarray", return_data=None), array_map(kind=b"V")],
        [packed(return_type="ndarray", return_data=None), array_map(shape=[3, 3])],
        [packed(return_type="str", return_data=""), b"", b""],
    ],
)
def test_that_riddles_of_a_netgear_async_receiver_are_wire_errors_and_no_pickle_is_opened(parts: list[Payload]) -> None:
    with pytest.raises(WireError):
        outlet("netgear_async", "req", "bidirectional").receive(parts)


def test_that_a_hub_is_heard_when_it_says_another_thing_than_ok() -> None:
    it = outlet("imagezmq")
    assert [it.receive([each]) for each in (b"OK", b"STOP", b"STOP", b"", b"STOP")] == [
        [],
        [b"STOP"],
        [],
        [],
        [b"STOP"],
    ]
    with pytest.raises(WireError):
        it.receive([b"two", b"parts"])
    with pytest.raises(WireError):
        it.receive([bytes(10**6)])


@pytest.mark.parametrize(("dialect", "line"), [("netgear", ""), ("netgear_async", "x" * 70_000), ("imagezmq", "hello")])
def test_that_what_cannot_be_said_beside_a_picture_is_refused_with_the_reason(dialect: str, line: str) -> None:
    with pytest.raises(UsageError, match=r"nothing|Split it"):
        outlet(dialect).check(line)
    outlet("netgear").check("grüße 🐇")
