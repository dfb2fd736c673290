"""A frame on its way through header and payload."""

import pytest

from camwire.errors import WireError
from camwire.frame import EncodedFrame
from camwire.messages import Frame, decode, encode_frame, frame_of


def test_that_a_frame_comes_back_as_it_went() -> None:
    frame = EncodedFrame(7, -5, "h264", 1920, 1080, b"picture", keyframe=False, stream=2)
    parts = encode_frame(frame)
    header = decode(parts)
    assert isinstance(header, Frame)
    assert frame_of(header, parts) == frame


def test_that_the_payload_is_passed_on_uncopied() -> None:
    payload = memoryview(bytearray(1000))
    parts = encode_frame(EncodedFrame(1, 0, "jpeg", 1, 1, payload))
    header = decode(parts)
    assert isinstance(header, Frame)
    assert frame_of(header, parts).payload is payload


@pytest.mark.parametrize("payload", [[], [b"one", b"two"]])
def test_that_a_frame_has_exactly_one_payload(payload: list[bytes]) -> None:
    header = Frame(sequence=1, capture_time_ns=0, codec="jpeg", width=1, height=1)
    with pytest.raises(WireError, match="parts instead of 2"):
        frame_of(header, [b"header", *payload])
