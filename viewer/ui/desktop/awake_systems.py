"""What keeps the screen on, system by system.

What cannot be had is done without: a screen that goes dark is a nuisance, not a fault.
"""

import logging
import os
import shutil
import subprocess

log = logging.getLogger(__name__)

ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2


class Awake:
    """A system of which nothing is known: its screen does as it likes. `hold` and `release` may be repeated."""

    is_held = False

    def hold(self) -> None:
        """Keep the screen on."""
        if not self.is_held:
            self.is_held = self._hold()

    def release(self) -> None:
        """Let it go dark again."""
        if self.is_held:
            self.is_held = False
            self._release()

    def _hold(self) -> bool:
        """Whether the screen stays on now."""
        return False

    def _release(self) -> None:
        """Undo that."""


class WindowsAwake(Awake):
    """Windows: for as long as the calling thread lives, which is the window's."""

    def _hold(self) -> bool:
        return self._set(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED)

    def _release(self) -> None:
        self._set(ES_CONTINUOUS)

    def _set(self, flags: int) -> bool:
        import ctypes

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
        return bool(kernel.SetThreadExecutionState(flags))


class MacAwake(Awake):
    """macOS: a program of the system does it, and ends with this one. `command` is its name."""

    def __init__(self, command: str = "caffeinate") -> None:
        self._command = command
        self._program: subprocess.Popen[bytes] | None = None

    def _hold(self) -> bool:
        found = shutil.which(self._command)
        if found is None:
            return False
        try:
            self._program = subprocess.Popen([found, "-d", "-i", "-w", str(os.getpid())])
        except OSError as error:
            log.info("The screen may go dark: %s", error)
            return False
        return True

    def _release(self) -> None:
        if self._program is not None:
            self._program.terminate()
            self._program.wait(1.0)
            self._program = None
