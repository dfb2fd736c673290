"""How much of viewers' files may lie on a camera's disk: nobody else looks after that."""

import contextlib
import shutil
from pathlib import Path

# What was received and not taken away: whoever is to read it does not.
MOST_UNREAD_BYTES = 2 * 1024**3
# The rest of the camera's computer needs its disk, too.
LEAST_FREE = 0.1


def lack_of_room(folder: Path, on_the_way: int, size: int) -> str:
    """Why one more file of `size` bytes is not taken to `folder` while others of `on_the_way` bytes come, as a
    sentence; empty if it is. Reads the disk."""
    lying = 0
    for each in folder.rglob("*"):
        # It may be moved away at this moment. What is on the way is counted already.
        with contextlib.suppress(FileNotFoundError):
            lying += each.stat().st_size if each.is_file() and each.suffix != ".part" else 0
    if lying + on_the_way > MOST_UNREAD_BYTES:
        return (
            f"{(lying + on_the_way) / 1024**3:.1f} GiB of files lie unread at the camera. "
            "Send it again when some of them are read and moved away."
        )
    disk = shutil.disk_usage(next(each for each in (folder, *folder.parents) if each.exists()))
    if disk.free - on_the_way - size < LEAST_FREE * disk.total:
        return "The camera's disk is nearly full. Send it again when there is room on it."
    return ""
