"""What recordings take of the disk, and for how long it has room for them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from viewer.core.pictures.stats import StreamStats

SPARE_BYTES = 50_000_000
"""What recordings leave free on their disk, where conversations are kept as well."""
# A picture of four times as many pixels takes about three times as many bytes: most of what is new in it is smooth.
SHARE_OF_PIXELS = 0.75


@dataclass(frozen=True, slots=True)
class Cost:
    """`rate` is in bytes per second, `free` in bytes, of which some are spared; None where that is not known."""

    rate: float
    free: int | None = None

    @property
    def seconds_left(self) -> float | None:
        """For how long there is room; None where that cannot be told."""
        return None if self.free is None or self.rate <= 0 else max(0, self.free - SPARE_BYTES) / self.rate


def estimated(stats: StreamStats, own_size: tuple[int, int], is_full_size: bool, now: float) -> float:
    """Bytes per second that recording a camera would take, by what comes of it now (monotonic seconds); 0 while nothing
    comes. `is_full_size`: it would be asked for its `own_size`, in which it may not send now."""
    shown, own = stats.width * stats.height, own_size[0] * own_size[1]
    larger = (own / shown) ** SHARE_OF_PIXELS if is_full_size and 0 < shown < own else 1.0
    return stats.bytes_per_second(now) * larger


def free_bytes(folder: Path) -> int | None:
    """What is free on the disk of a folder, which need not be there yet; None where that cannot be told. A disk far
    away lets one wait: not in the loop's thread."""
    try:
        there = next(each for each in (folder, *folder.parents) if each.is_dir())
        return shutil.disk_usage(there).free
    except (OSError, StopIteration):
        return None
