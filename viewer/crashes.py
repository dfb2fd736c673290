"""What went wrong in this run, in a file on this computer: written at once, told at the next start, never sent."""

import contextlib
import faulthandler
import os
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import IO

from camwire import __version__

RUNNING, OVER = "running-", "crash "
MOST_REPORTS = 20
MOST_FILES = 10


class Crashes:
    """Reports in `folder`, one file for each run in which something went wrong. Where it cannot be written to, there
    are none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None
        self._count = 0

    def begin(self) -> None:
        """Write from now on what nobody caught, and what ends the process: faults in libraries."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / f"{RUNNING}{os.getpid()}.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def report(self, error: BaseException | None, where: str) -> None:
        """Write down what happened; the first times, so that what happens over and over fills no disk."""
        self._count += 1
        if self._file is None or self._count > MOST_REPORTS:
            return
        with contextlib.suppress(OSError, ValueError):
            if self._count == 1:
                self._file.write(
                    f"Watchword {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
                )
            self._file.write(f"\n{datetime.now():%Y-%m-%d %H:%M:%S} in {where}\n")
            self._file.write("".join(traceback.format_exception(error)) if error is not None else "")
            self._file.flush()

    def found(self) -> Path | None:
        """The newest report of runs that are over and were not told of yet; None: all went well."""
        if not self._folder.is_dir():
            return None
        over = [file for file in self._folder.glob(f"{RUNNING}*.txt") if not _is_running(file)]
        found = [self._settled(file) for file in sorted(over, key=lambda file: file.stat().st_mtime)]
        for old in sorted(self._folder.glob(f"{OVER}*.txt"))[:-MOST_FILES]:
            old.unlink(missing_ok=True)
        return next((file for file in reversed(found) if file is not None), None)

    def close(self) -> None:
        """The run is over; of one in which nothing went wrong nothing stays."""
        if self._file is None:
            return
        if faulthandler.is_enabled():
            faulthandler.disable()
        self._file.close()
        file, self._file = Path(self._file.name), None
        with contextlib.suppress(OSError):
            if not file.stat().st_size:
                file.unlink()

    def _settled(self, file: Path) -> Path | None:
        """Give a report the name under which it stays; an empty one is gone."""
        facts = file.stat()
        try:
            if not facts.st_size:
                file.unlink()
                return None
            when = datetime.fromtimestamp(facts.st_mtime)
            return file.rename(self._folder / f"{OVER}{when:%Y-%m-%d %H-%M-%S}.txt")
        except OSError:
            return None


def _is_running(file: Path) -> bool:
    """Whether the program that writes the file may still be there."""
    number = file.stem.removeprefix(RUNNING)
    if not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return True
    if sys.platform == "win32":
        # A file that is open cannot be renamed there.
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    # Another program may have its number by now; what was written was written before.
    return file.stat().st_size == 0
