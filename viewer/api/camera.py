"""One camera of the wall, for a script."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import PathLike, fspath
from pathlib import Path
from typing import Any
from weakref import WeakSet

from camwire.commands import Command
from camwire.controls import Value
from camwire.errors import UsageError
from camwire.messages import Health
from viewer.api.flow import Flow
from viewer.api.picture import Picture
from viewer.api.said import Message
from viewer.api.setting import set_control
from viewer.api.talking import Talking
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.pictures.stats import StatsSnapshot
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import REFUSING, CameraState
from viewer.core.showing.encoding import encoded
from viewer.core.showing.program import FromProgram
from viewer.core.showing.showing import Showing, refusal_of
from viewer.core.showing.source import FromCamera
from viewer.core.talk.chat import ChatLine

ANSWER_SECONDS = 30.0


class Camera:
    """Made by a `Wall`. A camera that is away stays on the wall, and everything goes on when it is back."""

    def __init__(self, session: Session, on_greeted: Callable[["Camera"], None]) -> None:
        self._session = session
        self._on_greeted = on_greeted
        self._flows: WeakSet[Flow[Picture]] = WeakSet()
        self._talking = Talking(session)
        self._encoding: ThreadPoolExecutor | None = None
        self._showings: WeakSet[Showing] = WeakSet()
        self._given: Showing | None = None
        self._is_greeted = self._is_closed = False
        # Pictures that nobody walks through need not be sent.
        session.show(False)
        session.observe(self)

    @property
    def name(self) -> str:
        """What it calls itself, or was called by `wall.add`."""
        return self._session.name

    @property
    def state(self) -> str:
        """`connecting`, `live`, `frozen`, `offline`, `refused`, `unpaired` (it does not know us) or `alarm` (it
        may be another one); `live` also while nobody looks at its pictures."""
        return self._session.state.phase.value

    @property
    def trouble(self) -> str:
        """Why it is not live, as a sentence; empty if it is."""
        return self._session.state.reason

    @property
    def commands(self) -> tuple[Command, ...]:
        """What it can be told to do."""
        return self._session.commands

    @property
    def health(self) -> Health | None:
        """How it, its source and its computer are doing, as it says; None while it is away or says nothing of it."""
        return self._session.health

    @property
    def controls(self) -> CameraControls:
        """What can be set at its source: `rows`, each with its range, and the `value(name)` in force."""
        return self._session.controls

    async def set_control(self, name: str, value: Value, timeout: float | None = ANSWER_SECONDS) -> Value | None:
        """Set one of its `controls`; return the value in force then, which the camera may have rounded.

        Raises UsageError with the range for what cannot be, and with what to do when the camera is away; TimeoutError.
        """
        return await set_control(self._session, name, value, timeout)

    @property
    def statistics(self) -> StatsSnapshot:
        """Size, rate, bytes, ages and drops of its pictures lately."""
        return self._session.stats.snapshot(time.monotonic())

    def pictures(self) -> "Flow[Picture]":
        """Its pictures as they come, for `async for`: always the newest; the others are dropped meanwhile."""
        flow: Flow[Picture] = Flow(1)
        if self._is_closed:
            flow.close()
            return flow
        self._flows.add(flow)
        self._session.show(True)
        return flow

    def messages(self) -> "Flow[Message]":
        """What it says, for `async for`: from when it came to the wall, but for answers that `ask` has returned."""
        return self._talking.messages

    async def say(self, value: object, wait: bool = True, timeout: float | None = None) -> None:
        """Say anything a message can carry, and return when the camera has it; at once, if not told to `wait`.

        Raises UsageError for what cannot be carried, SayFailed, and TimeoutError: it is sent all the same when the
        camera is back.
        """
        line = self._session.say(value)
        if wait:
            await self._talking.arrival(line, timeout)

    async def ask(self, what: object, /, *, timeout: float | None = ANSWER_SECONDS, **arguments: object) -> Any:
        """Say something and return the value of the answer, with NumPy arrays in it.

        `ask("/move pan=10")` and `ask("move", pan=10)` run a command; anything else is what `@camera.on_message` gets,
        also what begins with “//”, which stands for one slash.
        Raises CommandFailed with the camera's words, UsageError for what cannot be asked, SayFailed, and TimeoutError,
        which cancels the command.
        """
        return await self._talking.answer(self._talking.ask(what, arguments), timeout)

    async def send_file(self, path: "str | PathLike[str]", timeout: float | None = None) -> None:
        """Send a file, and return when the camera has all of it. Raises UsageError, SayFailed, TimeoutError."""
        await self._talking.send_file(Path(path), timeout)

    async def show(self, pixels: object, percent: int = 100, quality: int | None = None) -> bool:
        """Send it a picture: (height, width, 3), uint8, blue first; return when it is sent, at the camera's own pace.

        False if a newer one overtook it. While the camera is away this waits. Raises UsageError.
        """
        self._require_taking()
        if self._encoding is None:
            self._encoding = ThreadPoolExecutor(1, thread_name_prefix="encode")
        now = time.monotonic()
        frame = await asyncio.get_running_loop().run_in_executor(
            self._encoding, lambda: encoded(pixels, percent, quality, now)
        )
        if self._given is None:
            self._given = self._begun(Showing(self._session))
        return await self._given.put(frame)

    def showing(
        self,
        source: "str | PathLike[str] | Camera",
        percent: int = 100,
        fps: float | None = None,
        quality: int | None = None,
        loop: bool = True,
    ) -> Showing:
        """Send it the pictures of a webcam ("0"), of a file, or of another camera: `async with camera.showing("0"):`.

        Raises UsageError.
        """
        self._require_taking()
        given = source.as_source() if isinstance(source, Camera) else FromProgram(fspath(source), loop)
        showing = Showing(self._session, given, percent, fps, quality)
        self._showings.add(showing)
        return showing

    def as_source(self) -> FromCamera:
        """Its pictures, to be passed on to another camera."""
        return FromCamera(self._session)

    async def close(self) -> None:
        """Whoever waits for this camera is let go; the wall does this."""
        self._is_closed = True
        self._talking.close()
        self._session.forget(self)
        for flow in list(self._flows):
            flow.close()
        showings = list(self._showings)
        for showing in showings:
            showing.stop()
        if self._encoding is not None:
            self._encoding.shutdown(wait=False, cancel_futures=True)
        for showing in showings:
            await showing.ended()

    # What the session tells

    def picture_ready(self) -> None:
        decoded = self._session.take_picture()
        if not self._flows:
            self._session.show(False)
        elif decoded is not None:
            for flow in list(self._flows):
                flow.put(Picture(decoded))

    def name_changed(self) -> None:
        if self._session.is_connected and not self._is_greeted:
            self._is_greeted = True
            self._on_greeted(self)

    def state_changed(self, state: CameraState) -> None:
        if state.phase in REFUSING:
            self._on_greeted(self)

    def line_added(self, line: ChatLine) -> None: ...

    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...

    # Inside

    def _require_taking(self) -> None:
        refusal = refusal_of(self._session)
        if refusal:
            raise UsageError(refusal)

    def _begun(self, showing: Showing) -> Showing:
        showing.start()
        self._showings.add(showing)
        return showing
