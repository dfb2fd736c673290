"""The JPEG encoder of the boards up to the Pi 4: it reads the camera's buffers itself, and the processor sees no pixel.

Not tried on a board yet: none of the machines that Watchword is made on has that hardware.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture from the encoder; `stamp_us` is that of the request it was made from."""

    payload: bytes
    stamp_us: int


def in_us(stamp_ns: int) -> int:
    """The sensor's stamp of a request, as picamera2's encoders count it."""
    return int(stamp_ns / 1000)


def start(camera: Any, stream: str, bits_per_second: int, put: Callable[[Jpeg], object]) -> None:
    """Encode `stream` from now on. `put` takes each picture, in the encoder's thread. Raises what a driver raises."""
    from picamera2.encoders import MJPEGEncoder
    from picamera2.outputs import Output

    encoder = MJPEGEncoder(bits_per_second)

    class ToCapture(Output):  # type: ignore[misc]
        """Hands every picture over, and waits for nothing."""

        def outputframe(self, frame: Any, keyframe: Any = True, timestamp: Any = None, *_: Any, **__: Any) -> None:
            # Stamps of encoders begin at their first picture.
            put(Jpeg(bytes(frame), int(timestamp) + int(encoder.firsttimestamp)))

    camera.start_encoder(encoder, ToCapture(), name=stream)
