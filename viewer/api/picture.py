"""A picture, as a script gets it."""

import time
from functools import cached_property

import numpy as np
import numpy.typing as npt

from viewer.core.pictures import picture


class Picture:
    """One picture of a camera. `sequence` counts on the camera's side."""

    def __init__(self, decoded: "picture.Picture") -> None:
        self._decoded = decoded
        self.sequence = decoded.sequence

    @cached_property
    def pixels(self) -> npt.NDArray[np.uint8]:
        """(height, width, 3), uint8, blue first, yours to change."""
        return np.ascontiguousarray(self._decoded.pixels[:, :, :3])

    @property
    def age(self) -> float | None:
        """Seconds since the camera took it; since it arrived, where the camera does not tell. None: not known yet."""
        return self._decoded.age(time.monotonic())
