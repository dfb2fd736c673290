"""The wall of a script: its cameras, and how they come."""

import asyncio
import contextlib
import secrets
import time
from os import PathLike
from pathlib import Path
from typing import Self
from weakref import WeakSet

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.pairing.asking import Refused
from camwire.pairing.code import Code
from viewer.api.camera import Camera
from viewer.api.flow import Flow
from viewer.api.said import Receipt, SayFailed
from viewer.core.fleet import Fleet
from viewer.core.pairing.asking import pairing_places
from viewer.core.pairing.keyring import Keyring
from viewer.core.pairing.refusals import sentence_of
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import REFUSING
from viewer.core.settings import SettingsFile
from viewer.core.talk.history import History

GREETING_SECONDS = 10.0
ARRIVAL_SECONDS = 10.0
_REFUSED = frozenset(phase.value for phase in REFUSING)


class Wall:
    """Use it as `async with Wall() as wall:`; at its end everything is let go within a second.

    `name` is what cameras call this viewer. With a folder as `state`, conversations and files are kept there, and what
    was said to a camera that is away goes on after a restart, and so are pairings; without one all of it lasts as long
    as the wall.
    """

    def __init__(self, name: str = "Script", state: "str | PathLike[str] | None" = None) -> None:
        self._name = name
        self._state = None if state is None else Path(state)
        self._cameras: dict[Session, Camera] = {}
        self._greeted: list[Camera] = []
        self._flows: WeakSet[Flow[Camera]] = WeakSet()
        self._waiting: dict[Camera, asyncio.Future[None]] = {}
        self._running: Fleet | None = None

    async def __aenter__(self) -> Self:
        if self._running is not None:
            raise UsageError("This wall is open already.")
        self._running = self._made_fleet()
        self._running.observe(self)
        return self

    async def __aexit__(self, *_: object) -> None:
        fleet, cameras = self._fleet, list(self._cameras.values())
        self._cameras.clear()
        for flow in list(self._flows):
            flow.close()
        try:
            await asyncio.gather(*(camera.close() for camera in cameras))
        finally:
            self._running = None
            fleet.close()

    async def add(self, address: str, name: str = "", timeout: float | None = GREETING_SECONDS) -> Camera:
        """Connect to a camera that listens, and return it when it has answered.

        Raises UsageError when that cannot be, and TimeoutError: then it is not on the wall.
        """
        return await self._add(address, name, "", timeout)

    async def pair(self, address: str, code: str, timeout: float | None = GREETING_SECONDS) -> Camera:
        """Pair with a camera that encrypts, by the `code` that it shows, and return it when it has answered.

        With a `state` it is known from then on, and `add` is enough. Raises UsageError, and TimeoutError.
        """
        fleet, typed = self._fleet, Code.read(code)
        found = await fleet.pair(pairing_places(Endpoint.parse(address)), typed)
        if isinstance(found, Refused):
            raise UsageError(sentence_of(found))
        fleet.keyring.add(found.offer, round(time.time()))
        return await self._add(str(found.endpoint or address), "", found.offer.key, timeout)

    async def listen(self, address: str, open: bool = False) -> str:
        """Let cameras call at `address`; return where that really is. `open` lets other computers in, unencrypted;
        `secure+tcp://` lets in those that are paired.

        Raises UsageError.
        """
        return str(self._fleet.listen(address, open))

    def cameras(self) -> "Flow[Camera]":
        """The cameras of this wall, for `async for`: those that are here, and then those that come, each once."""
        self._require_open()
        flow: Flow[Camera] = Flow(None, self._greeted)
        self._flows.add(flow)
        return flow

    async def remove(self, camera: Camera) -> None:
        """Say goodbye to a camera and forget it."""
        session = next((each for each, its in self._cameras.items() if its is camera), None)
        if session is not None:
            self._fleet.remove(session.identity.key)
            await camera.close()

    async def say_to_all(self, value: object, timeout: float | None = ARRIVAL_SECONDS) -> list[Receipt]:
        """Say something to every camera; return who has it, and why not, at most `timeout` seconds later."""

        async def say(camera: Camera) -> Receipt:
            try:
                await camera.say(value, timeout=timeout)
            except (UsageError, SayFailed, TimeoutError) as error:
                return Receipt(camera.name, False, str(error))
            return Receipt(camera.name, True)

        return list(await asyncio.gather(*(say(camera) for camera in self._cameras.values())))

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self._cameras[session] = Camera(session, self._came)

    def session_removed(self, session: Session) -> None:
        camera = self._cameras.pop(session)
        with contextlib.suppress(ValueError):
            self._greeted.remove(camera)

    def told(self, sentence: str) -> None:
        pass

    # Inside

    @property
    def _fleet(self) -> Fleet:
        return self._require_open()

    def _require_open(self) -> Fleet:
        if self._running is None:
            raise UsageError("This wall is not open. Write “async with Wall() as wall:” and use it inside.")
        return self._running

    def _came(self, camera: Camera) -> None:
        """A camera has answered: it is greeted, or refused."""
        waiting = self._waiting.get(camera)
        if waiting is not None and not waiting.done():
            waiting.set_result(None)
        if camera.state not in _REFUSED and camera not in self._greeted:
            self._greeted.append(camera)
            for flow in list(self._flows):
                flow.put(camera)

    async def _add(self, address: str, name: str, key: str, timeout: float | None) -> Camera:
        session = self._fleet.add(address, name, camera_key=key)
        camera = self._cameras[session]
        self._waiting[camera] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout):
                if not session.is_connected:
                    await self._waiting[camera]
            if session.state.phase in REFUSING:
                raise UsageError(session.state.reason)
        except TimeoutError:
            await self.remove(camera)
            why = camera.trouble or f"Nothing has answered at {session.identity.endpoint}. Is the camera running there?"
            raise TimeoutError(why) from None
        except BaseException:
            await self.remove(camera)
            raise
        finally:
            self._waiting.pop(camera, None)
        return camera

    def _made_fleet(self) -> Fleet:
        if self._state is None:
            return Fleet(f"script-{secrets.token_hex(8)}", self._name)
        self._state.mkdir(parents=True, exist_ok=True)
        history = History(self._state / "conversations.db")
        # Cameras know by it that the same viewer is back.
        known_as = self._state / "viewer-id"
        if not known_as.exists():
            known_as.write_text(f"script-{secrets.token_hex(8)}")
        kept = SettingsFile(self._state / "settings.toml")
        keyring = Keyring.of(self._state, kept.settings.paired)
        keyring.observe(kept.save)
        return Fleet(
            known_as.read_text().strip(), self._name, history=history, files=self._state / "files", keyring=keyring
        )
