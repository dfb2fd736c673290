"""The cameras of this computer on its own wall: a camera program each, started with the viewer and ended with it.

Each keeps a port of this machine, because the wall and the conversation know a camera by where it is. They let this
viewer in and nobody else: others work on this computer, too.
"""

import asyncio
import random
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.limits import NAME_CHARACTERS
from camwire.printable import is_printable, is_seen
from camwire.translation import tr
from viewer.core.calls.backoff import Backoff
from viewer.core.own.program import OwnProgram, end
from viewer.core.settings import OwnCameraSettings

# No system gives these ports out by itself.
PORTS = range(20_000, 30_000)
MOST_PORTS = 100
FIRST_WAIT, LONGEST_WAIT = 1.0, 10.0
STEADY_SECONDS = 20.0
LEAVE_SECONDS = 5.0
"""So long a removed program may take to end by itself."""


class OwnCameras:
    """Keeps a program running for each camera in `kept`, the settings' own list.

    `state` is the folder where the programs keep their key and messages on their way. `tell` takes a sentence for the
    person, `viewer_key` gives the public key (Z85) of this viewer. Belongs to the loop.
    """

    def __init__(
        self, kept: list[OwnCameraSettings], state: Path, tell: Callable[[str], None], viewer_key: Callable[[], str]
    ) -> None:
        self._kept = kept
        self._state = state
        self._tell = tell
        self._viewer_key = viewer_key
        self._programs: dict[str, OwnProgram] = {}
        self._leaving: dict[OwnProgram, asyncio.TimerHandle] = {}
        self._waits: dict[str, Backoff] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._told: dict[str, str] = {}

    def begin(self) -> None:
        """Start all that are kept."""
        for camera in self._kept:
            self._start(camera)

    def add(self, source: str, name: str) -> str:
        """Start a camera, keep it, and return the address at which it will listen. Raises UsageError.

        `source` is what follows `--source` of `watchword-camera`, `name` what the camera calls itself.
        """
        for camera in self._kept:
            if camera.source == source:
                raise UsageError(tr("{name} is on the wall already.", name=camera.name))
        camera = OwnCameraSettings(
            endpoint=f"tcp://127.0.0.1:{self._free_port()}",
            source=source,
            name=_speakable(name) or _speakable(source),
        )
        try:
            self._run(camera)
        except OSError as error:
            raise UsageError(tr("The camera program could not start: {error}.", error=error)) from error
        self._kept.append(camera)
        return camera.endpoint

    @property
    def key(self) -> str:
        """The public key (Z85) that each of them has to prove. Raises UsageError where it cannot be kept."""
        return Identity.of(self._state).public.decode()

    def address_of(self, source: str) -> str | None:
        """Where the camera with this source listens; None if there is none."""
        return next((camera.endpoint for camera in self._kept if camera.source == source), None)

    def __contains__(self, endpoint: object) -> bool:
        """Whether the camera that listens there is one of these."""
        return any(camera.endpoint == endpoint for camera in self._kept)

    def remove(self, endpoint: str) -> None:
        """End the camera that listens there and forget it; nothing happens if it is none of ours."""
        self._kept[:] = [camera for camera in self._kept if camera.endpoint != endpoint]
        timer = self._timers.pop(endpoint, None)
        if timer is not None:
            timer.cancel()
        program = self._programs.pop(endpoint, None)
        if program is not None:
            program.stop()
            loop = asyncio.get_running_loop()
            self._leaving[program] = loop.call_later(LEAVE_SECONDS, self._take_away, program)

    def restore(self, camera: OwnCameraSettings) -> None:
        """Start a camera again that was removed. Until the old program is gone, it is tried again."""
        self._kept.append(camera)
        self._start(camera)

    def readmit(self) -> None:
        """This viewer has another key: start all of them again with it."""
        for camera in list(self._kept):
            self.remove(camera.endpoint)
            self.restore(camera)

    def close(self) -> None:
        """End all programs; they are kept for the next time."""
        for timer in (*self._timers.values(), *self._leaving.values()):
            timer.cancel()
        programs = [*self._programs.values(), *self._leaving]
        self._programs, self._leaving, self._timers = {}, {}, {}
        end(programs)

    def _take_away(self, program: OwnProgram) -> None:
        """Kill it if it still runs, and forget it when it has ended."""
        loop = asyncio.get_running_loop()

        def take() -> None:
            program.join(0.0)
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._leaving.pop, program, None)

        # Not on the loop: one whose driver hangs in the system does not even heed being killed.
        threading.Thread(target=take, name="own camera leaving", daemon=True).start()

    def _start(self, camera: OwnCameraSettings) -> None:
        self._timers.pop(camera.endpoint, None)
        try:
            self._run(camera)
        except OSError as error:
            self._say(camera, tr("its program could not start: {error}.", error=error))
            self._try_later(camera)

    def _run(self, camera: OwnCameraSettings) -> None:
        # With a sign between: a name or a folder may begin like an option.
        words = [f"--source={camera.source}", f"--name={camera.name}", f"--listen={camera.endpoint}"]
        words += ["--secure", f"--admit={self._viewer_key()}", "--patient", f"--state={self._state}"]
        self._programs[camera.endpoint] = OwnProgram(words, lambda last: self._ended(camera, last))

    def _ended(self, camera: OwnCameraSettings, last: str) -> None:
        """It was not we who ended it: its webcam may be absent, or somebody killed it."""
        program = self._programs.pop(camera.endpoint)
        if time.monotonic() - program.began > STEADY_SECONDS:
            self._waits.pop(camera.endpoint, None)
            self._told.pop(camera.endpoint, None)
        self._say(camera, last or tr("its program has ended."))
        self._try_later(camera)

    def _say(self, camera: OwnCameraSettings, sentence: str) -> None:
        """Once, not each time it is tried."""
        if self._told.get(camera.endpoint) != sentence:
            self._told[camera.endpoint] = sentence
            self._tell(tr("{name}: {sentence} It is tried again until it works.", name=camera.name, sentence=sentence))

    def _try_later(self, camera: OwnCameraSettings) -> None:
        wait = self._waits.setdefault(camera.endpoint, Backoff(FIRST_WAIT, LONGEST_WAIT, random.random)).wait()
        loop = asyncio.get_running_loop()
        self._timers[camera.endpoint] = loop.call_later(wait, self._start, camera)

    def _free_port(self) -> int:
        taken = {camera.endpoint.rpartition(":")[2] for camera in self._kept}
        for port in random.sample(PORTS, MOST_PORTS):
            with socket.socket() as trial:
                try:
                    trial.bind(("127.0.0.1", port))
                except OSError:
                    continue
            if str(port) not in taken:
                return port
        raise UsageError(tr("This computer has no free port for the camera. End some programs and try again."))


def _speakable(name: str) -> str:
    """As a camera may be called, or nothing: a driver can give its webcam any name."""
    said = "".join(filter(is_printable, name)).strip()[:NAME_CHARACTERS].strip()
    return said if is_seen(said) else ""
