"""All sessions: add, remove, rename, listen; one timer for them all, and none when there are none."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from typing import Protocol

import zmq

from camwire import __version__
from camwire.conversation import Conversation
from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera
from camwire.endpoint import Endpoint, require_permission
from camwire.errors import UsageError
from viewer.core.decoding import DecodePool
from viewer.core.dialler import Dialler
from viewer.core.listener import Listener
from viewer.core.session import CameraIdentity, Session

log = logging.getLogger(__name__)

TICK_SECONDS = 0.2
SLEPT_SECONDS = 1.0
# Whoever reaches a listening port can claim any number of identities; a wall ends somewhere.
MOST_CAMERAS = 256


class FleetObserver(Protocol):
    """Who wants to know which cameras there are."""

    def session_added(self, session: Session) -> None: ...
    def session_removed(self, session: Session) -> None: ...


class Fleet:
    """Owns sessions, links, the decode pool and the ZeroMQ context. Lives in the loop's thread."""

    def __init__(
        self,
        viewer_id: str,
        viewer_name: str,
        clock: Callable[[], float] = time.monotonic,
        keep_ages: int | None = None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._viewer = (viewer_id, viewer_name, f"watchword {__version__}")
        self._clock = clock
        self._keep_ages = keep_ages
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._pool = DecodePool(self._loop)
        self._sessions: dict[str, Session] = {}
        self._diallers: dict[str, Dialler] = {}
        self._listeners: list[Listener] = []
        self._observers: list[FleetObserver] = []
        self._timer: asyncio.TimerHandle | None = None
        self._ticked = clock()
        self._removed: set[str] = set()

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._sessions.values()))

    def __len__(self) -> int:
        return len(self._sessions)

    def __contains__(self, key: str) -> bool:
        return key in self._sessions

    def __getitem__(self, key: str) -> Session:
        return self._sessions[key]

    def observe(self, observer: FleetObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def add(self, address: str, name: str = "", own_name: str = "") -> Session:
        """Connect to a camera that listens at `address`. Raises UsageError: no address, or on the wall already."""
        endpoint = Endpoint.parse(address)
        if not endpoint.port:
            raise UsageError("Port 0 is no place to connect to. Use the port the camera printed when it started.")
        key = str(endpoint)
        if key in self._sessions:
            raise UsageError(f"{self._sessions[key].name} at {key} is on the wall already.")
        session = self._session(CameraIdentity(key, key, name, own_name))
        dialler = Dialler(self._context, endpoint, session, self._clock)
        # It calls at once, before anybody is told: what cannot be called does not come on the wall.
        dialler.tick(self._clock())
        self._diallers[key] = dialler
        return self._begin(session)

    def listen(self, address: str, is_open: bool) -> Endpoint:
        """Let cameras call at `address`; return where it really is. Raises UsageError."""
        endpoint = Endpoint.parse(address)
        require_permission(endpoint, is_open)
        listener = Listener(self._context, endpoint, self._admit)
        self._listeners.append(listener)
        return listener.endpoint

    def remove(self, key: str) -> None:
        """Say goodbye to a camera and forget it."""
        session = self._sessions.pop(key)
        session.close()
        if key not in self._diallers:
            self._removed.add(key)
        dialler = self._diallers.pop(key, None)
        if dialler is not None:
            dialler.close()
        for listener in self._listeners:
            listener.forget_session(session)
        for observer in self._observers:
            observer.session_removed(session)

    def retry_now(self, key: str) -> None:
        """Call a camera again without waiting."""
        if key in self._diallers:
            self._diallers[key].retry_now()

    def next_try(self, key: str) -> float | None:
        """When a camera is called again after trouble (monotonic seconds); None while it is being called."""
        dialler = self._diallers.get(key)
        return dialler.next_try if dialler else None

    def is_dialled(self, key: str) -> bool:
        """Whether we connect to this camera; False if it calls us."""
        return key in self._diallers

    def close(self) -> None:
        """End everything; takes a moment for goodbyes to leave, well below a second."""
        if self._timer is not None:
            self._timer.cancel()
        for session in self:
            session.close()
        for dialler in self._diallers.values():
            dialler.close()
        for listener in self._listeners:
            listener.close()
        self._sessions.clear()
        self._diallers.clear()
        self._pool.close()
        self._context.term()

    def _session(self, identity: CameraIdentity) -> Session:
        return Session(identity, self._native, self._pool, self._clock, self._keep_ages)

    def _begin(self, session: Session) -> Session:
        self._sessions[session.identity.key] = session
        for observer in self._observers:
            observer.session_added(session)
        if self._timer is None:
            self._ticked = self._clock()
            self._tick()
        return session

    def _native(self, conversation: Conversation, now: float) -> Dialect:
        return NativeCamera(*self._viewer, conversation, now)

    def _admit(self, dialect: type[Dialect], camera_id: str, endpoint: Endpoint) -> Session | None:
        key = f"id:{camera_id}"
        if key in self._sessions:
            return self._sessions[key]
        if key in self._removed or len(self._sessions) >= MOST_CAMERAS:
            return None
        return self._begin(self._session(CameraIdentity(key, str(endpoint))))

    def _tick(self) -> None:
        now, before = self._clock(), self._ticked
        self._ticked = now
        # After a sleep of this program everyone seems silent; what they said meanwhile is read first.
        has_slept = now - before > SLEPT_SECONDS
        for session in () if has_slept else self:
            try:
                self._tick_one(session, now)
            except Exception:
                # Each camera fails alone.
                log.exception("A mistake in the session with %s", session.identity.endpoint)
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick) if self._sessions else None

    def _tick_one(self, session: Session, now: float) -> None:
        dialler = self._diallers.get(session.identity.key)
        if dialler is not None:
            dialler.tick(now)
        session.tick(now)
