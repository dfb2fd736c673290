"""Frees peers that wait for ever for an answer to what they sent to an earlier life of this program.

An imagezmq sender that lost its hub stays in `recv` until it is restarted by hand: its new connection says nothing,
because it is the hub's turn. A ROUTER (libzmq 4.3) numbers its peers one after the other; so who connected and kept
silent can be sent the answer it waits for without ever having been heard. To any other peer such an answer is a
message it did not ask for, and REQ sockets drop those.
"""

import asyncio
from collections.abc import Callable

import zmq

# Our own cameras and those with something to say speak as soon as they are connected.
SILENT_SECONDS = 2.0
LEARNING_MS = 200
NUMBERS = 2**32
ROUTE_BYTES = 5
# Peers that took a number without shaking hands, or brought a name of their own, make the count wrong by a few.
STRANGERS = 4


class Unsticking:
    """Counts the peers of a bound ROUTER. `answer(route)` sends to one that kept silent; not called after `close`."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        router: "zmq.Socket[bytes]",
        is_heard: Callable[[bytes], bool],
        answer: Callable[[bytes], object],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._is_heard = is_heard
        self._answer = answer
        self._waiting: dict[int, asyncio.Handle] = {}
        self._last = _number_of_first_peer(context, router)

    def connected(self) -> None:
        """One more peer shook hands: look after it in a while."""
        if self._last is None:
            return
        self._last = (self._last + 1) % NUMBERS
        self._waiting[self._last] = self._loop.call_later(SILENT_SECONDS, self._look, self._last)

    def heard(self, route: bytes) -> None:
        """Somebody new spoke: as far as this the numbers have come."""
        if self._last is not None and len(route) == ROUTE_BYTES and not route[0]:
            ahead = (int.from_bytes(route[1:], "big") - self._last) % NUMBERS
            self._last = (self._last + ahead) % NUMBERS if ahead < STRANGERS else self._last

    def close(self) -> None:
        """Look after nobody any more."""
        for each in self._waiting.values():
            each.cancel()

    def _look(self, number: int) -> None:
        del self._waiting[number]
        for near in range(number - STRANGERS, number + STRANGERS + 1):
            route = b"\0" + (near % NUMBERS).to_bytes(4, "big")
            # Who has only just come is given its own time: its first word is on the way.
            if not (self._is_heard(route) or near % NUMBERS in self._waiting):
                self._answer(route)


def _number_of_first_peer(context: "zmq.Context[zmq.Socket[bytes]]", router: "zmq.Socket[bytes]") -> int | None:
    """Connect to the router from within, to see where its numbers begin; None if they are not as we know them."""
    place = f"inproc://first-peer-of-{id(router)}"
    router.bind(place)
    with context.socket(zmq.REQ) as first:
        first.linger = 0
        first.connect(place)
        first.send(b"")
        route = router.recv_multipart()[0] if router.poll(LEARNING_MS) else b""
    router.unbind(place)
    return int.from_bytes(route[1:], "big") if len(route) == ROUTE_BYTES and not route[0] else None
