"""The encoders of the boards up to the Pi 4: they read the camera's buffers, and the processor sees no pixel.

Not tried on a board yet: none of the machines that Watchword is made on has that hardware.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sender.asked import Size

log = logging.getLogger(__name__)

# Bits for each pixel that look like our own JPEG of quality 80; measured with libjpeg-turbo on real pictures.
BITS_PER_PIXEL = 1.1
# The driver makes no more of JPEG in a second, whatever it is asked for.
MOST_BITS = 25_000_000


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture from the encoder; `stamp_us` is that of the request it was made from."""

    payload: bytes
    stamp_us: int


def in_us(stamp_ns: int) -> int:
    """The sensor's stamp of a request, as picamera2's encoders count it."""
    return int(stamp_ns / 1000)


def start_jpeg(camera: Any, stream: str, size: Size, fps: float, put: Callable[[Jpeg], object]) -> None:
    """Encode `stream` from now on. `put` takes each picture, in the encoder's thread. Raises what a driver raises."""
    from picamera2.encoders import MJPEGEncoder

    # It knows no quality.
    bits = round(size.width * size.height * fps * BITS_PER_PIXEL)
    encoder = MJPEGEncoder(min(bits, MOST_BITS))
    output = output_to(encoder, lambda payload, _, stamp_us: put(Jpeg(payload, stamp_us)))
    camera.start_encoder(encoder, output, name=stream)
    if bits > MOST_BITS:
        log.info(
            "The JPEG hardware makes at most %d Mbit/s: %s at %g pictures a second looks coarser than it might. "
            "Where that matters: fewer pictures, smaller ones, or the option encoder=software.",
            MOST_BITS // 1_000_000,
            size,
            fps,
        )


def output_to(encoder: Any, put: Callable[[bytes, bool, int], object]) -> Any:
    """An output of `encoder`: `put(payload, is_keyframe, stamp_us)` takes each frame in its thread, never waiting."""
    from picamera2.outputs import Output

    class HandedOver(Output):  # type: ignore[misc]
        def outputframe(self, frame: Any, keyframe: Any = True, timestamp: Any = None, *_: Any, **__: Any) -> None:
            # Stamps of encoders begin at their first picture.
            put(bytes(frame), bool(keyframe), int(timestamp) + int(encoder.firsttimestamp))

    return HandedOver()


class TakenRequest:
    """A request of picamera2 as an encoder takes and releases it: where that failed, it can be given back."""

    def __init__(self, request: Any, read: Callable[[], object]) -> None:
        """`read` is called when the encoder has read it, in its thread."""
        self._request = request
        self._read = read
        self._taken = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._request, name)

    @property
    def is_taken(self) -> bool:
        """Whether the encoder has it."""
        return self._taken > 0

    def acquire(self) -> None:
        """The encoder reads it from now on."""
        self._request.acquire()
        self._taken += 1

    def release(self) -> None:
        """The encoder has read it."""
        self._taken -= 1
        self._request.release()
        self._read()

    def give_back(self) -> None:
        """Release it for an encoder that failed."""
        while self._taken:
            self.release()
