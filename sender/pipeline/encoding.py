"""From picture to frames, in a thread of its own: always the newest, and only what somebody wants."""

import logging
import threading
import time
from collections.abc import Callable, Collection

from sender.pictures.capture import Capture
from sender.pictures.look import Look
from sender.pictures.rates import NANO
from sender.pipeline.filtering import Filtering
from sender.pipeline.rendition import NEVER, Demand, Frames
from sender.pipeline.renditions import MakeEncoder, Renditions
from sender.pipeline.slot import Slot

log = logging.getLogger(__name__)

MOST_NS = 10 * NANO
"""An encoder or a filter that takes longer for one picture hangs."""
HANGS = "{} hangs at one picture. If it stays so, start the camera program anew."


class Encoding:
    """`put` takes pictures, `run` is the thread, and `on_loop` has the loop call `publish` with the frames of each.

    Counts in `drops`: `encode-busy`, `no-credit`, `not-due`, `damaged`, `encode-failed`.
    """

    def __init__(
        self,
        make_encoder: MakeEncoder,
        look: Look,
        drops: dict[str, int],
        on_loop: Callable[..., None],
        publish: Callable[[Frames], None],
        filtering: Filtering | None = None,
    ) -> None:
        # Both are replaced by the loop and never changed: each picture has one look, and one set of demands.
        self.look = look
        self.demands: tuple[Demand, ...] = ()
        """What all viewers would have. Pictures that are due for nobody are dropped unencoded."""
        self._renditions = Renditions(make_encoder)
        self._filtering = filtering or Filtering()
        self._drops = drops
        self._on_loop = on_loop
        self._publish = publish
        self._slot: Slot[Capture] = Slot()
        self._is_published = threading.Event()
        self._taken_ns: int | None = None
        self._is_closed = False

    @property
    def encoded(self) -> int:
        """So many captures have been encoded."""
        return self._renditions.encoded

    @property
    def trouble(self) -> str:
        """Why nothing can be encoded, as a sentence; empty while something can."""
        if self.hangs:
            return HANGS.format(f"The filter {self._filtering.at}" if self._filtering.at else "The encoder")
        return self._filtering.trouble or self._renditions.trouble

    @property
    def hangs(self) -> bool:
        """Whether it has been at one picture for far too long. For any thread."""
        taken_ns = self._taken_ns
        return taken_ns is not None and time.monotonic_ns() - taken_ns > MOST_NS

    def put(self, capture: Capture) -> None:
        """The next picture; it takes the place of one that still waits. From the capture thread."""
        if self._slot.put(capture):
            self._drops["encode-busy"] += 1

    def close(self) -> None:
        """End `run`. Nothing is published any more, also if it is still at a picture. On the loop."""
        self._is_closed = True
        self._slot.close()
        self._is_published.set()

    def run(self) -> None:
        """The encode thread."""
        try:
            while (capture := self._slot.take()) is not None:
                self._taken_ns = time.monotonic_ns()
                try:
                    self._encode(capture)
                except Exception:
                    self._dropped("encode-failed")
                    log.exception("A picture could not be encoded.")
                self._taken_ns = None
        finally:
            self._renditions.close()

    def _encode(self, capture: Capture) -> None:
        demands = self.demands
        if self._filtering and (demands or self._filtering.is_looked_at):
            filtered = self._filtered(capture, demands)
            if filtered is None:
                return
            capture = filtered
        renditions = self._renditions
        before = renditions.damaged, renditions.failed
        skipped = renditions.skipped
        frames = renditions.encode(capture, self.look, demands)
        self._dropped("damaged", renditions.damaged - before[0])
        self._dropped("encode-failed", renditions.failed - before[1])
        if frames.by_rendition:
            # If this takes long, it is the loop that hangs.
            self._taken_ns = None
            self._is_published.clear()
            self._on_loop(self._publish_now, frames)
            # Until then it is not known who wants the next one; the slot goes on taking newer ones.
            self._is_published.wait()
        elif renditions.skipped > skipped:
            self._dropped("encode-busy")
        elif before == (renditions.damaged, renditions.failed):
            self._not_wanted(demands)

    def _filtered(self, capture: Capture, demands: Collection[Demand]) -> Capture | None:
        """Work is spent only on a picture that is due for somebody."""
        is_due = any(demand.due_ns <= capture.capture_time_ns for demand in demands)
        if not (is_due or self._filtering.is_looked_at):
            self._not_wanted(demands)
            return None
        try:
            filtered = self._filtering.apply(capture)
        except ValueError:
            self._dropped("damaged")
            return None
        if filtered is None:
            self._dropped("encode-failed")
        return filtered

    def _not_wanted(self, demands: Collection[Demand]) -> None:
        has_credit = any(demand.due_ns < NEVER for demand in demands)
        self._dropped("not-due" if has_credit else "no-credit")

    def _dropped(self, cause: str, count: int = 1) -> None:
        self._drops[cause] = self._drops.get(cause, 0) + count

    def _publish_now(self, frames: Frames) -> None:
        try:
            if not self._is_closed:
                self._publish(frames)
        finally:
            self._is_published.set()
