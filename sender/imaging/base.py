"""What a library for pictures must be able to do for a camera."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from sender.asked import Size
from sender.imaging.film import Film
from sender.imaging.font import Font
from sender.pictures.capture import Picture
from sender.pictures.look import Flip
from sender.pictures.yuv import Plane, Yuv420


class Imaging(ABC):
    """All of it is for any thread. `layers` are pictures to `halved`, `resized` and `flipped`: one, or three planes."""

    @property
    @abstractmethod
    def failures(self) -> tuple[type[Exception], ...]:
        """What the library raises for pictures that it cannot take."""

    @abstractmethod
    def layers(self, pixels: Picture) -> Sequence[Picture]:
        """Return `pixels`, (height, width, 3) BGR, as this library scales it best: itself, or its full-range planes."""

    @abstractmethod
    def halved(self, layer: Plane) -> Plane:
        """Return a layer with the averages of four pixels each. An odd last row or column is left out."""

    @abstractmethod
    def resized(self, layer: Plane, size: Size) -> Plane:
        """Return a layer in `size`, interpolated linearly."""

    @abstractmethod
    def flipped(self, layer: Plane, flip: Flip) -> Plane:
        """Return a layer that is turned by `flip`, which is not none."""

    @abstractmethod
    def bgr(self, planes: Yuv420) -> Picture:
        """Return `planes` as (height, width, 3) BGR."""

    @abstractmethod
    def planes(self, pixels: Picture) -> tuple[Sequence[Plane], bool]:
        """Return Y, U and V of `pixels`, whose sides are even, and whether they are in full range: the quickest way."""

    @abstractmethod
    def bgr_of(self, packed: Picture, order: str) -> Picture:
        """Return a screen's or a camera's pixels, (height, width, channels), as BGR.

        `order`: what lies in memory, one of "rgb", "bgra", "rgba", "yuyv".
        """

    @abstractmethod
    def font(self, height: int) -> Font:
        """Letters `height` pixels high."""

    @abstractmethod
    def read(self, file: bytes) -> "Picture | None":
        """Return the picture in `file` as it is meant to be seen, BGR; None if that is none. Raises `failures`."""

    @abstractmethod
    def film(self, path: str) -> Film | None:
        """Open a video file; None if it cannot be read."""

    @abstractmethod
    def stream(self, url: str, timeout_s: float) -> Film | None:
        """Open a stream from the network; None if none comes. Waits for `timeout_s` at most, here and for a picture."""
