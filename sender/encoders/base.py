"""The contract of every encoder, and what comes before encoding: decode if need be, then scale."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from camwire.frame import Layout, Payload
from sender.asked import Size
from sender.libraries import opencv
from sender.sources.base import Capture, Picture


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture and its size in pixels. Pixels as they are come with a `layout`."""

    payload: Payload
    width: int
    height: int
    layout: Layout | None = None


class Encoder(ABC):
    """Encodes pictures in the encode thread. Not thread-safe."""

    codec: ClassVar[str]

    def __init__(self, size: Size | None = None, quality: int | None = None) -> None:
        self._size = size

    @abstractmethod
    def encode(self, capture: Capture) -> Encoded:
        """Return the frame of `capture`. Raises ValueError when the picture is damaged."""


def pixels_of(capture: Capture, size: Size | None) -> Picture:
    """Return the pixels of `capture`, decoded if it came as JPEG, scaled to exactly `size`: (height, width, 3) BGR."""
    pixels = capture.pixels
    if pixels is None:
        import simplejpeg

        pixels = simplejpeg.decode_jpeg(capture.jpeg, colorspace="BGR")
    if size is not None and pixels.shape[:2] != (size.height, size.width):
        cv2 = opencv()
        scaled: Picture = cv2.resize(pixels, tuple(size), interpolation=cv2.INTER_LINEAR)
        return scaled
    return pixels
