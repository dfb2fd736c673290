"""A video that OpenCV reads, by FFmpeg."""

from typing import Any

from sender.imaging.film import Film
from sender.libraries import opencv
from sender.pictures.capture import Picture

MOST_FPS = 1000.0


class OpencvFilm(Film):
    """Reads `video`, an open cv2.VideoCapture, which is its own from now on."""

    def __init__(self, video: Any) -> None:
        cv2 = opencv()
        self.video = video
        fps, pictures = float(video.get(cv2.CAP_PROP_FPS)), float(video.get(cv2.CAP_PROP_FRAME_COUNT))
        self.fps = fps if 0 < fps <= MOST_FPS else 0.0
        self.seconds = (pictures - 1) / fps if self.fps and pictures > 0 else None

    @classmethod
    def of(cls, video: Any, must_be_wound: bool = False) -> "OpencvFilm | None":
        """None where `video` could not be opened, or, with `must_be_wound`, has no first picture."""
        if not video.isOpened() or (must_be_wound and not video.grab()):
            video.release()
            return None
        if must_be_wound:
            video.set(opencv().CAP_PROP_POS_FRAMES, 0)
        return cls(video)

    @property
    def position_ms(self) -> float:
        return float(self.video.get(opencv().CAP_PROP_POS_MSEC))

    def read(self) -> "Picture | None":
        is_read, picture = self.video.read()
        return picture if is_read else None

    def wind(self, position_ms: float) -> None:
        if position_ms == 0:
            self.video.set(opencv().CAP_PROP_POS_FRAMES, 0)
        else:
            self.video.set(opencv().CAP_PROP_POS_MSEC, position_ms)

    def close(self) -> None:
        self.video.release()
