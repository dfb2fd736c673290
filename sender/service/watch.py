"""What systemd is told while cameras serve; its watchdog is fed only while their pictures flow."""

import asyncio
import contextlib
import faulthandler
import time
from collections.abc import Callable, Iterator, Sequence

from camwire.printable import printable
from sender.camera import Camera
from sender.service.notify import Notifier, watchdog_seconds

LOOK_SECONDS = 1.0
# Rounded it would be none.
LEAST_TOLD_RATE = 0.5
# Often enough that a look that comes late does not matter.
LOOKS = 4
# Longer than an honest try to open a source takes.
STEP_NS = 15_000_000_000


@contextlib.contextmanager
def watched(cameras: Sequence[Camera]) -> Iterator[Callable[[], None]]:
    """Report to systemd, if it started this program; yields what to call when the first camera serves.

    On the cameras' loop: one that hangs feeds no watchdog either.
    """
    notifier = Notifier.from_environment()
    if notifier is None:
        yield lambda: None
        return
    # The watchdog ends a program that hangs with SIGABRT: then the log tells where.
    faulthandler.enable()
    watch = _Watch(cameras, notifier)
    try:
        yield watch.begin
    finally:
        watch.end()


class Flowing:
    """Whether pictures have come since the last look, are not due yet, or have come to their end.

    A camera whose source is away, and opened again until it is back, is of no concern while another one's pictures
    flow: to end the program would only take those, too. One that is open and gives nothing is, as is
    one that hangs while it is closed or opened, or whose pictures hang in an encoder or a filter: nothing but a new
    start gets a driver back that hangs.

    `clock` is that of `time.monotonic_ns`.
    """

    def __init__(self, cameras: Sequence[Camera], clock: Callable[[], int] = time.monotonic_ns) -> None:
        self._cameras = cameras
        self._clock = clock
        self._newest = [0] * len(cameras)

    def look(self) -> bool:
        """Whether each camera has a new picture, or is excused."""
        is_one_flowing, is_one_stuck = False, False
        for number, camera in enumerate(self._cameras):
            flow, now_ns = camera.flow, self._clock()
            if flow is not None and flow.is_stuck:
                return False
            if flow is None or (flow.is_lost and now_ns - flow.stepped_ns < STEP_NS):
                continue
            is_new = flow.newest_ns not in (0, self._newest[number])
            if not flow.is_lost and (is_new or now_ns < flow.silent_until_ns or flow.has_ended):
                is_one_flowing = True
            else:
                is_one_stuck = True
        if is_one_stuck or not is_one_flowing:
            return False
        # Only now: a slow camera is not to be new in one look, and a fast one in the next.
        self._newest = [0 if camera.flow is None else camera.flow.newest_ns for camera in self._cameras]
        return True


class _Watch:
    def __init__(self, cameras: Sequence[Camera], notifier: Notifier) -> None:
        self._cameras = cameras
        self._notifier = notifier
        self._flowing = Flowing(cameras)
        patience = watchdog_seconds()
        self._feeds = patience is not None
        self._pause = LOOK_SECONDS if patience is None else min(LOOK_SECONDS, patience / LOOKS)
        self._told = ""
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Say that it serves. May be repeated."""
        if self._timer is None:
            self._notifier.tell("READY=1", *self._news())
            self._look_later()

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._notifier.tell("STOPPING=1")
        self._notifier.close()

    def _look_later(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._pause, self._look)

    def _look(self) -> None:
        self._look_later()
        is_fed = self._feeds and self._flowing.look()
        words = [*(["WATCHDOG=1"] if is_fed else []), *self._news()]
        if words:
            self._notifier.tell(*words)

    def _news(self) -> list[str]:
        """How all of them do, where that is not what was told last."""
        # A trouble may have several lines, and systemd takes each line for a word of its own.
        status = printable(" ".join(" ".join(map(_status, self._cameras)).split()))
        if status == self._told:
            return []
        self._told = status
        return [f"STATUS={status}"]


def _status(camera: Camera) -> str:
    flow = camera.flow
    if flow is None:
        return f"{camera.name}: not started."
    if flow.trouble:
        return f"{camera.name}: {flow.trouble}"
    viewers = len(camera.viewers)
    is_slow = flow.per_second < LEAST_TOLD_RATE and time.monotonic_ns() < flow.silent_until_ns
    rate = "a picture now and then" if is_slow else f"{flow.per_second:.0f} pictures a second"
    return f"{camera.name}: {rate}, {viewers} viewer{'' if viewers == 1 else 's'}."
