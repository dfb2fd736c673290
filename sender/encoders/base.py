"""The contract of every encoder, and what comes before encoding: decode if need be, then scale and turn."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from camwire.frame import Layout, Payload
from sender.asked import Size
from sender.libraries import opencv
from sender.sources.base import Capture, Picture

Flip: TypeAlias = Literal["none", "horizontal", "vertical", "both"]

# As OpenCV counts them.
_AXES: dict[Flip, int] = {"horizontal": 1, "vertical": 0, "both": -1}


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture and its size in pixels. Pixels as they are come with a `layout`."""

    payload: Payload
    width: int
    height: int
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are to look; None leaves it to the source. `flip` both is upside down, by 180 degrees."""

    size: Size | None = None
    quality: int | None = None
    flip: Flip = "none"


class Encoder(ABC):
    """Encodes pictures in the encode thread. Not thread-safe, but for `look`: each picture has one look, all of it."""

    codec: ClassVar[str]
    has_quality: ClassVar[bool] = False
    """Whether `look.quality` means anything."""

    look = Look()

    def __init__(self, size: Size | None = None, quality: int | None = None) -> None:
        self.look = Look(size, quality)

    @abstractmethod
    def encode(self, capture: Capture) -> Encoded:
        """Return the frame of `capture`, by the `look` at its beginning. Raises ValueError for a damaged picture."""


def pixels_of(capture: Capture, look: Look) -> Picture:
    """Return the pixels of `capture`, decoded if it came as JPEG, in size and flip of `look`: (height, width, 3) BGR.

    They may be those of `capture` itself.
    """
    pixels = capture.pixels
    if pixels is None:
        import simplejpeg

        pixels = simplejpeg.decode_jpeg(capture.jpeg, colorspace="BGR")
    if look.size is not None and pixels.shape[:2] != (look.size.height, look.size.width):
        cv2 = opencv()
        pixels = cv2.resize(pixels, tuple(look.size), interpolation=cv2.INTER_LINEAR)
    if look.flip != "none":
        pixels = opencv().flip(pixels, _AXES[look.flip])
    return pixels
