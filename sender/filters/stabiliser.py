"""A picture that stands still although the camera shakes: in the wind, on a pole, on a vehicle.

Points are followed from one picture to the next (Lucas and Kanade's optical flow); what most of them did, the camera
did. The sum of that is the camera's path. The picture is moved back to a smooth version of it, at once, without delay.
"""

from typing import TYPE_CHECKING, Any, Self, TypeAlias

from camwire.errors import UsageError
from sender.asked import Size
from sender.filters.base import Filter, whole_number
from sender.libraries import WITHOUT_OPENCV, has_opencv, opencv
from sender.pictures.capture import Capture, Picture
from sender.pictures.scaling import Sizes

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Motion: TypeAlias = "npt.NDArray[np.float64]"
"""To the right and down in pixels, and clockwise in radians."""

USUAL, MOST = 25, 250
# Motion is as plain in a small picture, and costs a tenth.
LONGEST_SIDE = 320
MOST_POINTS, FEWEST_POINTS = 120, 8
# Far apart, and faint ones as well: or all of them lie on the one thing that is rich in contrast, and it may move.
PIXELS_APART, LEAST_CONTRAST = 16, 0.003
# Fewer than this share agree: then it is another scene, or something large passed by.
AGREEING = 0.4
# The farthest a picture is moved, as a share of its sides: a camera that is turned must be followed.
FARTHEST = 0.1
FARTHEST_TURN = 0.1


class Stabiliser(Filter):
    """Takes out what shakes faster than about `pictures` pictures; slower motion stays.

    At the edges that come into sight the last row or column is repeated.
    """

    name = "stabiliser"
    asked_as = "stabiliser"

    def __init__(self, pictures: int = USUAL) -> None:
        """Raises UsageError where OpenCV is not installed."""
        if not has_opencv():
            raise UsageError(f"The filter {self.name} cannot be used here. {WITHOUT_OPENCV}.")
        self._pictures = max(1, pictures)
        self._before: Picture | None = None
        self._path: Motion | None = None
        self._smooth: Motion | None = None

    @classmethod
    def from_value(cls, value: str) -> Self:
        return cls(whole_number(cls.name, value, 1, MOST, USUAL, "pictures"))

    def apply(self, pixels: Picture) -> Picture:
        grey, scale = _small(pixels)
        before, self._before = self._before, grey
        if before is None or before.shape != grey.shape or self._path is None or self._smooth is None:
            self._path, self._smooth = _still(), _still()
            return pixels
        self._path = self._path + _motion(before, grey)
        self._smooth = self._smooth + (self._path - self._smooth) / self._pictures
        back = _limited(self._smooth - self._path, grey)
        self._smooth = self._path + back
        return _moved(pixels, back, scale)


def _still() -> Motion:
    import numpy as np

    return np.zeros(3)


def _small(pixels: Picture) -> tuple[Picture, float]:
    """The picture in grey and small, and how many of its own pixels are one of those."""
    cv2 = opencv()
    scale = max(1.0, max(pixels.shape[:2]) / LONGEST_SIDE)
    height, width = (max(1, round(side / scale)) for side in pixels.shape[:2])
    small = Sizes(Capture.of(pixels)).of(Size(width, height)).pixels
    grey: Picture = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    return grey, scale


def _motion(before: Picture, now: Picture) -> Motion:
    """How what is seen has moved, about the middle; not at all where that cannot be told."""
    import numpy as np

    cv2 = opencv()
    points: Any = cv2.goodFeaturesToTrack(before, MOST_POINTS, LEAST_CONTRAST, PIXELS_APART)
    if points is None or len(points) < FEWEST_POINTS:
        return _still()
    found, is_found, _ = cv2.calcOpticalFlowPyrLK(before, now, points, None)
    is_found = is_found.reshape(-1).astype(bool)
    middle = np.array(before.shape[::-1], np.float32) / 2
    old, new = (each.reshape(-1, 2)[is_found] - middle for each in (points, found))
    if len(old) < FEWEST_POINTS:
        return _still()
    matrix, agrees = cv2.estimateAffinePartial2D(old, new, method=cv2.RANSAC, ransacReprojThreshold=1.0)
    if matrix is None or agrees.mean() < AGREEING:
        return _still()
    return np.array([matrix[0, 2], matrix[1, 2], np.arctan2(matrix[1, 0], matrix[0, 0])])


def _limited(back: Motion, grey: Picture) -> Motion:
    import numpy as np

    height, width = grey.shape
    most = np.array([width * FARTHEST, height * FARTHEST, FARTHEST_TURN])
    limited: Motion = np.clip(back, -most, most)
    return limited


def _moved(pixels: Picture, motion: Motion, scale: float) -> Picture:
    import numpy as np

    cv2 = opencv()
    height, width = pixels.shape[:2]
    right, down, turn = float(motion[0]) * scale, float(motion[1]) * scale, float(motion[2])
    cosine, sine = np.cos(turn), np.sin(turn)
    x, y = width / 2, height / 2
    matrix = np.array(
        [[cosine, -sine, x - cosine * x + sine * y + right], [sine, cosine, y - sine * x - cosine * y + down]]
    )
    moved: Picture = cv2.warpAffine(
        pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return moved
