"""An encoded picture as it travels."""

from dataclasses import dataclass
from typing import TypeAlias

import msgspec

Payload: TypeAlias = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Layout:
    """How the bytes of an array are to be read: C-contiguous, `dtype` as NumPy writes it (`uint8`, `|u1`, `<f4`)."""

    dtype: str
    shape: tuple[int, ...]


class EncodedFrame(msgspec.Struct, frozen=True):
    """One encoded picture.

    `capture_time_ns` is on the camera's own monotonic clock, None where the format carries none; `payload` is passed
    on as it is. The codec `raw` means pixels as they are, BGR or BGRA or grey, and comes with a `layout`.
    `width` and `height` are in pixels, as the sender states them: check the payload before trusting it.
    One that is no `keyframe` can be decoded only by who has decoded the frame of sequence `after` last.
    """

    # A Struct, as messages are: of what is made for every picture, a frozen dataclass takes ten times as long to make.

    sequence: int
    capture_time_ns: int | None
    codec: str
    width: int
    height: int
    payload: Payload
    keyframe: bool = True
    after: int = 0
    stream: int = 0
    layout: Layout | None = None
