"""Runs a program whose clocks can be stepped from outside: `python -m tests.faults.shifted FILE MODULE WORD…`.

FILE holds by how many seconds its wall clock and its steady clock are ahead of this computer's (`Clocks` writes it).
Only what asks in Python is misled; on Linux the steady clock does not count the time for which a computer sleeps, on
other systems it does.
"""

import datetime
import mmap
import runpy
import struct
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

BOTH = struct.Struct("dd")
ONE = struct.Struct("d")
WALL, STEADY = 0, ONE.size
NANO = 1_000_000_000

_Datetime = datetime.datetime


class Clocks:
    """Steps the clocks of a program that runs with `file`."""

    def __init__(self, file: Path) -> None:
        self.file = file
        file.write_bytes(BOTH.pack(0.0, 0.0))
        with file.open("r+b") as opened:
            self._numbers = mmap.mmap(opened.fileno(), BOTH.size)

    def step(self, wall: float = 0.0, steady: float = 0.0) -> None:
        """Put them forward by so many seconds, or back."""
        wall_before, steady_before = BOTH.unpack_from(self._numbers)
        BOTH.pack_into(self._numbers, 0, wall_before + wall, steady_before + steady)

    def close(self) -> None:
        """Step them no more."""
        self._numbers.close()


class _AnyDatetime(type):
    """What is made in C is no less a datetime."""

    def __instancecheck__(cls, it: object) -> bool:
        return isinstance(it, _Datetime)


class _ShiftedDatetime(_Datetime, metaclass=_AnyDatetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_ShiftedDatetime":
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> "_ShiftedDatetime":
        return cls.now()


def shift(file: Path) -> None:
    """Step all clocks that Python has by what `file` says, from now on."""
    with file.open("rb") as opened:
        numbers = mmap.mmap(opened.fileno(), BOTH.size, access=mmap.ACCESS_READ)

    def ahead(place: int) -> float:
        return float(ONE.unpack_from(numbers, place)[0])

    def in_seconds(real: Callable[[], float], place: int) -> Callable[[], float]:
        return lambda: real() + ahead(place)

    def in_nanoseconds(real: Callable[[], int], place: int) -> Callable[[], int]:
        return lambda: real() + round(ahead(place) * NANO)

    def of_now(real: Callable[[float], Any]) -> Callable[..., Any]:
        # No function, which a class that has it would take for a method, as `logging.Formatter` would.
        return partial(lambda seconds=None: real(time.time() if seconds is None else seconds))

    time.time, time.time_ns = in_seconds(time.time, WALL), in_nanoseconds(time.time_ns, WALL)
    time.monotonic = in_seconds(time.monotonic, STEADY)
    time.monotonic_ns = in_nanoseconds(time.monotonic_ns, STEADY)
    time.localtime, time.gmtime = of_now(time.localtime), of_now(time.gmtime)
    datetime.datetime = _ShiftedDatetime  # type: ignore[misc]


if __name__ == "__main__":
    shift(Path(sys.argv[1]))
    module, sys.argv = sys.argv[2], sys.argv[2:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
