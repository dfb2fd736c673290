"""A video that is read picture by picture."""

from abc import ABC, abstractmethod

from sender.pictures.capture import Picture
from sender.pictures.yuv import Yuv420


class Film(ABC):
    """Belongs to the capture thread."""

    fps: float = 0.0
    """Pictures a second, as the file says; 0 if it does not."""
    seconds: float | None = None
    """From the first picture to the last, if the file says so."""

    @property
    @abstractmethod
    def position_ms(self) -> float:
        """Where the picture that was read last stands, from the beginning."""

    @abstractmethod
    def read(self) -> "Picture | Yuv420 | None":
        """Return the next picture, which is the caller's; None at the end, or where nothing comes any more."""

    @abstractmethod
    def wind(self, position_ms: float) -> None:
        """Read on with the picture at `position_ms`, or with the nearest before it that the file can be wound to."""

    @abstractmethod
    def close(self) -> None:
        """Give the file or the line back."""
