"""What REQ sockets put before a message."""

import pytest
import zmq
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import envelope
from camwire.frame import Payload
from tests.support.wire_messages import any_message
from tests.support.wire_samples import FOLDER, read


@pytest.mark.parametrize(
    ("parts", "wrapping", "body"),
    [
        ([], (), []),
        ([b""], (b"",), []),
        ([b"", b"header", b"picture"], (b"",), [b"header", b"picture"]),
        ([b"\x01\x00\x00\x00", b"", b"header"], (b"\x01\x00\x00\x00", b""), [b"header"]),
        ([b"1234", b"header"], (), [b"1234", b"header"]),
        ([b"12345", b"", b"header"], (), [b"12345", b"", b"header"]),
        ([b"header", b""], (), [b"header", b""]),
        ([b"1234"], (), [b"1234"]),
        ([b"", b"", b"header"], (b"",), [b"", b"header"]),
    ],
)
def test_that_the_envelope_is_everything_up_to_the_first_empty_part(
    parts: list[Payload], wrapping: tuple[bytes, ...], body: list[Payload]
) -> None:
    assert envelope.strip(parts) == (wrapping, body)
    assert envelope.strip([memoryview(part) for part in parts]) == (wrapping, body)


@settings(deadline=None, max_examples=200)
@given(parts=st.lists(st.binary(max_size=5), max_size=5))
def test_that_envelope_and_body_are_the_message(parts: list[bytes]) -> None:
    wrapping, body = envelope.strip(list(parts))
    assert [*wrapping, *body] == parts


@given(message=any_message())
def test_that_our_own_messages_have_none(message: object) -> None:
    from camwire.messages import encode

    parts = encode(message, b"")  # type: ignore[arg-type]
    assert envelope.strip(parts) == ((), parts)


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*/[fl]*/*.msgpack")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_that_no_recorded_message_is_taken_for_one(path: object) -> None:
    parts = read(path)  # type: ignore[arg-type]
    assert envelope.strip(list(parts)) == ((), parts)


@pytest.mark.parametrize("correlates", [False, True])
def test_that_a_real_req_gets_its_answer_by_it(context: "zmq.Context[zmq.Socket[bytes]]", correlates: bool) -> None:
    with context.socket(zmq.ROUTER) as router, context.socket(zmq.REQ) as req:
        req.setsockopt(zmq.REQ_CORRELATE, correlates)
        req.setsockopt(zmq.REQ_RELAXED, correlates)
        req.connect(f"tcp://127.0.0.1:{router.bind_to_random_port('tcp://127.0.0.1')}")
        for number in range(3):
            req.send_multipart([b"header", b"%d" % number])
            assert router.poll(5000)
            route, *parts = router.recv_multipart()
            wrapping, body = envelope.strip(parts)
            assert (len(wrapping), body) == (2 if correlates else 1, [b"header", b"%d" % number])
            router.send_multipart([route, *wrapping, b"yes"])
            assert req.poll(5000)
            assert req.recv_multipart() == [b"yes"]
