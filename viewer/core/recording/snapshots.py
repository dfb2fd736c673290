"""Snapshots of one or several cameras, on their way to files. In the loop's thread."""

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from camwire.errors import UsageError
from viewer.core.recording.snapshot import Awaited, work_for
from viewer.core.recording.troubles import why_no_snapshot
from viewer.core.recording.writer import Writer
from viewer.core.sessions.session import Session
from viewer.core.settings import RecordingSettings

T = TypeVar("T")


class Snapshots:
    """Takes them, and owns those that are under way. `told(files, troubles)` is called when those of one wish are
    written; troubles are sentences."""

    def __init__(
        self,
        writer: Writer,
        settings: RecordingSettings,
        usual_folder: Path,
        told: Callable[[list[Path], list[str]], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writer = writer
        self._settings = settings
        self._usual_folder = usual_folder
        self._told = told
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def folder(self) -> Path:
        """Where snapshots are put."""
        chosen = self._settings.snapshots
        return Path(chosen).expanduser() if chosen else self._usual_folder

    def take(self, sessions: Iterable[Session]) -> None:
        """Take one of each camera."""
        task = asyncio.get_running_loop().create_task(self._take_all(list(sessions)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Wait for none of them any more."""
        for task in self._tasks:
            task.cancel()

    async def _take_all(self, sessions: list[Session]) -> None:
        files: list[Path] = []
        troubles: list[str] = []

        async def take(session: Session) -> None:
            try:
                files.append(await self._take(session))
            except UsageError as error:
                troubles.append(str(error))
            except OSError as error:
                troubles.append(why_no_snapshot(error, session.name, self.folder))

        await asyncio.gather(*map(take, sessions))
        self._told(sorted(files), troubles)

    async def _take(self, session: Session) -> Path:
        received = await Awaited(session).frame()
        return await self._in_thread(work_for(received, session.last_picture, session.name, self.folder, self._clock))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: Exception | None) -> None:
            if done.cancelled():
                return
            if error is not None:
                done.set_exception(error)
            else:
                done.set_result(result)  # type: ignore[arg-type]

        def run() -> None:
            result, failure = None, None
            try:
                result = work()
            except Exception as error:
                failure = error
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(settle, result, failure)

        self._writer.put(run)
        return await done
