"""Real pictures of a clip, encoded once for each size and quality that is asked for."""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import simplejpeg

from sender.asked import Size

HERE = Path(__file__).parents[2]
BUNDLED = HERE / "resources" / "bigbuckbunny.mp4"
RECORDED = HERE.parent / "shared" / "clips" / "cup.mp4"
"""From a webcam, 640×480; it does not come with the repository."""
FRAMES = 24
QUALITY = 80


def usual_clip(size: Size) -> Path:
    """The clip that has about the shape of `size`, where it is there."""
    is_wide = size.width / size.height > 1.5
    return BUNDLED if is_wide or not RECORDED.is_file() else RECORDED


class Film:
    """`FRAMES` pictures from all over a clip, at `size`; as JPEG of any smaller size on demand."""

    def __init__(self, clip: Path, size: Size) -> None:
        self.size = size
        self._pictures = [_cropped(picture, size) for picture in _read(clip)]
        self._encoded: dict[tuple[int, Size, int], bytes] = {}

    def picture(self, number: int) -> npt.NDArray[np.uint8]:
        """Picture `number` as pixels, (height, width, 3), blue first."""
        return self._pictures[number % len(self._pictures)]

    def jpeg(self, number: int, size: Size, quality: int = QUALITY) -> bytes:
        """Picture `number`, for ever in a circle."""
        key = (number % len(self._pictures), size, quality)
        if key not in self._encoded:
            picture = _scaled(self._pictures[key[0]], size)
            self._encoded[key] = simplejpeg.encode_jpeg(picture, quality, "BGR", "420")
        return self._encoded[key]


def _read(clip: Path) -> list[npt.NDArray[np.uint8]]:
    video = cv2.VideoCapture(str(clip))
    every = max(1, int(video.get(cv2.CAP_PROP_FRAME_COUNT)) // FRAMES)
    found: list[npt.NDArray[np.uint8]] = []
    number = 0
    while len(found) < FRAMES and video.grab():
        if number % every == 0:
            found.append(video.retrieve()[1])
        number += 1
    video.release()
    assert found, f"{clip} has no pictures"
    return found


def _cropped(picture: npt.NDArray[np.uint8], size: Size) -> npt.NDArray[np.uint8]:
    height, width = picture.shape[:2]
    shape = size.width / size.height
    wide, high = min(width, round(height * shape)), min(height, round(width / shape))
    left, top = (width - wide) // 2, (height - high) // 2
    return _scaled(np.ascontiguousarray(picture[top : top + high, left : left + wide]), size)


def _scaled(picture: npt.NDArray[np.uint8], size: Size) -> npt.NDArray[np.uint8]:
    if picture.shape[:2] == (size.height, size.width):
        return picture
    return cv2.resize(picture, (size.width, size.height), interpolation=cv2.INTER_AREA).astype(np.uint8)
