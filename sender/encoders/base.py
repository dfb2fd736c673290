"""The contract of every encoder, and what comes before encoding: decode if need be, then scale and turn."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from camwire.errors import UsageError
from camwire.frame import Layout, Payload
from sender.pictures.capture import Capture, Picture
from sender.pictures.look import Look
from sender.pictures.scaling import Sizes, bgr_of


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture and its size in pixels. Pixels as they are come with a `layout`.

    One that is no `keyframe` can be decoded only by who has decoded the one before. `codec` is set where it is not that
    of the encoder.
    """

    payload: Payload
    width: int
    height: int
    layout: Layout | None = None
    keyframe: bool = True
    codec: str = ""


class Encoder(ABC):
    """Encodes the pictures of one rendition, one after the other. Made, used and closed by one thread."""

    codec: ClassVar[str]
    has_quality: ClassVar[bool] = False
    """Whether `look.quality` means anything."""
    is_for_viewers: ClassVar[bool] = True
    """Whether our own format carries it."""

    @classmethod
    def is_available(cls) -> bool:
        """Whether this computer has what it takes."""
        return True

    @classmethod
    def check(cls, look: Look) -> None:
        """Raises UsageError for what this codec cannot do."""
        if look.quality is not None and not cls.has_quality:
            raise UsageError(
                f"Pictures go out as they are ({cls.codec}), so they have no quality. Leave out --quality."
            )

    @abstractmethod
    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded | None:
        """Return the frame of `capture` as `look` says; with `keyframe`, one that needs no other.

        It is the same look every time; where it names a size, `capture` has come in it. None: not this picture; what
        comes next does not need it. Raises ValueError for a damaged picture.
        """

    def passes(self, capture: Capture, look: Look) -> bool:
        """Whether what the source gave goes out untouched, so that nothing need be decoded."""
        return False

    def close(self) -> None:  # noqa: B027
        """Give back what encoding took."""


def prepared(capture: Capture, look: Look) -> Capture:
    """Return `capture` in size and flip of `look`, as pixels or planes. It may be the capture itself."""
    return Sizes(capture, look.flip).of(look.size)


def pixels_of(capture: Capture, look: Look) -> Picture:
    """Return the pixels of `capture`, decoded if need be, in size and flip of `look`: (height, width, 3) BGR, uint8.

    They may be those of `capture` itself.
    """
    capture = prepared(capture, look)
    if capture.planes is not None:
        return bgr_of(capture.planes)
    assert capture.pixels is not None
    return capture.pixels
