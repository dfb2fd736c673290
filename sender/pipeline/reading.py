"""A source, read for as long as the camera lives: what is lost is opened again, and others may ask it in between."""

import enum
import logging
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from camwire.errors import UsageError
from sender.errors import SourceError, SourceLost
from sender.pictures.capture import Capture
from sender.pipeline.silence import Silence
from sender.requests import Requests
from sender.sources.base import Source

log = logging.getLogger(__name__)

T = TypeVar("T")
FIRST_BACKOFF = 0.2
LAST_BACKOFF = 1.0
STAYS = "The camera stays up without new pictures."
HANGS = (
    "The source hangs: {} gives neither pictures nor a reason. Check its cable, or the network to it; if it stays so, "
    "start the camera program anew."
)


class Phase(enum.Enum):
    """How it stands with a source."""

    OPEN = enum.auto()
    LOST = enum.auto()
    """It is opened again until it is back."""
    ENDED = enum.auto()
    """It is still open, and may be wound back."""
    CLOSED = enum.auto()
    """It has ended or failed for good; only a restart opens it again."""


class Reading:
    """Reads `source` in the capture thread. Only `trouble`, `hangs`, `phase`, `has_ended` and `stepped_ns` are also
    for other threads, to look at.

    `requests` are answered between two pictures: a `pause` of the source ends for them, also that before the next try.
    """

    def __init__(
        self, source: Source, requests: "Requests[Reading]", on_trouble: Callable[[], None] = lambda: None
    ) -> None:
        """`on_trouble` is called in the capture thread whenever `trouble` has changed."""
        self.phase = Phase.OPEN
        self.stepped_ns = time.monotonic_ns()
        """When a try to get a lost source back last began or ended: a driver may hang in between."""
        self.has_ended = False
        """Whether the source has given all that it had."""
        self._trouble = ""
        self._silence = Silence()
        self._on_trouble = on_trouble
        self._source = source
        self._requests = requests
        self._backoff = FIRST_BACKOFF
        self._retry_at = 0.0

    @property
    def trouble(self) -> str:
        """Why no pictures come, as a sentence; empty while they do."""
        return self._trouble or (HANGS.format(self._source.describe()) if self.hangs else "")

    @trouble.setter
    def trouble(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._on_trouble()

    @property
    def hangs(self) -> bool:
        """Whether the source is open, and has given neither pictures nor a reason for far too long."""
        return self.phase is Phase.OPEN and self._silence.is_too_long(time.monotonic_ns(), self._source.silent_until_ns)

    def begin(self) -> None:
        """The source is about to be opened, or has been: pictures are waited for from now on."""
        self._silence.begin(time.monotonic_ns())

    def captures(self) -> Iterator[Capture]:
        """Yield the pictures of the open source until it is interrupted.

        A lost source is opened again with a backoff that doubles; one line tells that it is lost, one that it is back.
        """
        self.begin()
        while not self._source.is_interrupted:
            self._source.heed()
            self._requests.answer(self)
            if self.phase is Phase.LOST:
                self._open_again()
            elif self.phase is not Phase.OPEN:
                self._source.pause(LAST_BACKOFF)
            elif (capture := self._read()) is not None:
                yield capture

    def ask(self, call: Callable[[Source], T]) -> T:
        """Have `call` do something with the source. Raises UsageError while there is none."""
        if self.phase in (Phase.LOST, Phase.CLOSED):
            way_out = "Try again when it is back." if self.phase is Phase.LOST else "Restart it to begin anew."
            raise UsageError(f"{self.trouble} {way_out}")
        try:
            answer = call(self._source)
        except SourceError as error:
            raise UsageError(str(error)) from None
        if self.phase is Phase.ENDED:
            # It may have been wound back; if not, it ends once more.
            self._is_open()
        return answer

    def begin_anew(self) -> None:
        """Close the source and open it again. Raises UsageError when that fails; it is tried again until it works."""
        try:
            self._open_anew()
        except SourceError as error:
            self._lose(error)
            raise UsageError(f"{error} It is tried again until it works.") from None

    def begin_otherwise(self, undo: Callable[[], object]) -> None:
        """The same with something changed, which `undo` undoes when it cannot be opened so. Raises UsageError."""
        try:
            self._open_anew()
        except Exception as error:
            undo()
            self.begin_anew()
            raise UsageError(f"{error} Nothing was changed.") from None

    def not_opened(self, error: SourceError) -> None:
        """The source could not be opened at the beginning: it is tried again until it can."""
        self._lose(error)

    def _read(self) -> Capture | None:
        try:
            capture = self._source.read()
        except SourceLost as lost:
            self._lose(lost)
        except SourceError as error:
            self._fail(str(error))
            log.error("%s %s", error, STAYS)
        except Exception:
            self._fail_oddly()
        else:
            if capture is not None:
                self._delivered()
            elif not self._source.is_called:
                self._end()
            return capture
        return None

    def _open_anew(self) -> None:
        self._source.close()
        self._source.open()
        self._is_open()
        self.trouble, self._backoff = "", FIRST_BACKOFF

    def _is_open(self) -> None:
        self.begin()
        self.phase, self.has_ended = Phase.OPEN, False

    def _delivered(self) -> None:
        self._silence.end(time.monotonic_ns(), self._source.silent_until_ns)
        if self._backoff > FIRST_BACKOFF:
            log.info("The source is back: %s.", self._source.describe())
            self._backoff = FIRST_BACKOFF
        self.trouble = ""

    def _end(self) -> None:
        """Told once, also if a look shows that it was not wound back."""
        if not self._trouble:
            self.trouble = f"The source has ended: {self._source.describe()}."
            log.info("%s %s", self.trouble, STAYS)
        self.has_ended = True
        if self._source.controls():
            self.phase = Phase.ENDED
        else:
            self.phase = Phase.CLOSED
            self._source.close()

    def _fail(self, why: str) -> None:
        self.phase, self.trouble = Phase.CLOSED, why
        self._source.close()

    def _fail_oddly(self) -> None:
        log.exception("The source failed: %s. %s", self._source.describe(), STAYS)
        self._fail(f"The source has failed: {self._source.describe()}.")

    def _lose(self, error: SourceError) -> None:
        # Before the phase: who looks at both from outside must not see an old step of one just lost.
        self._step()
        self.phase, self.trouble = Phase.LOST, str(error)
        if self._backoff == FIRST_BACKOFF and not self._source.is_interrupted:
            log.warning("%s Trying again until it is back.", error)
        self._source.close()
        self._step()
        self._retry_at = time.monotonic() + self._backoff
        self._backoff = min(2 * self._backoff, LAST_BACKOFF)

    def _open_again(self) -> None:
        # The pause ends early for who asks something meanwhile.
        if self._source.pause(self._retry_at - time.monotonic()):
            return
        self._step()
        try:
            self._source.open()
        except SourceError as error:
            self._lose(error)
        except Exception:
            self._fail_oddly()
        else:
            self._is_open()

    def _step(self) -> None:
        self.stepped_ns = time.monotonic_ns()
