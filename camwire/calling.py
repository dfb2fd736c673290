"""What became of the one connection of a connected socket."""

import asyncio
import contextlib
import time
from collections.abc import Callable

import zmq

from camwire.connections import ENDED, FAILED, UP, Connection, Monitor
from camwire.endpoint import Endpoint
from camwire.greeting import mechanism_at
from camwire.own_address import OwnAddress
from camwire.sockets import CALL_MS, HANDSHAKE_MS, RECONNECT_MS, ip_address_of, zmq_address
from camwire.tcp_connection import TcpConnection

PATIENCE_SECONDS = HANDSHAKE_MS / 1000 + 0.5
UNREACHABLE_SECONDS = 2.5
AGAIN_SECONDS = 1.0
# So often in a row, and so soon, has a program hung up that is called a stranger for it.
HANG_UPS, AT_ONCE_SECONDS = 4, 1.0
# How often it is asked why, at most.
ASK_AGAIN_SECONDS = 5.0
# How often it is looked whether a connection still begins at an address of this computer.
LOOK_SECONDS = 1.0


class Calling:
    """A socket that calls `address`, now and again whenever the connection breaks, until closed. `broken_off()` is
    told before the end of a connection that ZeroMQ has ended for what came by it; `connected()`, that one begins.
    """

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        endpoint: Endpoint,
        tell: Callable[[Connection], None],
        connected: Callable[[], None] = lambda: None,
        broken_off: Callable[[], None] = lambda: None,
        is_plain: bool = False,
    ) -> None:
        """Raises ZMQError where `endpoint` cannot be called."""
        self._connected = connected
        self._broken_off = broken_off
        self._tcp: TcpConnection | None = None
        self._loop = asyncio.get_running_loop()
        self._socket = socket
        self._endpoint = endpoint
        self._address = zmq_address(endpoint)
        self._tell = tell
        self._has_shaken_hands = False
        self._failure = Connection.STRANGER
        self._hang_ups = 0
        self._is_plain = is_plain
        # A connection that ends at once may be gone before it can be asked where it led.
        self._place = ip_address_of(endpoint)
        self._asking: asyncio.Task[None] | None = None
        self._asked_at = float("-inf")
        self._encrypts = False
        self._connected_at = 0.0
        self._calls_since = time.monotonic()
        self._own: OwnAddress | None = None
        self._look: asyncio.TimerHandle | None = None
        self.monitor = Monitor(socket, self._take, zmq.EVENT_CONNECTED)
        # ZeroMQ says nothing of a name it cannot resolve, and of packets that vanish.
        self._patience: asyncio.TimerHandle | None = self._loop.call_later(
            UNREACHABLE_SECONDS, tell, Connection.UNREACHABLE
        )

    def close(self) -> None:
        """Wait for nothing any more."""
        self._stop_waiting()
        self._stop_looking()
        if self._asking is not None:
            self._asking.cancel()
        self._let_go()
        self.monitor.close()

    @property
    def received(self) -> int:
        """Bytes that have come by this connection, read or not."""
        return 0 if self._tcp is None else self._tcp.received

    def call_anew(self) -> None:
        """End the connection that is up, and make another."""
        self._call_anew()
        self._tell(Connection.DOWN)

    def _take(self, event: int, value: int) -> None:
        if event == zmq.EVENT_CONNECTED:
            self._let_go()
            self._tcp = TcpConnection.of(value)
            if not self._place and self._tcp is not None:
                self._place = self._tcp.address
            self._connected()
            self._has_shaken_hands = False
            self._failure = Connection.STRANGER
            self._connected_at = time.monotonic()
            self._wait(PATIENCE_SECONDS)
            self._begin_looking(value)
            return
        if event in FAILED and self._has_shaken_hands:
            # What came was changed on its way; ZeroMQ does not call again after that.
            self._garbled()
            return
        if event == UP:
            change = Connection.UP
        elif event in FAILED:
            change = self._failure = self._why(event, value)
            if event == zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL:
                # Nor after this. Who only hung up is called again, and may have meant nothing by it.
                self._wait(AGAIN_SECONDS)
        else:
            change = self._ended(event)
        if change in (Connection.UP, Connection.NOBODY, Connection.UNREACHABLE):
            self._stop_waiting()
        if change is Connection.UP:
            self._has_shaken_hands, self._encrypts = True, False
        elif change is Connection.DOWN and not self._has_shaken_hands:
            # It took the TCP connection. Then it hung up, because it does not speak ZeroMQ, or never said a word.
            change = Connection.MUTE if self._was_patient and self._failure is Connection.STRANGER else self._failure
        elif change is Connection.DOWN and self._tcp is not None and not self._tcp.has_hung_up:
            self._broken_off()
            if self.monitor.is_closed:
                return
            # ZeroMQ does not call again whom it has hung up on.
            self._call_anew()
        if event in ENDED:
            self._let_go()
        self._count_hang_ups(event)
        # The end of a connection on which nothing was said follows, and says so.
        is_mute = event == zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL and self._was_patient
        if not (change is Connection.STRANGER and (is_mute or self._is_in_doubt)):
            self._tell(change)

    def _ended(self, event: int) -> Connection:
        now, since = time.monotonic(), self._calls_since
        self._calls_since = now
        has_vanished = event == zmq.EVENT_CLOSED and now - since > CALL_MS / 1000 - 0.1
        return Connection.UNREACHABLE if has_vanished else ENDED[zmq.Event(event)]

    def _count_hang_ups(self, event: int) -> None:
        if event == zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL:
            self._hang_ups += 1
        elif event == UP or event in FAILED:
            self._hang_ups = 0

    @property
    def _was_patient(self) -> bool:
        return time.monotonic() - self._connected_at > HANDSHAKE_MS / 1000 - 0.5

    @property
    def _is_in_doubt(self) -> bool:
        """Whether it hung up at once. One that has much to do sees that we want other security, and does so, before it
        has said its own; ZeroMQ calls again by itself."""
        is_at_once = time.monotonic() - self._connected_at < AT_ONCE_SECONDS
        return self._asking is not None or (is_at_once and self._hang_ups < HANG_UPS)

    def _why(self, event: int, value: int) -> Connection:
        """Why hands were not shaken, as far as the other end says, or is known of it."""
        if event == zmq.EVENT_HANDSHAKE_FAILED_AUTH:
            return Connection.UNKNOWN_KEY
        if value == zmq.PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH and event == zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL:
            return Connection.OTHER_SECURITY
        if event == zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL and self._is_plain and not self._was_patient:
            self._ask_soon()
            return Connection.OTHER_SECURITY if self._encrypts else Connection.STRANGER
        return Connection.STRANGER

    def _ask_soon(self) -> None:
        now = time.monotonic()
        if self._asking is None and self._place and now - self._asked_at > ASK_AGAIN_SECONDS:
            self._asked_at = now
            self._asking = self._loop.create_task(self._ask(self._place))

    async def _ask(self, place: str) -> None:
        """Tell that it encrypts, if it does. By itself it may never come to say that."""
        try:
            mechanism = await mechanism_at(place, self._endpoint.port)
        finally:
            self._asking = None
        self._encrypts = mechanism == "CURVE" and not self._has_shaken_hands
        if self._encrypts:
            self._hang_ups = 0
            # What goes wrong there is no matter of this task.
            self._loop.call_soon(self._tell_encrypted)

    def _tell_encrypted(self) -> None:
        if not self.monitor.is_closed:
            self._tell(Connection.OTHER_SECURITY)

    def _call_again(self) -> None:
        """Give up a stranger and call anew. ZeroMQ itself waits for ever for one whose first bytes could be ZMTP 1.0
        (an SSH banner), and never calls again after one that broke the protocol."""
        self._call_anew()
        self._tell(self._failure)

    def _garbled(self) -> None:
        self._has_shaken_hands = False
        self._stop_waiting()
        self._let_go()
        self._patience = self._loop.call_later(RECONNECT_MS / 1000, self._call_anew)
        self._tell(Connection.DOWN)

    def _call_anew(self) -> None:
        self._let_go()
        self._calls_since = time.monotonic()
        with contextlib.suppress(zmq.ZMQError):
            self._socket.disconnect(self._address)
        self._socket.connect(self._address)

    def _let_go(self) -> None:
        if self._tcp is not None:
            self._tcp.close()
            self._tcp = None

    def _begin_looking(self, descriptor: int) -> None:
        self._stop_looking()
        self._own = OwnAddress.of(descriptor)
        self._look = self._loop.call_later(LOOK_SECONDS, self._look_at_address)

    def _look_at_address(self) -> None:
        """Call anew when this computer has moved to another address."""
        if self._own is None or self._own.is_here:
            self._look = self._loop.call_later(LOOK_SECONDS, self._look_at_address)
        else:
            self.call_anew()

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()
            self._look = None

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._patience = self._loop.call_later(seconds, self._call_again)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
