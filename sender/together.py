"""Several cameras in one program, such as both cameras of one Raspberry Pi: each serves as if it were alone."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from camwire.errors import UsageError
from sender.camera import Camera
from sender.console import complain
from sender.errors import SourceError
from sender.signals import run_until_signal

log = logging.getLogger(__name__)

FIRST_PAUSE = 2.0
LAST_PAUSE = 10.0


def run_all(cameras: Iterable[Camera]) -> int:
    """Serve all of them until Ctrl+C or SIGTERM, and tell where; return the exit code.

    Raises UsageError or SourceError as `serve_all` does.
    """
    return run_until_signal(_run(list(cameras)))


async def serve_all(cameras: Iterable[Camera], on_up: Callable[[Camera], None] = lambda camera: None) -> None:
    """Serve all of them until cancelled. They share the loop, and nothing else.

    `on_up(camera)` is called on the loop when one has begun to serve. A camera whose source cannot be opened is tried
    again until it can, and does not disturb the others; when none of them could start, that is a SourceError. Raises
    UsageError for what trying again would not mend, such as two cameras of one name, or a port that is taken.
    """
    cameras = list(cameras)
    _check(cameras)
    start = _Start(cameras, on_up)
    try:
        async with asyncio.TaskGroup() as group:
            for camera in cameras:
                group.create_task(start.serve(camera), name=f"camera {camera.name}")
    except ExceptionGroup as several:
        # They are alike for a person: the first is the one to mend first.
        raise several.exceptions[0] from None


class _Start:
    """How far all of them have come."""

    def __init__(self, cameras: Sequence[Camera], on_up: Callable[[Camera], None]) -> None:
        self._cameras = cameras
        self._on_up = on_up
        self._troubles: dict[str, SourceError] = {}
        self._is_one_up = False

    async def serve(self, camera: Camera) -> None:
        """Serve one of them; it is tried again while its source cannot be opened."""
        pause = FIRST_PAUSE
        while True:
            try:
                async with camera:
                    self._up(camera)
                    await asyncio.get_running_loop().create_future()
            except SourceError as error:
                self._failed(camera, error)
            except UsageError as error:
                raise UsageError(f"{camera.name}: {error}" if len(self._cameras) > 1 else str(error)) from None
            except Exception as error:
                # Each camera fails alone, also by a mistake of its source.
                log.exception("%s has failed.", camera.name)
                self._failed(camera, SourceError(f"Its source has failed: {error}."))
            await asyncio.sleep(pause)
            pause = min(2 * pause, LAST_PAUSE)

    def _up(self, camera: Camera) -> None:
        self._is_one_up = True
        if self._troubles.pop(camera.name, None) is not None:
            log.info("%s has started: %s.", camera.name, camera.source)
        self._on_up(camera)

    def _failed(self, camera: Camera, error: SourceError) -> None:
        is_news = camera.name not in self._troubles
        self._troubles[camera.name] = error
        if not self._is_one_up and len(self._troubles) == len(self._cameras):
            if len(self._cameras) == 1:
                raise error
            told = " ".join(f"{name}: {trouble}" for name, trouble in self._troubles.items())
            raise SourceError(f"None of the cameras could start. {told}")
        if is_news:
            log.warning("%s cannot start. %s Trying again until it can; the others go on.", camera.name, error)


def _check(cameras: Sequence[Camera]) -> None:
    if not cameras:
        raise UsageError("There is no camera to serve. Give at least one.")
    names = sorted(camera.name for camera in cameras)
    for name, alike in groupby(names):
        if len(list(alike)) > 1:
            raise UsageError(f"Two cameras are called “{name}”. Give each a name of its own, by which viewers know it.")


async def _run(cameras: Sequence[Camera]) -> int:
    await serve_all(cameras, _tell)
    return 0


def _tell(camera: Camera) -> None:
    for line in (*camera.announcement, f"{camera.name} shows: {camera.source}. End it with Ctrl+C."):
        complain(line)
