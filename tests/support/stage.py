"""A fleet and its cameras on one loop that runs only while somebody waits for a fact."""

import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import psutil
import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.link import CurveKeys
from tests.support.clocks import SkippingClock
from tests.support.scripted_camera import FPS, LOOPBACK, Answer, ScriptedCamera
from tests.support.stock import free_port
from tests.support.strangers import Stranger
from tests.support.waiting import until
from tests.support.witness import Witness
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase

T = TypeVar("T")


class Stage:
    """What a test of the whole core needs. `close` ends everything, in any order, even what a test ended before."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", run: Callable[..., Any]) -> None:
        self.context = context
        self.run = run
        self.clock = SkippingClock()
        self._cameras: list[ScriptedCamera] = []
        self._strangers: list[Stranger] = []
        self.fleet = self.now(lambda: Fleet("viewer-1", "desk", self.clock))

    def now(self, deed: Callable[[], T]) -> T:
        """Call `deed` in the loop."""

        async def work() -> T:
            return deed()

        done: T = self.run(work())
        return done

    def until(self, fact: Callable[[], object], timeout: float = 8.0) -> float:
        """Let everything go on until `fact()` is true; return the seconds it took."""
        took: float = self.run(until(fact, timeout), timeout + 1)
        return took

    def finish(self, work: Awaitable[T]) -> T:
        """Let everything go on until `work` is done."""
        done: T = self.run(work)
        return done

    def camera(
        self,
        name: str = "porch",
        endpoint: Endpoint = LOOPBACK,
        answer: Answer = Answer.HELLO,
        curve: CurveKeys | None = None,
    ) -> ScriptedCamera:
        """A camera that listens; at `endpoint`, as soon as the port is free."""
        made: list[ScriptedCamera] = []

        def listens() -> bool:
            try:
                made.append(ScriptedCamera(self.context, name, endpoint, answer=answer, curve=curve))
            except UsageError:
                return False
            return True

        self.until(listens)
        return self._kept(made[0])

    def calling_camera(self, calls: Endpoint, name: str = "porch") -> ScriptedCamera:
        """A camera that calls the viewer."""
        return self._kept(self.now(lambda: ScriptedCamera(self.context, name, calls=calls)))

    def stranger(self, banner: bytes = b"SSH-2.0-OpenSSH_9.2\r\n", hangs_up: bool = True) -> Stranger:
        """A program that is no camera."""
        stranger: Stranger = self.finish(Stranger(banner, hangs_up).start())
        self._strangers.append(stranger)
        return stranger

    @property
    def keys(self) -> list[str]:
        """The keys of all cameras on the wall."""
        return [session.identity.key for session in self.fleet]

    def say(self, witness: Witness, text: str) -> None:
        """Say a line to a camera."""
        self.now(lambda: witness.session.say(text))

    def stream(self, camera: ScriptedCamera, fps: float = FPS) -> None:
        """Let a camera capture."""
        self.now(lambda: camera.stream(fps))

    def add(self, camera: ScriptedCamera | Stranger | Endpoint) -> Session:
        """Put a camera on the wall."""
        endpoint = camera if isinstance(camera, Endpoint) else camera.endpoint
        return self.now(lambda: self.fleet.add(str(endpoint)))

    def witness(self, camera: ScriptedCamera | Stranger | Endpoint, paints: bool = True) -> Witness:
        """Put a camera on the wall and observe it."""
        return Witness(self.add(camera), paints)

    def live(self, name: str = "porch") -> tuple[ScriptedCamera, Witness]:
        """A camera that streams, on the wall, with pictures coming."""
        camera = self.camera(name)
        witness = self.witness(camera)
        self.now(camera.stream)
        self.until(lambda: witness.session.state.phase is Phase.LIVE)
        return camera, witness

    def greeted(self, paints: bool = True) -> tuple[ScriptedCamera, Witness]:
        """A camera that is greeted, can send, and has captured nothing yet."""
        camera = self.camera()
        witness = self.witness(camera, paints)
        self.until(lambda: any(viewer.credit.has_credit for viewer in camera.viewers))
        return camera, witness

    def silence(self, camera: ScriptedCamera, seconds: float = 3.1) -> None:
        """The camera stops answering, and `seconds` go by."""
        camera.is_silent = True
        # What is under way would be heard after the skip.
        self.until(lambda: camera.under_way == 0)
        self.clock.skip(seconds)

    def seconds_to_close(self) -> float:
        """Close the fleet; return how long that took."""
        began = time.monotonic()
        self.now(self.fleet.close)
        return time.monotonic() - began

    def close(self) -> None:
        """End everything."""
        self.now(self.fleet.close)
        for camera in self._cameras:
            self.now(camera.close)
        for stranger in self._strangers:
            self.finish(stranger.close())

    def _kept(self, camera: ScriptedCamera) -> ScriptedCamera:
        self._cameras.append(camera)
        return camera


def free_endpoint() -> Endpoint:
    """An address of this machine where nobody listens, another one each time."""
    return Endpoint("127.0.0.1", free_port())


def open_descriptors() -> int:
    """How many sockets and files this program holds."""
    own = psutil.Process()
    if sys.platform == "win32":
        return own.num_handles()
    return own.num_fds()
