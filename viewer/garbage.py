"""Where cyclic garbage is collected: in Qt's thread only.

Python collects in whichever thread happens to make the object that is one too many. A window, a timer or an action that
is garbage then dies in a thread that decodes or writes, while Qt's own may be about to tell it something: a crash that
nobody can repeat.
"""

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimerEvent

LOOK_MS = 500
FULL_SECONDS = 60.0
GROWTH = 1.25
"""A full collection looks at every object there is, for longer than a picture may take. As Python does by itself, it
waits until there are so many times as many old ones as the last one left."""


class Garbage(QObject):
    """From now on, garbage is collected as soon as Qt's loop gets to it, and by the thresholds of Python. Made in the
    thread that owns the widgets, to be kept as long as there are any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._asked = time.monotonic()
        self._old = 0
        self.startTimer(LOOK_MS, Qt.TimerType.CoarseTimer)

    def timerEvent(self, event: QTimerEvent) -> None:
        young, middle, old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if old and self._has_grown(time.monotonic()):
            gc.collect()
            self._old = _count_old()
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)

    def _has_grown(self, now: float) -> bool:
        # Even counting takes a millisecond.
        if now - self._asked < FULL_SECONDS:
            return False
        self._asked = now
        return _count_old() > GROWTH * self._old


def _count_old() -> int:
    return len(gc.get_objects(generation=2))
