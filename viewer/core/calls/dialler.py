"""Reaching a camera that listens: a link that is called again, however often it takes."""

import random
import time
from collections.abc import Callable

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import Payload
from camwire.link import Connection, Link, Route
from camwire.messages import Parts
from camwire.translation import tr
from viewer.core.calls.backoff import Backoff
from viewer.core.sessions.session import Session

TROUBLE_FIRST_WAIT = 2.0
LONGEST_WAIT = 30.0


class Dialler:
    """Owns one session's link. While the camera is merely away, ZeroMQ itself knocks every second; after trouble (it
    talked rubbish, or refused) the link is closed and opened again ever more seldom."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        session: Session,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._context = context
        self._endpoint = endpoint
        self._session = session
        self._clock = clock
        self._link: Link | None = None
        self._is_up = False
        self._backoff = Backoff(TROUBLE_FIRST_WAIT, LONGEST_WAIT, chance)
        self._due = clock()

    def tick(self, now: float) -> None:
        """Open the link when it is time."""
        if self._session.is_connected:
            self._backoff.reset()
        if self._link is None and now >= self._due:
            self._link = Link.connected(self._context, self._endpoint, self._received, self._connection_changed)

    @property
    def next_try(self) -> float | None:
        """When the link is opened again (monotonic seconds); None while it is open and knocks by itself."""
        return None if self._link is not None else self._due

    def retry_now(self) -> None:
        """Do not wait any longer."""
        self._close_link()
        self._backoff.reset()
        self._due = self._clock()
        self.tick(self._clock())

    def send(self, parts: Parts) -> bool:
        """Send on the open link."""
        return self._link is not None and self._link.send(parts)

    def drop(self, is_trouble: bool) -> None:
        """Let go of the link, to open it anew."""
        self._close_link()
        self._due = self._clock() + (self._backoff.wait() if is_trouble else 0.0)

    def close(self) -> None:
        """End for good."""
        self._close_link()
        self._due = float("inf")

    def _close_link(self) -> None:
        link, self._link, self._is_up = self._link, None, False
        if link is not None:
            link.close()
            self._session.disconnected()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        # A camera speaks when it is spoken to. What comes before the connection is up comes from no camera.
        if self._is_up:
            self._session.receive(parts)

    def _connection_changed(self, change: Connection) -> None:
        where = self._endpoint
        self._is_up = change is Connection.UP
        if change is Connection.UP:
            self._session.connected(self)
        elif change is Connection.DOWN:
            self._session.disconnected()
        elif change is Connection.NOBODY:
            program = tr("an imagezmq sender with REQ_REP=False") if where.pattern else "watchword-camera"
            self._session.in_trouble(
                tr("Nothing answers at {where}. Is {program} running there?", where=where, program=program)
            )
        elif change is Connection.UNREACHABLE:
            self._session.in_trouble(
                tr("No way to {where}. Is the address right, and that computer switched on?", where=where)
            )
        elif change is Connection.STRANGER:
            self._session.refused(
                tr("Something else listens at {where}, no Watchword camera. Check the port.", where=where)
            )
        elif change is Connection.MUTE:
            self._session.in_trouble(
                tr("{where} takes the call but says nothing. If a camera hangs there, restart it.", where=where)
            )
