"""Pixels as they are: no loss, little work, and twenty times the bytes."""

from camwire.errors import UsageError
from camwire.frame import Layout
from sender.asked import Size
from sender.encoders.base import Encoded, Encoder, pixels_of
from sender.sources.base import Capture


class RawEncoder(Encoder):
    """The payload is the memory of the picture itself: (height, width, 3), uint8, BGR."""

    codec = "raw"

    def __init__(self, size: Size | None = None, quality: int | None = None) -> None:
        super().__init__(size, quality)
        if quality is not None:
            raise UsageError("Pictures go out as they are (raw), so they have no quality. Leave out --quality.")

    def encode(self, capture: Capture) -> Encoded:
        pixels = pixels_of(capture, self.look)
        height, width = pixels.shape[:2]
        return Encoded(pixels.data.cast("B"), width, height, Layout("uint8", pixels.shape))
