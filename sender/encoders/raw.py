"""Pixels as they are: no loss, little work, and twenty times the bytes."""

from camwire.frame import Layout
from sender.encoders.base import Encoded, Encoder, pixels_of
from sender.pictures.capture import Capture
from sender.pictures.look import Look


class RawEncoder(Encoder):
    """The payload is the memory of the picture itself: (height, width, 3), uint8, BGR."""

    codec = "raw"
    is_for_viewers = False

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        pixels = pixels_of(capture, look)
        height, width = pixels.shape[:2]
        return Encoded(pixels.data.cast("B"), width, height, Layout("uint8", pixels.shape))
