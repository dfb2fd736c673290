"""A picture as its source gave it."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sender.asked import Size
from sender.pictures.own_h264 import Encodable
from sender.pictures.yuv import Yuv420

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Picture: TypeAlias = "npt.NDArray[np.uint8]"


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """One picture as its source gave it: decoded `pixels`, `planes`, or the camera's own `jpeg`; one of them.

    But a `jpeg` may come with the `planes` it was made of: then nobody need decode it for other sizes. `halved` is the
    picture in half of both sides, of a camera that makes that by itself; only beside `planes`. `own_h264` is set where
    the camera's board has hardware that makes H.264 of such pictures.
    `pixels`: (height, width, 3), uint8, BGR, C-contiguous; the source touches neither them nor planes again.
    `capture_time_ns` is on the clock of `time.monotonic_ns`.
    """

    capture_time_ns: int
    width: int
    height: int
    pixels: "Picture | None" = None
    jpeg: bytes | None = None
    planes: Yuv420 | None = None
    halved: Yuv420 | None = None
    own_h264: Encodable | None = None

    @classmethod
    def of(cls, picture: "Picture | Yuv420", capture_time_ns: int | None = None) -> "Capture":
        """A picture taken at `capture_time_ns`, or now."""
        taken = time.monotonic_ns() if capture_time_ns is None else capture_time_ns
        if isinstance(picture, Yuv420):
            return cls(taken, picture.y.shape[1], picture.y.shape[0], planes=picture)
        return cls(taken, picture.shape[1], picture.shape[0], pixels=picture)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)
