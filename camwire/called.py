"""What became of the many connections of a bound socket, and who is sent away."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

import zmq

from camwire.connections import FAILED, UP, Knock, Monitor
from camwire.crowd import Crowd, network_of
from camwire.excess import Excess
from camwire.tcp_connection import TcpConnection

MOST_PENDING = 1000
# Shaking hands takes less, with CURVE too; a message that is too large is more.
HANDSHAKE_BYTES = 1024


class Opened(NamedTuple):
    """One connection: its descriptor, which others have before and after it, and its number among all that came."""

    descriptor: int
    number: int


class Called:
    """A bound socket: tells by its descriptor which connection ended, and who was not let in.

    A message carries the descriptor of the connection it came by; `heard` says which are known. `offended(excess,
    descriptor, address)` is told who was over a limit, and is closed for it. `speaks`: the other ends do.
    """

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        ended: Callable[[int], None],
        knocked: Callable[[Knock], None] | None,
        connected: Callable[[], None],
        offended: Callable[[Excess, int, str], None] = lambda excess, descriptor, address: None,
        speaks: bool = True,
    ) -> None:
        self._ended = ended
        self._connected = connected
        self._knocked = knocked
        self._offended = offended
        self._crowd = Crowd()
        self._speaks = speaks
        self._pending: deque[int] = deque(maxlen=MOST_PENDING)
        self._open: dict[int, TcpConnection | None] = {}
        self._numbers: dict[int, int] = {}
        self._come = count(1)
        self._heard: set[int] = set()
        self._sent_away: set[int] = set()
        self._to_end: list[int] = []
        self._failed = 0
        self.monitor = Monitor(socket, self._take, zmq.EVENT_ACCEPTED, self._end_those)

    @property
    def received(self) -> dict[int, int]:
        """Bytes that have come by each connection, read or not."""
        return {descriptor: tcp.received for descriptor, tcp in self._open.items() if tcp is not None}

    def heard(self, descriptor: int) -> bool:
        """A message came by this connection: whoever is there speaks our pattern. Whether it is still open."""
        if descriptor in self._pending:
            self._pending.remove(descriptor)
        self._crowd.heard(descriptor)
        if descriptor in self._open:
            self._heard.add(descriptor)
        return descriptor in self._open

    def address(self, descriptor: int) -> str:
        """The IP address of the other end; empty if it is not known."""
        tcp = self._open.get(descriptor)
        return "" if tcp is None else tcp.address

    def opened(self, descriptor: int) -> Opened | None:
        """Which connection has this descriptor now; None if it is open no more."""
        return Opened(descriptor, self._numbers[descriptor]) if descriptor in self._open else None

    def end_those(self, offenders: Sequence[Opened]) -> None:
        """End these, if they are still there: others may have their descriptors by now. May come after `close`."""
        for each in offenders:
            if self.opened(each.descriptor) == each:
                self.end(each.descriptor, is_offender=True)

    def end(self, descriptor: int, is_offender: bool = False) -> None:
        """End this connection, soon. An offender is shut out when it comes again and again."""
        if descriptor in self._open and descriptor not in self._sent_away:
            self._crowd.left(descriptor, time.monotonic(), is_offender)
            self._send_away(descriptor)
            # What has happened by now may be its end; another connection may have its descriptor.
            self.monitor.drain()

    def close(self) -> None:
        """Hear of nobody any more."""
        self.monitor.close()
        for tcp in self._open.values():
            if tcp is not None:
                tcp.close()
        self._open.clear()

    def _take(self, event: int, value: int) -> None:
        if event == zmq.EVENT_ACCEPTED:
            self._pending.append(value)
            self._let_in(value)
        elif event == UP:
            # The event does not say whose hands were shaken; as a rule those of who came first.
            if self._pending:
                self._pending.popleft()
            self._connected()
        elif event in FAILED:
            # Those that were sent away did not fail by themselves.
            if event != zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL or not self._sent_away:
                self._failed = min(self._failed + 1, len(self._pending))
                self._tell(FAILED[zmq.Event(event)])
        elif event == zmq.EVENT_DISCONNECTED:
            self._left(value)

    def _let_in(self, descriptor: int) -> None:
        tcp = self._open[descriptor] = TcpConnection.of(descriptor)
        self._numbers[descriptor] = next(self._come)
        address = "" if tcp is None else tcp.address
        too_many = self._crowd.came(descriptor, address, time.monotonic())
        if not self._speaks:
            self._crowd.heard(descriptor)
        if too_many is not None:
            gone, excess = too_many
            self._send_away(gone)
            self._offended(excess, gone, network_of(address))

    def _send_away(self, descriptor: int) -> None:
        if descriptor in self._pending:
            self._pending.remove(descriptor)
        self._sent_away.add(descriptor)
        self._to_end.append(descriptor)

    def _end_those(self) -> None:
        """End who was sent away: all of them are still who they were, for what has ended was told before this."""
        ending, self._to_end = self._to_end, []
        for descriptor in ending:
            tcp = self._open.get(descriptor)
            if tcp is not None and descriptor in self._sent_away:
                tcp.end()

    def _left(self, descriptor: int) -> None:
        tcp = self._open.pop(descriptor, None)
        self._numbers.pop(descriptor, None)
        is_sent_away = descriptor in self._sent_away
        self._sent_away.discard(descriptor)
        is_pending = descriptor in self._pending
        if is_pending:
            self._pending.remove(descriptor)
            self._not_let_in()
        has_spoken = descriptor in self._heard or (tcp is not None and tcp.received > HANDSHAKE_BYTES)
        self._heard.discard(descriptor)
        is_innocent = is_pending or is_sent_away or not has_spoken
        is_broken_off = tcp is not None and not (is_innocent or tcp.has_hung_up)
        if tcp is not None and is_broken_off:
            self._offended(Excess.SIZE, descriptor, tcp.address)
        self._crowd.left(descriptor, time.monotonic(), is_broken_off)
        if tcp is not None:
            tcp.close()
        self._ended(descriptor)

    def _not_let_in(self) -> None:
        """One that did not shake hands has ended. What failed was told already, for one of those that end."""
        if self._failed:
            self._failed -= 1
        else:
            # Nothing failed: the two sockets are no pair.
            self._tell(Knock.PATTERN)

    def _tell(self, knock: Knock) -> None:
        if self._knocked is not None:
            self._knocked(knock)
