"""An encoded picture as it travels."""

from dataclasses import dataclass
from typing import TypeAlias

Payload: TypeAlias = bytes | memoryview


@dataclass(frozen=True, slots=True)
class EncodedFrame:
    """One encoded picture.

    `capture_time_ns` is on the camera's own monotonic clock; `payload` is passed on as it is.
    `width` and `height` are in pixels, as the sender states them: check the payload before trusting it.
    """

    sequence: int
    capture_time_ns: int
    codec: str
    width: int
    height: int
    payload: Payload
    keyframe: bool = True
    stream: int = 0
