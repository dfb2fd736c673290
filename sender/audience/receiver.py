"""One receiver of a foreign format: its link, when it gets a picture, and what it gives back."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError, WireError
from camwire.frame import EncodedFrame, Payload
from camwire.link import Connection, Link, Route
from camwire.messages import Parts
from sender.audience.base import KEPT_LINES
from sender.audience.lines import Lines
from sender.audience.open_requests import OpenRequests
from sender.outlets.base import Outlet

log = logging.getLogger(__name__)

# A VidGear sender waits four seconds for an answer.
UNANSWERED_SECONDS = 5.0
# A subscription comes a moment after the connection, and what is published before is thrown away.
SUBSCRIBING_SECONDS = 0.5

OnHeard: TypeAlias = Callable[["Receiver", object], None]


class Receiver:
    """The receiver at `endpoint`; or, where the camera listens, all that have subscribed there. Runs on the loop.

    A receiver that answers gets one picture at a time: its answer is the credit for the next. To others each picture
    is sent, and dropped where the queue is full. `on_heard(receiver, value)` takes what an answer brings;
    `on_demand()` is called when it may have become ready for a picture, or no longer is.
    """

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        outlet: Outlet,
        on_heard: OnHeard,
        on_demand: Callable[[], None],
    ) -> None:
        self.name = f"{endpoint.host}:{endpoint.port}"
        self.drops: Counter[str] = Counter()
        self.outlet = outlet
        self.left = asyncio.Event()
        """Set once nothing is waited for after the goodbye."""
        self._context = context
        self._endpoint = endpoint
        self._on_heard = on_heard
        self._on_demand = on_demand
        self._is_answered = outlet.sending.is_answered
        self._requests = OpenRequests(endpoint.pattern)
        self._lines = Lines()
        self._has_left = False
        self._trouble: Connection | None = None
        self._has_told_riddle = False
        self._up_at = self._asked_at = time.monotonic()
        self._listens = endpoint.pattern in outlet.listening
        self.is_up = self._listens
        """Whether pictures may go out: it is connected, or the camera is the one that listens."""
        self.link = Link.bound(context, endpoint, self.receive) if self._listens else self._connected()

    @property
    def is_here(self) -> bool:
        """Whether somebody is known to be there."""
        return self.is_up and not self._listens

    @property
    def wants_frame(self) -> bool:
        """Whether a picture would be sent now."""
        return self.is_up and self._requests.are_answered and not self._has_left

    def publish(self, frame: EncodedFrame) -> None:
        """Send the picture if it is its turn, with the line that waits."""
        if not self.is_up or self._has_left:
            return
        if not self._requests.are_answered:
            self.drops["no-credit"] += 1
            return
        line = self._lines.hand_out() if self._carries_lines else None
        if not self._send(self.outlet.send_frame(frame, line)):
            self._lines.lost()
            self.drops["queue-full"] += 1
        elif not self._is_answered:
            self._lines.arrived()

    def say(self, line: str) -> None:
        """Let `line` go with a picture, exactly one while the connection lasts. Raises UsageError."""
        self.outlet.check(line)
        if len(self._lines) >= KEPT_LINES:
            raise UsageError(f"{KEPT_LINES:,} lines wait for {self.name} already. Wait until it takes pictures.")
        self._lines.say(line)

    def receive(self, route: Route, parts: list[Payload]) -> None:
        """Take an answer."""
        answer = self._requests.answered(parts)
        if answer is None:
            return
        if self._has_left:
            self._leave_if_done()
            return
        self._lines.arrived()
        self._on_demand()
        for value in self._understood(answer):
            self._on_heard(self, value)

    def connection_changed(self, connection: Connection) -> None:
        """Begin anew with whoever is there now."""
        was_up, self.is_up = self.is_up, connection is Connection.UP
        self._begin()
        if self.is_up:
            self._trouble = None
            self._up_at = time.monotonic()
            log.info("Receiver %s is here.", self.name)
        elif was_up:
            log.info("Receiver %s is no longer connected.", self.name)
        elif connection in TROUBLES and connection is not self._trouble:
            self._trouble = connection
            log.warning(TROUBLES[connection], self.name, self.outlet.title)
        self._on_demand()

    def tick(self, now: float) -> None:
        """Call anew where no answer comes: a pair that was taken when we called never hears this call.

        The new call comes a tick later, or a pair would still be taken by the old one.
        """
        if self.link.is_closed and not self._has_left:
            self.link = self._connected()
        if self._requests.are_answered or self._has_left or now - self._asked_at < UNANSWERED_SECONDS:
            return
        log.warning("Receiver %s has not answered for %g seconds. Calling it anew.", self.name, UNANSWERED_SECONDS)
        self.link.close()
        self.is_up = False
        self._begin()
        self._on_demand()

    def say_goodbye(self) -> None:
        """Take leave; `left` is set as soon as it is known to be heard, or nothing tells."""
        self._has_left = True
        goodbye = self.outlet.send_goodbye() if self.is_up else None
        if goodbye is None or not self._send(goodbye) or not self.outlet.answers_goodbye:
            self.left.set()

    def close(self) -> None:
        """End the link."""
        self.link.close()

    @property
    def _carries_lines(self) -> bool:
        return self._endpoint.pattern != "pub" or time.monotonic() - self._up_at > SUBSCRIBING_SECONDS

    def _connected(self) -> Link:
        return Link.connected(self._context, self._endpoint, self.receive, self.connection_changed)

    def _begin(self) -> None:
        self._requests.begin()
        self._lines.lost()
        self.outlet.begin()
        if self._has_left:
            self._leave_if_done()

    def _send(self, parts: Parts) -> bool:
        if not self._is_answered:
            return self.link.send(parts)
        if not self.link.send(self._requests.ask(parts)):
            return False
        self._requests.asked()
        self._asked_at = time.monotonic()
        return True

    def _leave_if_done(self) -> None:
        if self._requests.are_answered:
            self.left.set()

    def _understood(self, answer: list[Payload]) -> list[object]:
        try:
            return self.outlet.receive(answer)
        except WireError as error:
            if not self._has_told_riddle:
                log.warning(RIDDLE, self.name, self.outlet.title, error)
            self._has_told_riddle = True
            return []


RIDDLE = "Receiver %s answers what is not %s: %s. Is it set up for the same modes? Said once; pictures go on."
TROUBLES: dict[Connection, str] = {
    Connection.NOBODY: "Nobody answers at %s. Trying again until a receiver of %s does.",
    Connection.UNREACHABLE: "No way to %s. Is the address of the %s receiver right, and that computer on? Trying on.",
    Connection.STRANGER: "What answers at %s is no %s receiver of the same pattern. Trying again.",
    Connection.MUTE: "Something at %s takes the connection and says nothing, as no %s receiver would. Trying again.",
}
