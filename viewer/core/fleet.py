"""All sessions: add, remove, rename, listen; one timer for them all, and none when there are none."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import zmq

from camwire import __version__
from camwire.dialects import registered
from camwire.dialects.base import Dialect, Viewpoint
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.files.filing import Filing
from camwire.pairing.asking import Asking, Refused
from camwire.pairing.code import Code
from camwire.translation import tr
from viewer.core import decoders
from viewer.core.calls.callers import Call
from viewer.core.calls.dialler import Dialler
from viewer.core.calls.reception import Reception
from viewer.core.calls.vidgear_keys import KeyFolder
from viewer.core.pairing.asking import Proved, ask
from viewer.core.pairing.keyring import Keyring
from viewer.core.pictures.decoding import DecodePool
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session
from viewer.core.talk.history import History
from viewer.core.talk.kept_talk import KeptTalk
from viewer.core.talk.talk import Talk
from viewer.core.talk.talk_files import TalkFiles

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
        history: History | None = None,
        files: Path | None = None,
        keyring: Keyring | None = None,
    ) -> None:
        """`only` admits, of the cameras that call, those with these names, ports or addresses; empty admits all.

        `history` keeps what is said, and is closed with the fleet; without one it is kept until then. `files` is the
        folder for files that cameras send; without one they are lost with the fleet. `keyring` has the keys for
        encrypted links; without one there is a new key, and no camera knows it.
        """
        self.keyring = keyring or Keyring()
        self._loop = asyncio.get_running_loop()
        self._viewer = (viewer_id, viewer_name, f"watchword {__version__}")
        self._clock = clock
        self._keep_ages = keep_ages
        self.history = history or History(None)
        self._temporary = None if files else TemporaryDirectory(prefix="watchword-", ignore_cleanup_errors=True)
        self._files = files or Path(self._temporary.name if self._temporary else "")
        self._filing: Filing | None = None
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._pool = DecodePool(self._loop)
        self._sessions: dict[str, Session] = {}
        self._diallers: dict[str, Dialler] = {}
        self._observers: list[FleetObserver] = []
        self._timer: asyncio.TimerHandle | None = None
        self._ticked = clock()
        self._reception = Reception(
            self._context, self._sessions, self._admitted, self._stranger, self._tell, clock, only, self.keyring
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

    def forget(self, observer: FleetObserver) -> None:
        """Tell `observer` no more."""
        self._observers.remove(observer)

    def add(self, address: str, name: str = "", own_name: str = "", key: str = "", camera_key: str = "") -> Session:
        """Connect to a camera that listens at `address`. Raises UsageError: no address, or on the wall already.

        `key` is what the wall knows it by where it listens elsewhere than before; else that is the address.
        `camera_key` is the public key that it has to prove (Z85; empty: none is known).
        """
        endpoint = Endpoint.parse(address)
        if not endpoint.port:
            raise UsageError(tr("Port 0 is no place to connect to. Use the port the camera printed when it started."))
        place = str(endpoint)
        key = key or place
        if key in self._sessions:
            raise UsageError(tr("{name} at {key} is on the wall already.", name=self._sessions[key].name, key=place))
        if endpoint.pattern not in DIALLED:
            raise UsageError(
                tr("{key} is for listening. Cameras that are connected to begin with tcp:// or sub+tcp://.", key=place)
            )
        talk = KeptTalk(self.history, key)
        viewpoint = self._viewpoint(talk, 0, endpoint.pattern == "")
        dialect = registered()[DIALLED[endpoint.pattern]].begin(viewpoint, self._clock())
        session = self._session(CameraIdentity(key, place, name, own_name), dialect, talk)
        dialler = Dialler(
            self._context, endpoint, session, self._clock, keyring=self.keyring, key=camera_key, tell=self._tell
        )
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

    def readmit(self, key: str) -> None:
        """Let a removed camera that calls us come back when it calls."""
        self._reception.readmit(key)

    def retry_now(self, key: str) -> None:
        """Call a camera again without waiting."""
        if key in self._diallers:
            self._diallers[key].retry_now()

    def call(self, key: str, where: Endpoint, camera_key: str) -> None:
        """Call a camera there from now on, by that public key (empty: none is known). It stays the same on the wall."""
        self._diallers[key].call(where, camera_key)

    def called_at(self, key: str) -> tuple[Endpoint, str]:
        """Where a camera is called now, and by which public key."""
        return self._diallers[key].endpoint, self._diallers[key].key

    def expected_key(self, key: str) -> str:
        """The public key that was missing where a camera is called that is not let in; empty: none was known."""
        return self._diallers[key].expected_key

    async def pair(self, places: Sequence[Endpoint], code: Code) -> Proved | Refused:
        """Try a code at the first of these pairing ports that answers. Raises UsageError when none does.

        Nothing is kept of it yet: see `KnownCameras.pair`.
        """
        viewer_id, name, _ = self._viewer
        return await ask(self._context, places, Asking(viewer_id, name, self.keyring.identity.public.decode(), code))

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
        if self._filing is not None:
            self._filing.close()
        self.history.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _admitted(self, identity: CameraIdentity, call: Call) -> Session:
        talk = KeptTalk(self.history, identity.key, call.caller.id)
        viewpoint = self._viewpoint(talk, call.endpoint.port, call.can_answer)
        return self._begin(self._session(identity, call.dialect.begin(viewpoint, self._clock()), talk))

    def _stranger(self, call: Call) -> Dialect:
        """A dialect for a camera that will not be shown."""
        return call.dialect.begin(self._viewpoint(Talk(), call.endpoint.port, call.can_answer), self._clock())

    def _viewpoint(self, talk: Talk, port: int, can_answer: bool) -> Viewpoint:
        log = secrets.token_hex(8)
        conversation = talk.camera_id, talk.conversation_with
        return Viewpoint(*self._viewer, log, port, can_answer, *conversation, decoders.offered())

    def _tell(self, sentence: str) -> None:
        for observer in self._observers:
            observer.told(sentence)

    def _session(self, identity: CameraIdentity, dialect: Dialect, talk: Talk) -> Session:
        session = Session(identity, dialect, self._pool, self._clock, self._keep_ages, talk)
        if isinstance(talk, KeptTalk) and not dialect.is_foreign:
            session.files = TalkFiles(talk, self._files_thread, self._files, session)
        return session

    def _files_thread(self) -> Filing:
        if self._filing is None:
            self._filing = Filing()
        return self._filing

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
