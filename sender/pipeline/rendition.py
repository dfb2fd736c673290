"""In what codec, size and quality pictures are encoded, and for whom: viewers that want the same share the work."""

from collections.abc import Mapping
from dataclasses import dataclass

from camwire.frame import EncodedFrame
from sender.asked import Size
from sender.encoders import h264
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.pictures.look import Flip, Look

NEVER = 2**63
"""When a picture is due for somebody that has no credit."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """What an encoder of its own makes. `quality` None: the usual, or the source's own. `alone` as in `Demand`."""

    codec: str
    size: Size
    quality: int | None = None
    alone: int = 0

    def look(self, flip: Flip) -> Look:
        """How its pictures look."""
        return Look(self.size, self.quality, flip)

    def __str__(self) -> str:
        return f"{self.size} {self.codec}" + ("" if self.quality is None else f" {self.quality}")


@dataclass(frozen=True, slots=True)
class Demand:
    """What one viewer would have of the next pictures.

    `place` is where they are to fit in (None: full size), `scale` the share of that which its link carries, `quality`
    the most that is of use. Pictures taken before `due_ns` are not for it. Before a `keyframe` it can decode nothing.
    With an `alone` of its own it shares an encoder with nobody.
    """

    codec: str = "jpeg"
    place: Size | None = None
    scale: float = 1.0
    quality: int | None = None
    due_ns: int = 0
    keyframe: bool = False
    alone: int = 0

    def rendition(self, look: Look, own: Size) -> Rendition:
        """The rendition for it of a picture that has the size `own` and goes out in `look` at best."""
        largest = look.size or own
        size = fitted(largest, self.place or largest)
        if self.scale < 1:
            size = fitted(size, Size(round(size.width * self.scale), round(size.height * self.scale)))
        best = look.quality or DEFAULT_QUALITY
        quality = look.quality if self.quality is None or self.quality >= best else self.quality
        if self.codec == h264.H264 and not h264.fits(size):
            return Rendition("jpeg", size, quality)
        return Rendition(self.codec, size, quality, self.alone)


@dataclass(frozen=True, slots=True)
class Frames:
    """One capture, of the size `own`, in all renditions that somebody was ready for."""

    capture_time_ns: int
    look: Look
    own: Size
    by_rendition: Mapping[Rendition, EncodedFrame]

    def of(self, demand: Demand) -> EncodedFrame | None:
        """The frame that `demand` asks for, if it is due and was encoded."""
        if demand.due_ns > self.capture_time_ns:
            return None
        return self.by_rendition.get(demand.rendition(self.look, self.own))

    def has(self, demand: Demand) -> bool:
        """Whether its rendition was encoded, be it due or not."""
        return demand.rendition(self.look, self.own) in self.by_rendition


def fitted(own: Size, place: Size) -> Size:
    """Return the size of a picture that fits into `place` in the shape of `own`, and is not enlarged.

    A smaller one has even sides, which 4:2:0 and video codecs like: it is within a pixel of the exact shape.
    """
    if place.width >= own.width and place.height >= own.height:
        return own
    share = min(place.width / own.width, place.height / own.height)
    return Size(_even(own.width * share, place.width), _even(own.height * share, place.height))


def _even(side: float, most: int) -> int:
    return max(2, min(2 * round(side / 2), most // 2 * 2))
