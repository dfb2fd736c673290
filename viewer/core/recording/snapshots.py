"""Snapshots of one or several cameras, on their way to files. In the loop's thread."""

import asyncio
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from camwire.errors import UsageError
from camwire.events import FrameReceived
from viewer.core.recording.snapshot import Awaited, work_for
from viewer.core.recording.troubles import why_no_snapshot
from viewer.core.recording.writer import Writer
from viewer.core.sessions.session import Session
from viewer.core.settings import RecordingSettings


class Wish:
    """What a person wanted at once: a snapshot of each camera. `told(files, troubles)` is called when all are done."""

    def __init__(self, told: Callable[[list[Path], list[str]], object]) -> None:
        self.files: list[Path] = []
        self.troubles: list[str] = []
        self.awaited: set[Awaited] = set()
        self._told = told

    def has(self, awaited: Awaited, found: Path | str) -> None:
        """One is done: the file, or why there is none."""
        (self.files if isinstance(found, Path) else self.troubles).append(found)  # type: ignore[arg-type]
        self.awaited.discard(awaited)
        if not self.awaited:
            self._told(sorted(self.files), self.troubles)


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
        self._under_way: set[Wish] = set()

    @property
    def folder(self) -> Path:
        """Where snapshots are put."""
        chosen = self._settings.snapshots
        return Path(chosen).expanduser() if chosen else self._usual_folder

    def take(self, sessions: Iterable[Session]) -> None:
        """Take one of each camera."""
        wish = Wish(self._told)
        # All before the first is done.
        wish.awaited = {Awaited(session, partial(self._keep, wish)) for session in sessions}
        self._under_way = {each for each in self._under_way if each.awaited} | {wish}

    def close(self) -> None:
        """Wait for none of them any more."""
        for wish in self._under_way:
            for awaited in wish.awaited:
                awaited.close()
        self._under_way.clear()

    def _keep(self, wish: Wish, awaited: Awaited, received: FrameReceived | None) -> None:
        session, folder, loop = awaited.session, self.folder, asyncio.get_running_loop()
        name = session.name
        work = work_for(received, session.last_picture, name, folder, self._clock)

        def run() -> None:
            try:
                found: Path | str = work()
            except UsageError as error:
                found = str(error)
            except OSError as error:
                found = why_no_snapshot(error, name, folder)
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(wish.has, awaited, found)

        self._writer.put(run)
