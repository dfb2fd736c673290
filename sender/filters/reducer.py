"""Smaller pictures, by a share of their size."""

from typing import Self

from camwire.errors import UsageError
from sender.asked import Size
from sender.encoders.base import pixels_of
from sender.filters.base import Filter, whole_number
from sender.pictures.capture import Capture, Picture
from sender.pictures.look import Look

USUAL, MOST = 20, 95


class Reducer(Filter):
    """Makes width and height `percentage` percent smaller: with 20, 640x480 becomes 512x384."""

    name = "reducer"
    asked_as = "reducer:20"

    def __init__(self, percentage: float = USUAL) -> None:
        if not 0 <= percentage <= MOST:
            raise UsageError(f"Pictures cannot be made {percentage} percent smaller. Use a number from 0 to {MOST}.")
        self._share = 1 - percentage / 100

    @classmethod
    def from_value(cls, value: str) -> Self:
        return cls(whole_number(cls.name, value, 0, MOST, USUAL, "percent"))

    def apply(self, pixels: Picture) -> Picture:
        size = self.size(Size(pixels.shape[1], pixels.shape[0]))
        return pixels_of(Capture.of(pixels), Look(size))

    def size(self, size: Size) -> Size:
        if self._share == 1:
            return size
        # Even sides, which 4:2:0 and video codecs like.
        return Size(*(max(2, 2 * round(side * self._share / 2)) for side in size))
