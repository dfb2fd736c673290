"""Whether all cameras have left: what `--exit-when-empty` waits for."""

import asyncio
from collections.abc import Callable, Iterable

from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session

# A camera that restarts, or whose link was cut, has not left: VidGear's senders call again after up to ten seconds.
GRACE_SECONDS = 20.0
GOODBYE_GRACE_SECONDS = 5.0
LOOK_SECONDS = 0.5


class Emptiness:
    """Calls `left` once, when cameras were here and all of them have been gone for a while.

    A camera that was never heard counts neither way: the wall does not end because one more is yet to come, nor go on
    because a remembered one is off. Call `close` to stop looking.
    """

    def __init__(self, fleet: Fleet, left: Callable[[], object]) -> None:
        self._fleet = fleet
        self._left = left
        self._loop = asyncio.get_running_loop()
        self._gone_since: float | None = None
        self._timer: asyncio.TimerHandle = self._loop.call_later(LOOK_SECONDS, self._look)

    def close(self) -> None:
        """Look no more."""
        self._timer.cancel()

    def _look(self) -> None:
        heard = [session for session in self._fleet if session.has_greeted]
        is_empty = bool(heard) and not any(session.is_connected for session in heard)
        now = self._loop.time()
        if not is_empty:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = now
        elif now - self._gone_since >= _grace(heard):
            self._left()
            return
        self._timer = self._loop.call_later(LOOK_SECONDS, self._look)


def _grace(sessions: Iterable[Session]) -> float:
    return GOODBYE_GRACE_SECONDS if all(session.has_said_goodbye for session in sessions) else GRACE_SECONDS
