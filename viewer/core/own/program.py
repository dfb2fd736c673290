"""A camera program of this viewer's own: started, listened to, and ended with it."""

import asyncio
import logging
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from viewer.core.camera_program import camera_command

log = logging.getLogger(__name__)

END_SECONDS = 0.6
KILLED_SECONDS = 0.3
_LAST_WORD = re.compile(r"watchword-camera: (?:error: )?(.+)")


class OwnProgram:
    """A running `watchword-camera WORDS…`. It leaves when its standard input closes, so it does not outlive the viewer
    even when the viewer is killed.

    `on_end(last_word)` is called on the loop when it ends by itself. Raises OSError when it cannot start.
    """

    def __init__(self, words: Sequence[str], on_end: Callable[[str], None]) -> None:
        self.began = time.monotonic()
        """When it was started, in monotonic seconds."""
        self._on_end: Callable[[str], None] | None = on_end
        self._loop = asyncio.get_running_loop()
        self._process = subprocess.Popen(
            camera_command(*words, "--attached"),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, name="own camera", daemon=True)
        self._reader.start()

    def stop(self) -> None:
        """Ask it to end, and be told no more of it."""
        self._on_end = None
        self._process.terminate()

    def join(self, seconds: float) -> None:
        """Wait until it has ended, after `stop`; take it away if it does not in time."""
        try:
            self._process.wait(max(0.0, seconds))
        except subprocess.TimeoutExpired:
            self._process.kill()
            # One whose driver hangs in the system does not even heed that, and another may have its error output.
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(KILLED_SECONDS)
        self._reader.join(KILLED_SECONDS)
        self._close()

    def _read(self) -> None:
        """Read what it says until it ends; in a thread of its own."""
        assert self._process.stderr is not None
        last = ""
        for line in self._process.stderr:
            log.info("A camera of this computer: %s", line.strip())
            last_word = _LAST_WORD.fullmatch(line.strip())
            last = last_word[1] if last_word else last
        # The loop may have ended meanwhile.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ended, last)

    def _ended(self, last: str) -> None:
        self._process.wait()
        self._reader.join()
        self._close()
        on_end, self._on_end = self._on_end, None
        if on_end is not None:
            on_end(last)

    def _close(self) -> None:
        for pipe in (self._process.stdin, self._process.stderr):
            if pipe is not None:
                # What it did not read cannot be sent any more.
                with suppress(OSError):
                    pipe.close()


def end(programs: Iterable[OwnProgram]) -> None:
    """End all of them, together within `END_SECONDS`."""
    ending = list(programs)
    for program in ending:
        program.stop()
    deadline = time.monotonic() + END_SECONDS
    for program in ending:
        program.join(deadline - time.monotonic())
