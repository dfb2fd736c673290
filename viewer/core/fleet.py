"""All sessions: add, remove, rename, listen; one timer for them all, and none when there are none."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import zmq

from camwire import __version__
from camwire.dialects import registered
from camwire.dialects.base import Dialect, Viewpoint
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from viewer.core.decoding import DecodePool
from viewer.core.dialler import Dialler
from viewer.core.reception import Reception
from viewer.core.session import CameraIdentity, Session
from viewer.core.vidgear_keys import KeyFolder

log = logging.getLogger(__name__)

TICK_SECONDS = 0.2
SLEPT_SECONDS = 1.0
# What a camera speaks that we connect to, by pattern.
DIALLED = {"": "native", "sub": "imagezmq"}


class FleetObserver(Protocol):
    """Who wants to know which cameras there are."""

    def session_added(self, session: Session) -> None: ...
    def session_removed(self, session: Session) -> None: ...
    def told(self, sentence: str) -> None: ...


class Fleet:
    """Owns sessions, links, the decode pool and the ZeroMQ context. Lives in the loop's thread."""

    def __init__(
        self,
        viewer_id: str,
        viewer_name: str,
        clock: Callable[[], float] = time.monotonic,
        keep_ages: int | None = None,
        only: Iterable[str] = (),
    ) -> None:
        """`only` admits, of the cameras that call, those with these names, ports or addresses; empty admits all."""
        self._loop = asyncio.get_running_loop()
        self._viewer = (viewer_id, viewer_name, f"watchword {__version__}")
        self._clock = clock
        self._keep_ages = keep_ages
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._pool = DecodePool(self._loop)
        self._sessions: dict[str, Session] = {}
        self._diallers: dict[str, Dialler] = {}
        self._observers: list[FleetObserver] = []
        self._timer: asyncio.TimerHandle | None = None
        self._ticked = clock()
        self._reception = Reception(
            self._context, self._sessions, self._admitted, self._viewpoint, self._tell, clock, only
        )

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
        if endpoint.pattern not in DIALLED:
            raise UsageError(f"{key} is for listening. Cameras that are connected to begin with tcp:// or sub+tcp://.")
        viewpoint = self._viewpoint(0, endpoint.pattern == "")
        dialect = registered()[DIALLED[endpoint.pattern]].begin(viewpoint, self._clock())
        session = self._session(CameraIdentity(key, key, name, own_name), dialect)
        dialler = Dialler(self._context, endpoint, session, self._clock)
        # It calls at once, before anybody is told: what cannot be called does not come on the wall.
        dialler.tick(self._clock())
        self._diallers[key] = dialler
        return self._begin(session)

    def listen(self, address: str, is_open: bool, keys: KeyFolder | None = None) -> Endpoint:
        """Let cameras call at `address`; return where it really is. `keys` lets in only VidGear's secured senders.

        Raises UsageError.
        """
        return self._reception.listen(address, is_open, keys)

    def secure(self, keys: KeyFolder | None) -> None:
        """Let only holders of these keys in, at every port that is opened from now on without others."""
        self._reception.keys = keys

    @property
    def listening(self) -> list[Endpoint]:
        """Where cameras may call."""
        return self._reception.listening

    def stop_listening(self, endpoint: Endpoint) -> None:
        """Hear nobody at `endpoint` any more; its cameras stay on the wall as offline."""
        self._reception.stop_listening(endpoint)

    def remove(self, key: str) -> None:
        """Say goodbye to a camera and forget it."""
        session = self._sessions.pop(key)
        session.close()
        dialler = self._diallers.pop(key, None)
        if dialler is not None:
            dialler.close()
        else:
            self._reception.forget(session)
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
        self._reception.close()
        self._sessions.clear()
        self._diallers.clear()
        self._pool.close()
        self._context.term()

    def _admitted(self, identity: CameraIdentity, dialect: Dialect) -> Session:
        return self._begin(self._session(identity, dialect))

    def _viewpoint(self, port: int, can_answer: bool) -> Viewpoint:
        return Viewpoint(*self._viewer, secrets.token_hex(8), port, can_answer)

    def _tell(self, sentence: str) -> None:
        for observer in self._observers:
            observer.told(sentence)

    def _session(self, identity: CameraIdentity, dialect: Dialect) -> Session:
        return Session(identity, dialect, self._pool, self._clock, self._keep_ages)

    def _begin(self, session: Session) -> Session:
        self._sessions[session.identity.key] = session
        for observer in self._observers:
            observer.session_added(session)
        if self._timer is None:
            self._ticked = self._clock()
            self._tick()
        return session

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
