"""Decoded pixels with the time they were captured."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One decoded picture.

    `pixels` is (height, width, 4), uint8, BGRX, C-contiguous, and never written to again. `captured` is on the viewer's
    monotonic clock in seconds, right to within `uncertainty`; None as long as the camera's clock is unknown.
    """

    pixels: npt.NDArray[np.uint8]
    sequence: int
    captured: float | None
    uncertainty: float
    sent_as: tuple[int, int] | None = None
    """Width and height of the frame, where the picture was decoded smaller than that."""

    @property
    def width(self) -> int:
        """Pixels per row."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])

    def age(self, now: float) -> float | None:
        """Seconds since the camera captured it; None when its clock is unknown."""
        return None if self.captured is None else max(0.0, now - self.captured)
