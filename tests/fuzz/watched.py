"""A parser under watch: whatever it raises, and every input that takes it too long or too much memory, is kept."""

import hashlib
import os
import re
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.fuzz.minimised import minimised

Take = Callable[[bytes], object]

# CPU time of this thread: what else the computer does is not the parser's fault.
MOST_SECONDS = 1.0
MOST_GROWTH = 256 * 1024 * 1024
_PEAK = re.compile(rb"VmHWM:\s*(\d+) kB")
MOST_FINDINGS = 20
SHOWN_CALLS = 8


class Watched:
    """Calls `take` with one input after the other. A finding is two files in `folder`: the input, and why."""

    def __init__(self, take: Take, folder: Path) -> None:
        self._take = take
        self._folder = folder
        self._known: set[str] = set()
        self._peak = peak_bytes()
        folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, data: bytes) -> None:
        """Have one input taken. Raises nothing."""
        began = time.thread_time()
        crash = self._crash(data)
        seconds = time.thread_time() - began
        if crash:
            self._keep(crash, minimised(data, lambda less: self._crash(less)[:1] == crash[:1]))
        if seconds > MOST_SECONDS:
            self._keep(("hang", f"It took {seconds:.1f} s."), data)
        grown = peak_bytes() - self._peak
        if grown > MOST_GROWTH:
            self._peak += grown
            self._keep(("memory", f"The process grew by {grown // 1024**2} MB."), data)

    def _crash(self, data: bytes) -> tuple[str, ...]:
        """What the parser raised, and where; empty if nothing."""
        try:
            self._take(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            # How deep it was when there was no more room says nothing.
            where = "" if isinstance(error, RecursionError) else f" at {Path(last.filename).name}:{last.lineno}"
            return f"{type(error).__name__}{where}", traceback.format_exc(limit=-SHOWN_CALLS)
        return ()

    def _keep(self, why: tuple[str, ...], data: bytes) -> None:
        if why[0] in self._known or len(self._known) >= MOST_FINDINGS:
            return
        self._known.add(why[0])
        name = hashlib.sha256(data).hexdigest()[:12]
        (self._folder / name).write_bytes(data)
        (self._folder / f"{name}.txt").write_text("\n".join(why), errors="replace")


def peak_bytes() -> int:
    """The most memory that this process has had. Linux only: `getrusage` counts what its parent had, too."""
    (peak,) = _PEAK.findall(os.pread(_status(), 4096, 0))
    return int(peak) * 1024


@cache
def _status() -> int:
    return os.open("/proc/self/status", os.O_RDONLY)
