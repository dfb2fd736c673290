"""H.264 for tests: real pictures, encoded, and headers that no encoder would write."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame
from sender.encoders.base import Encoded
from sender.encoders.h264 import H264Encoder
from sender.pictures.capture import Capture
from sender.pictures.look import Look

CLIP = Path(__file__).parents[2] / "resources" / "bigbuckbunny.mp4"
WIDTH, HEIGHT = 320, 240

Pixels = npt.NDArray[np.uint8]


@cache
def pictures(count: int = 12) -> Sequence[Pixels]:
    """The first pictures of the bundled clip: (240, 320, 3), uint8, BGR."""
    clip = cv2.VideoCapture(str(CLIP))
    read = (clip.read()[1] for _ in range(count))
    found = [cv2.resize(each, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA).astype(np.uint8) for each in read]
    clip.release()
    return found


def frame(encoded: Encoded, sequence: int = 1) -> EncodedFrame:
    """As it travels; one that is no keyframe builds on the one before."""
    after = 0 if encoded.keyframe else sequence - 1
    return EncodedFrame(sequence, 0, "h264", encoded.width, encoded.height, encoded.payload, encoded.keyframe, after)


def frames(taken: Sequence[Pixels], keyframes: Sequence[int] = (), quality: int = 75) -> list[EncodedFrame]:
    """`taken`, encoded in order and numbered from 1, with keyframes at those numbers beside the first."""
    encoder, look = H264Encoder(), Look(quality=quality)
    return [
        frame(encoder.encode(Capture.of(each), look, keyframe=number in keyframes), number)
        for number, each in enumerate(taken, 1)
    ]


def in_slices(picture: Pixels, count: int) -> list[bytes]:
    """The NAL units of a keyframe that is coded in so many slices, which come last."""
    context: Any = av.CodecContext.create("libx264", "w")
    context.width, context.height, context.pix_fmt = picture.shape[1], picture.shape[0], "yuv420p"
    context.time_base, context.thread_count = Fraction(1, 30), 1
    context.options = {"tune": "zerolatency", "x264-params": f"slices={count}"}
    (packet,) = context.encode(av.VideoFrame.from_ndarray(picture, format="bgr24").reformat(format="yuv420p"))
    start = b"\0\0\1"
    return [start + unit.rstrip(b"\0") for unit in bytes(packet).split(start)[1:]]


def picture_of_size(width: int, height: int) -> bytes:
    """The beginning of a keyframe that claims so many pixels, which must be multiples of 16."""
    parameters = _Bits().bits(8, 66).bits(16, 51).golomb(0, 0, 2, 1).bits(1, 0)
    parameters.golomb(width // 16 - 1, height // 16 - 1).bits(4, 0b1100)
    picture = _Bits().golomb(0, 0).bits(2, 0).golomb(0, 0, 0).bits(3, 0).golomb(0, 0, 0).bits(3, 0)
    piece = _Bits().golomb(0, 7, 0).bits(4, 0).golomb(0).bits(2, 0).golomb(0)
    units = (0x67, parameters), (0x68, picture), (0x65, piece)
    return b"".join(b"\0\0\1" + bytes([kind]) + unit.bytes() for kind, unit in units) + b"\xaa" * 50


class _Bits:
    """Writes what ITU-T H.264 reads: numbers of so many bits, and those of exponential Golomb codes."""

    def __init__(self) -> None:
        self._text = ""

    def bits(self, count: int, value: int) -> "_Bits":
        self._text += f"{value:0{count}b}"
        return self

    def golomb(self, *values: int) -> "_Bits":
        for value in values:
            self._text += "0" * ((value + 1).bit_length() - 1) + f"{value + 1:b}"
        return self

    def bytes(self) -> bytes:
        text = self._text + "1"
        text += "0" * (-len(text) % 8)
        found = bytes(int(text[at : at + 8], 2) for at in range(0, len(text), 8))
        # Three bytes that would look like the beginning of the next unit are kept apart.
        return found.replace(b"\0\0\0", b"\0\0\3\0").replace(b"\0\0\1", b"\0\0\3\1")
