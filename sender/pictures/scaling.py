"""One picture in several sizes, and no step of it twice.

A picture is halved as long as it stays large enough, and the rest of the way is linear: 1280x720 to 500x282 in 0.33 ms,
1920x1080 to 426x240 in 0.6 ms. Averaging areas by OpenCV's own filter costs 2.6 and 4.2 ms there, because only whole
ratios are fast; linear alone is faster still (0.2 ms) and flickers at edges, because it skips pixels (30 to 39 dB
against the average; halved first, 37 to 54 dB). JPEG is decoded at 1/2, 1/4 or 1/8 where that is enough: 3/4 and the
like take twice as long as 1/1.
"""

from collections.abc import Sequence
from typing import TypeAlias

from sender.asked import Size
from sender.imaging.chosen import imaging
from sender.pictures.capture import Capture, Picture
from sender.pictures.look import Flip
from sender.pictures.yuv import Yuv420

Arrays: TypeAlias = Sequence[Picture]

# libjpeg-turbo halves three times while it decodes.
DECODED_HALVINGS = 3


class Sizes:
    """`capture` in other sizes, turned by `flip`. Ask for the largest first: a JPEG is decoded no larger than that.

    Each raises ValueError for a damaged picture.
    """

    def __init__(self, capture: Capture, flip: Flip = "none") -> None:
        self._capture = capture
        self._flip = flip
        self._made: dict[Size, Capture] = {}
        self._halved: dict[int, Arrays] = {}
        if capture.planes is not None:
            self._halved[0] = tuple(capture.planes)
            if capture.halved is not None:
                self._halved[1] = tuple(capture.halved)

    def of(self, size: Size | None = None) -> Capture:
        """The picture in `size` (None: its own), as pixels or as planes. It may be the capture itself."""
        size = size or self._capture.size
        if size not in self._made:
            self._made[size] = self._as_it_is(size) or self._scaled(size)
        return self._made[size]

    def _as_it_is(self, size: Size) -> Capture | None:
        is_as_asked = self._capture.jpeg is None and size == self._capture.size and self._flip == "none"
        return self._capture if is_as_asked else None

    def _scaled(self, size: Size) -> Capture:
        half = Size((size.width + 1) // 2, (size.height + 1) // 2)
        arrays = self._halved_to(self._halvings(size))
        scaled = [self._turned(_resized(each, to)) for each, to in zip(arrays, (size, half, half), strict=False)]
        taken = self._capture.capture_time_ns
        if len(scaled) == 1:
            return Capture(taken, *size, pixels=scaled[0])
        return Capture(taken, *size, planes=Yuv420(*scaled))

    def _halvings(self, size: Size) -> int:
        """How often the picture can be halved before it is too small."""
        width, height = self._capture.size
        halvings = 0
        while width >> halvings + 1 >= size.width and height >> halvings + 1 >= size.height:
            halvings += 1
        return halvings

    def _halved_to(self, halvings: int) -> Arrays:
        if halvings not in self._halved:
            larger = None if self._can_begin_with(halvings) else self._halved_to(halvings - 1)
            if larger is None:
                self._halved[halvings] = imaging().layers(self._decoded(halvings))
            else:
                self._halved[halvings] = [imaging().halved(each) for each in larger]
        return self._halved[halvings]

    def _can_begin_with(self, halvings: int) -> bool:
        if self._capture.pixels is not None:
            return halvings == 0
        return halvings <= DECODED_HALVINGS and not any(done < halvings for done in self._halved)

    def _decoded(self, halvings: int) -> Picture:
        capture = self._capture
        if capture.pixels is not None:
            return capture.pixels
        import simplejpeg

        # Exactly the half, or the decoder chooses a ratio that is slow. Colours are not smoothed: encoding averages
        # them again.
        pixels: Picture = simplejpeg.decode_jpeg(
            capture.jpeg,
            colorspace="BGR",
            fastdct=True,
            fastupsample=True,
            min_width=-(-capture.width >> halvings),
            min_height=-(-capture.height >> halvings),
        )
        return pixels

    def _turned(self, array: Picture) -> Picture:
        return array if self._flip == "none" else imaging().flipped(array, self._flip)


def bgr_of(planes: Yuv420) -> Picture:
    """Return `planes` as (height, width, 3) BGR."""
    return imaging().bgr(planes)


def _resized(array: Picture, size: Size) -> Picture:
    return array if array.shape[:2] == (size.height, size.width) else imaging().resized(array, size)
