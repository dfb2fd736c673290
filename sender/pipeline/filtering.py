"""The filters of a camera, one behind the other."""

import logging
from collections.abc import Sequence

from sender.asked import Size
from sender.encoders.base import pixels_of
from sender.filters.base import Filter
from sender.pictures.capture import Capture, Picture
from sender.pictures.look import Look
from sender.requests import Requests

log = logging.getLogger(__name__)


class Filtering:
    """Applies `filters` in their order, in the encode thread. Without any it is false, and need not be asked."""

    def __init__(self, filters: Sequence[Filter] = ()) -> None:
        self.trouble = ""
        """Why no picture comes through, as a sentence; empty while they do. For any thread, to look at."""
        self.at = ""
        """The filter that has a picture now; empty while none has. For any thread, to look at."""
        self.lookers: Requests[Capture] = Requests()
        """Are given the next picture that goes on, whoever else wants it."""
        self._filters = tuple(filters)

    def __bool__(self) -> bool:
        return bool(self._filters)

    def __str__(self) -> str:
        return ", ".join(map(_title, self._filters))

    @property
    def is_looked_at(self) -> bool:
        """Whether the next picture is for somebody, even if it is due for no viewer. For any thread."""
        return self.lookers.is_waiting

    def size(self, size: Size) -> Size:
        """The size of what becomes of a picture of `size`. For any thread."""
        for each in self._filters:
            size = each.size(size)
        return size

    def apply(self, capture: Capture) -> Capture | None:
        """Return the picture that goes on, or None when a filter failed. Raises ValueError for a damaged picture."""
        pixels = pixels_of(capture, Look())
        for each in self._filters:
            self.at = _title(each)
            try:
                pixels = _checked(each.apply(pixels))
            except Exception as error:
                self._failed(each, error)
                return None
            finally:
                self.at = ""
        self.trouble = ""
        filtered = Capture.of(pixels, capture.capture_time_ns)
        self.lookers.answer(filtered)
        return filtered

    def _failed(self, filter_: Filter, error: Exception) -> None:
        if not self.trouble:
            # It may go on with every picture: that is told once.
            log.exception("The filter %s failed; its pictures are left out.", _title(filter_))
        self.trouble = f"The filter {_title(filter_)} failed: {str(error) or type(error).__name__}"


def _checked(pixels: Picture) -> Picture:
    import numpy as np

    if not isinstance(pixels, np.ndarray) or pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
        raise TypeError("apply must return an array of the shape (height, width, 3) and the type uint8.")
    checked: Picture = np.ascontiguousarray(pixels)
    return checked


def _title(filter_: Filter) -> str:
    return filter_.name or type(filter_).__name__
