"""Holds the peers of one link to what they may send, read and unread."""

import asyncio
import time
from collections.abc import Callable, Iterable

from camwire import limits
from camwire.called import Called
from camwire.calling import Calling
from camwire.excess import Excess, Offence
from camwire.restraint import Restraint
from camwire.routes import ONLY_PEER, Route, Routes

# How often it is looked what has come and is unread.
LOOK_SECONDS = 0.25
# For a refusal to arrive before the connection ends.
LAST_WORD_SECONDS = 0.1


class Guard:
    """Who calls is refused for too much, who was called is read more slowly, then called anew.

    `tell(offence)` is told of each peer that is over a limit, whenever it is; `pause(seconds)` is to read nothing for
    so long. Looks from `watch` until closed; lives in the loop's thread.
    """

    def __init__(
        self, restraint: Restraint, routes: Routes, tell: Callable[[Offence], None], pause: Callable[[float], None]
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._restraint = restraint
        self._routes = routes
        self._tell = tell
        self._pause = pause
        self._connections: Calling | Called | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False

    def watch(self, connections: Calling | Called) -> None:
        """Look at what comes by these, and is not read."""
        self._connections = connections
        self._timer = self._loop.call_later(LOOK_SECONDS, self._look)

    def close(self) -> None:
        """Hold nobody to anything any more."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()

    def lets_through(self, route: Route, sizes: Iterable[int]) -> bool:
        """Count a message with parts of these `sizes`; return whether it is to be delivered."""
        if self._restraint.is_refused(route):
            return False
        now = time.monotonic()
        seconds, excess = self._restraint.took(route, sizes, now)
        if excess is None:
            return True
        if isinstance(self._connections, Called):
            self._refuse(route, excess, self._connections)
            return False
        # What was read may be delivered.
        self._pause(seconds)
        if self._restraint.slowed(route, seconds, now):
            self.give_up(excess)
        else:
            self._tell(Offence(excess, is_over=False))
        return not self._is_closed

    def give_up(self, excess: Excess) -> None:
        """Call anew who was called, if that is still wanted when it was told."""
        self._tell(Offence(excess))
        if isinstance(self._connections, Calling) and not self._is_closed:
            self._connections.call_anew()

    def cut_off(self, excess: Excess, descriptor: int, address: str) -> None:
        """Tell of one whose connection ends for it."""
        self._tell(Offence(excess, address, self._routes.at(descriptor) or b""))

    def _refuse(self, route: Route, excess: Excess, connections: Called) -> None:
        self._restraint.refuse(route)
        self._tell(Offence(excess, self._routes.address_of(route), route))
        open_now = self._routes.open_of(route, connections)
        self._loop.call_later(LAST_WORD_SECONDS, connections.end_those, open_now)

    def _look(self) -> None:
        """End what has sent more than it may before it was read, such as a message without end."""
        self._timer = self._loop.call_later(LOOK_SECONDS, self._look)
        if isinstance(self._connections, Calling):
            if self._restraint.is_too_much(self._connections.received, ONLY_PEER):
                self.give_up(Excess.UNREAD)
        elif self._connections is not None:
            self._look_at_many(self._connections)

    def _look_at_many(self, connections: Called) -> None:
        unread: dict[int, int] = {}
        for descriptor, received in connections.received.items():
            route = self._routes.at(descriptor)
            unread[descriptor] = self._restraint.unread(received, route)
            if self._restraint.is_too_much(received, route):
                self._end(descriptor, connections)
        if sum(unread.values()) > limits.UNREAD_BYTES_OF_ALL:
            self._end(max(unread, key=lambda each: unread[each]), connections)

    def _end(self, descriptor: int, connections: Called) -> None:
        self.cut_off(Excess.UNREAD, descriptor, connections.address(descriptor))
        connections.end(descriptor, is_offender=True)
