"""Cameras that call us: one listening port, any number of cameras, told apart by their first message."""

import logging
from collections.abc import Callable

import zmq

from camwire import dialects, messages
from camwire.dialects.base import Dialect
from camwire.endpoint import Endpoint
from camwire.errors import WireError
from camwire.frame import Payload
from camwire.link import Link, Route
from camwire.messages import CameraHello, Parts, Refusal
from viewer.core.session import Session

log = logging.getLogger(__name__)

MAX_ROUTES = 1000
NOT_ADMITTED = (
    "This viewer does not take the camera in: it was removed there (until the viewer starts again), speaks another "
    "version, or there are too many cameras."
)


class Listener:
    """Owns a bound link and knows which session each route belongs to.

    `admit(dialect, camera_id, endpoint)` finds or makes the session of a camera that called, or returns None: it was
    removed by the person (until the next start), or there are too many.
    """

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        admit: Callable[[type[Dialect], str, Endpoint], Session | None],
    ) -> None:
        self._admit = admit
        self._sessions: dict[Route, Session] = {}
        self._link = Link.bound(context, endpoint, self._received)

    @property
    def endpoint(self) -> Endpoint:
        """Where this really listens."""
        return self._link.endpoint

    def send(self, route: Route, parts: Parts) -> bool:
        """Send to one camera."""
        return self._link.send(parts, route)

    def forget(self, route: Route) -> None:
        """What comes on this route from now on is a first message again."""
        session = self._sessions.pop(route, None)
        if session is not None:
            session.disconnected()

    def forget_session(self, session: Session) -> None:
        """The session was removed."""
        self._sessions = {route: each for route, each in self._sessions.items() if each is not session}

    def close(self) -> None:
        """Hear nobody any more."""
        self._link.close()
        self._sessions.clear()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        session = self._sessions.get(route) or self._first_message(route, parts)
        if session is not None:
            session.receive(parts)

    def _first_message(self, route: Route, parts: list[Payload]) -> Session | None:
        dialect = dialects.detect(parts)
        if dialect is None or len(self._sessions) >= MAX_ROUTES:
            log.debug("A message from an unknown peer at %s was ignored", self.endpoint)
            return None
        camera_id = _camera_id(parts)
        session = None if camera_id is None else self._admit(dialect, camera_id, self.endpoint)
        if session is None:
            self._link.send(messages.encode(Refusal(reason="not-admitted", text=NOT_ADMITTED)), route)
            return None
        for old in [old for old, each in self._sessions.items() if each is session]:
            del self._sessions[old]
        self._sessions[route] = session
        session.connected(_RouteChannel(self, route))
        return session


class _RouteChannel:
    """A session's way to its camera through a listener."""

    def __init__(self, listener: Listener, route: Route) -> None:
        self._listener = listener
        self._route = route

    def send(self, parts: Parts) -> bool:
        return self._listener.send(self._route, parts)

    def drop(self, is_trouble: bool) -> None:
        self._listener.forget(self._route)


def _camera_id(parts: list[Payload]) -> str | None:
    """Who calls, as far as a hello of our own version says."""
    try:
        hello = messages.decode(parts)
    except WireError:
        return None
    return hello.id if isinstance(hello, CameraHello) else None
