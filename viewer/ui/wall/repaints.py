"""When which picture is painted: not more often than a screen can show it, and not so many at once that the loop waits.

`Schedule` decides, `Repaints` is its clock. A picture is painted the moment it is here, past Qt's own way of gathering
what is to be painted, which takes longer than it saves. Where painting takes long, one after the other has its turn,
and so has the loop: it reads what has come, so that what is painted next is as new as it can be.
"""

import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

ROUND_SECONDS = 0.008
"""Half of what a screen needs for a picture: what comes just after a round is not late for the next one."""
BUDGET_SECONDS = 0.008
QUICK_SECONDS = 0.004
"""What takes longer to paint is not painted while the loop reads: something newer may be in the same socket."""
LEARNING = 0.1
LEAST_COST = 1e-5

T = TypeVar("T")


class Schedule(Generic[T]):
    """Who is painted next. `now` is monotonic, in seconds."""

    def __init__(self) -> None:
        # In the order in which they began to wait.
        self._waiting: dict[T, None] = {}
        self._cost = 0.0
        self._next_round = 0.0
        self._left = 0
        self._had_turn: set[T] = set()

    def ask(self, view: T, now: float) -> bool:
        """`view` has something newer to paint. Whether it may be painted at once; otherwise it waits for its turn: it
        has had one in this round, others wait, or there is no time for it."""
        if not self._waiting and self._cost < QUICK_SECONDS:
            if now >= self._next_round:
                self._begin_round(now)
            if self._left > 0 and view not in self._had_turn:
                self._left -= 1
                self._had_turn.add(view)
                return True
        self._waiting[view] = None
        return False

    def forget(self, view: T) -> None:
        """`view` is no more."""
        self._waiting.pop(view, None)
        self._had_turn.discard(view)

    def painted(self, seconds: float) -> None:
        """Painting one took so long."""
        self._cost += LEARNING * (seconds - self._cost)

    def pause(self, now: float) -> float | None:
        """Seconds until the next round; None while nobody waits."""
        return max(0.0, self._next_round - now) if self._waiting else None

    def round(self, now: float) -> list[T]:
        """Those to be painted now: all, or as many as there is time for of those that have waited longest."""
        self._begin_round(now)
        chosen = list(self._waiting)[: self._left]
        for view in chosen:
            del self._waiting[view]
        self._left -= len(chosen)
        self._had_turn.update(chosen)
        return chosen

    def _begin_round(self, now: float) -> None:
        self._next_round = now + ROUND_SECONDS
        self._had_turn.clear()
        self._left = max(1, int(BUDGET_SECONDS / max(self._cost, LEAST_COST)))


class View(Protocol):
    """What is painted."""

    def repaint(self) -> None: ...

    def update(self) -> None: ...


class Repaints(QObject):
    """Has views painted when it is time. In the loop's thread; ends with `parent`."""

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._schedule: Schedule[View] = Schedule()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)

    def ask(self, view: View) -> None:
        """Have `view` painted soon."""
        if self._schedule.ask(view, self._clock()):
            view.repaint()
        else:
            self._wait()

    def forget(self, view: View) -> None:
        """`view` is no more."""
        self._schedule.forget(view)

    def painted(self, seconds: float) -> None:
        """Painting one took so long."""
        self._schedule.painted(seconds)

    def _wait(self) -> None:
        if not self._timer.isActive() and (pause := self._schedule.pause(self._clock())) is not None:
            self._timer.start(round(1000 * pause))

    def _on_time(self) -> None:
        for view in self._schedule.round(self._clock()):
            view.update()
        self._wait()
