"""H.264: units and parameter sets as Matroska has them, and what the decoder is given."""

from contextlib import suppress

import numpy as np

from camwire.frame import EncodedFrame
from sender.encoders.h264 import H264Encoder
from sender.pictures.capture import Capture
from sender.pictures.look import Look
from tests.fuzz.framed import apart, joined
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.h264 import H264Decoder
from viewer.core.replay.frames import _with_start_codes

READS = ("viewer.core.decoders.h264",)
LONG, SHORT = b"\0\0\0\1", b"\0\0\1"


def take(data: bytes) -> None:
    """Each message is a frame, of one part as it travels, or of two: what stands apart in Matroska, and the rest."""
    decoder = H264Decoder()
    for number, (first, *more) in enumerate(apart(data)[:4]):
        payload = _with_start_codes(more[0], first, number == 0) if more else first
        with suppress(DecodeError):
            decoder.decode(EncodedFrame(number, 0, "h264", 64, 48, payload, keyframe=number == 0))


def seeds() -> dict[str, bytes]:
    encoder, look = H264Encoder(), Look(quality=60)
    pixels = [np.full((48, 64, 3), 40 * number, np.uint8) for number in range(4)]
    frames = [bytes(encoder.encode(Capture.of(each), look, keyframe=False).payload) for each in pixels]
    encoder.close()
    parameters, more, picture, *_ = [unit for unit in frames[0].replace(LONG, SHORT).split(SHORT) if unit]
    described = b"\1d\0\x1f\xff\xe1" + _counted(parameters) + b"\1" + _counted(more)
    kept = len(picture).to_bytes(4, "big") + picture
    return {"as-it-travels": joined([[each] for each in frames]), "as-it-is-kept": joined([[described, kept]])}


def _counted(unit: bytes) -> bytes:
    return len(unit).to_bytes(2, "big") + unit
