"""A source, read for as long as the camera lives: what is lost is opened again."""

import logging
from collections.abc import Iterator

from sender.sources.base import Capture, Source, SourceError, SourceLost

log = logging.getLogger(__name__)

FIRST_BACKOFF = 0.2
LAST_BACKOFF = 2.0


def captures(source: Source) -> Iterator[Capture]:
    """Yield the pictures of an open source until it ends or is interrupted. Raises SourceError when it fails for good.

    A lost source is opened again with a backoff that doubles; one line tells that it is lost, one that it is back.
    """
    backoff = FIRST_BACKOFF
    is_open = True
    while not source.is_interrupted:
        try:
            if not is_open:
                source.open()
                is_open = True
            capture = source.read()
        except SourceError as trouble:
            if is_open and not isinstance(trouble, SourceLost):
                raise
            if backoff == FIRST_BACKOFF and not source.is_interrupted:
                log.warning("%s Trying again until it is back.", trouble)
            is_open = False
            source.close()
            source.pause(backoff)
            backoff = min(2 * backoff, LAST_BACKOFF)
            continue
        if capture is None:
            return
        if backoff > FIRST_BACKOFF:
            log.info("The source is back: %s.", source.describe())
            backoff = FIRST_BACKOFF
        yield capture


class RateLimit:
    """Lets at most `fps` pictures a second pass, evenly; all of them when it is None."""

    # Pictures that come a little early are on time: a source that keeps the rate itself loses none.
    SLACK = 0.2

    def __init__(self, fps: float | None) -> None:
        self._interval_ns = round(1e9 / fps) if fps else 0
        self._due_ns: int | None = None

    def passes(self, time_ns: int) -> bool:
        """Whether the picture taken at `time_ns` may pass. Times rise."""
        if not self._interval_ns:
            return True
        if self._due_ns is None:
            self._due_ns = time_ns
        if time_ns < self._due_ns - self.SLACK * self._interval_ns:
            return False
        self._due_ns = max(self._due_ns + self._interval_ns, time_ns)
        return True
