"""Opens the cameras and ports that the settings name, and those that somebody who starts the program wants."""

import asyncio
from functools import partial

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.settings import CameraSettings
from viewer.core.wishes import Wishes
from viewer.demo import Demo, DemoCamera


class Opening:
    """Puts cameras on the wall of `program`, and says in its window what cannot be opened. Owns the demo's start."""

    def __init__(self, program: Program, demo: Demo) -> None:
        self._program = program
        self._fleet = program.fleet
        self._demo = demo
        self._demo_start: asyncio.Task[None] | None = None
        self._demo_wanted = 0

    def open_known(self) -> None:
        """Open what was open the last time."""
        settings = self._program.settings
        for port in settings.listen:
            if port.endpoint not in map(str, self._fleet.listening):
                self._program.attempt(partial(self._fleet.listen, port.endpoint, port.open))
        for camera in settings.camera:
            self._program.attempt(partial(self._open, camera))

    def _open(self, camera: CameraSettings) -> None:
        address, names = camera.now_at or camera.endpoint, (camera.name, camera.own_name)
        self._fleet.add(address, *names, camera.endpoint, self._program.cameras.key_of(camera))

    def listen(self, wishes: Wishes) -> None:
        """Let cameras call where it is wished. Raises UsageError."""
        for address in wishes.listen:
            self._fleet.listen(address, wishes.open)

    def open_wished(self, wishes: Wishes) -> None:
        """Put the cameras on the wall that are wished and are not there yet."""
        for address in wishes.cameras:
            if address not in self._fleet:
                self._program.attempt(partial(self._fleet.add, address))
        if wishes.demo:
            self.start_demo(wishes.demo)

    def listen_as_well(self, wishes: Wishes) -> None:
        """The same as `listen` while the program runs: what cannot be is said, and the rest goes on."""
        open_already = {str(endpoint) for endpoint in self._fleet.listening}
        for address in wishes.listen:
            if address not in open_already:
                self._program.attempt(partial(self._fleet.listen, address, wishes.open))

    def start_demo(self, count: int) -> None:
        """Have so many demo cameras on the wall, as soon as each is ready. Those that were removed come back, before
        others are started; where some are starting already, it becomes as many as anybody wanted."""
        is_starting = self._demo_start is not None and not self._demo_start.done()
        self._demo_wanted = max(count, self._demo_wanted) if is_starting else count
        if not is_starting:
            self._demo_start = asyncio.get_running_loop().create_task(self._start_demo())

    async def close(self) -> None:
        """Start nothing more."""
        if self._demo_start is not None:
            self._demo_start.cancel()
            await asyncio.gather(self._demo_start, return_exceptions=True)

    async def _start_demo(self) -> None:
        try:
            for camera in [each for each in self._demo.cameras if each.key not in self._fleet]:
                if self._missing_of_demo() > 0:
                    self._show(camera)
            while (missing := self._missing_of_demo()) > 0:
                async for camera in self._demo.start(missing):
                    self._show(camera)
        except (UsageError, OSError, TimeoutError) as error:
            late = tr("The demo cameras took too long to start. Try again.")
            self._program.say(str(error) or late)

    def _show(self, camera: DemoCamera) -> None:
        if camera.key in self._fleet:
            # It ended, with all others, because one of them could not start.
            self._fleet.remove(camera.key)
        self._fleet.add(camera.endpoint, key=camera.key, camera_key=camera.public_key)

    def _missing_of_demo(self) -> int:
        return self._demo_wanted - sum(camera.key in self._fleet for camera in self._demo.cameras)
