"""Who may use the H.264 hardware at a time: all cameras of a process share one."""

import logging
import threading
import time

from sender.pictures.own_h264 import HardwareFailed

log = logging.getLogger(__name__)

# A stream ends within half a second. One that does not is not waited for.
LEAVING_SECONDS = 2.0


class Places:
    """For `most` streams at a time. For any thread."""

    def __init__(self, most: int) -> None:
        self._most = self._limit = most
        self._used = 0
        self._leaving: list[float] = []
        self._is_told = False
        self._changing = threading.Lock()

    @property
    def has_room(self) -> bool:
        """Whether somebody would get one now."""
        return self._used < self._limit

    def take(self) -> bool:
        """Take one. False: in a moment, when one that is ending has ended. Raises HardwareFailed where none will."""
        with self._changing:
            if self.has_room:
                self._used += 1
                return True
            if self._leaving and time.monotonic() - self._leaving[0] < LEAVING_SECONDS:
                return False
            self._tell()
            raise HardwareFailed("The H.264 hardware has enough to do.")

    def leave(self) -> None:
        """A stream begins to end, and gives its place back soon."""
        with self._changing:
            self._leaving.append(time.monotonic())

    def give_back(self) -> None:
        """A stream that left has ended."""
        with self._changing:
            self._used -= 1
            self._limit = self._most
            self._leaving.pop(0)

    def refused(self) -> bool:
        """The driver does not grant a place that was taken. Return whether it has others, and is only full."""
        with self._changing:
            self._used -= 1
            if self._used:
                # Until one of them ends.
                self._limit = self._used
                self._tell()
            return self._used > 0

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            log.info(
                "The H.264 hardware has enough to do (streams: %d). The processor encodes what more is asked for, "
                "until one of them ends.",
                self._used,
            )
