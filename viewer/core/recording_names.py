"""Where recordings and snapshots lie, and what they are called: by camera, and by the local time of the first picture.

A recording is `FOLDER/CAMERA/YYYY-MM-DD HH-MM-SS.mkv`, its further parts `… part 2.mkv`; what was said lies beside each
part as `.vtt` and `.jsonl`. Who records and who looks at recordings knows it from here.
"""

import re
from datetime import datetime
from pathlib import Path

from camwire.files.names import safe_name
from camwire.free_name import first_free

ENDING = ".mkv"
SUBTITLES = ".vtt"
LINES = ".jsonl"
ME = "me"
"""Who the person at this viewer is, among what was said."""
NAMELESS = "camera"
# Room for the time behind it, in the same name.
CAMERA_CHARACTERS = 60
STAMP, STAMP_CHARACTERS = "%Y-%m-%d %H-%M-%S", 19
PART = re.compile(r"(?P<stem>.+?)(?: part (?P<number>\d+))?", re.DOTALL)


def camera_folder(folder: Path, camera: str) -> Path:
    """Where the recordings of a camera of this name lie."""
    return folder / _safe(camera)


def first_stem(folder: Path, started_ns: int) -> str:
    """The name, without ending, of a recording in `folder` whose first picture is of then (UTC): one that is free."""

    def is_taken(stem: str) -> bool:
        return any((folder / f"{stem}{ending}").exists() for ending in (ENDING, SUBTITLES, LINES))

    return first_free(f"{_local(started_ns):{STAMP}}", is_taken)


def started_of(stem: str) -> int:
    """Of when the first picture of a recording is that is called so (UTC, ns). Raises ValueError, OverflowError or
    OSError where the name says no time."""
    return round(datetime.strptime(stem[:STAMP_CHARACTERS], STAMP).astimezone().timestamp() * 1e9)


def stem_of_part(stem: str, number: int) -> str:
    """The name of the part with this number, from 1, of the recording that begins with `stem`."""
    return stem if number == 1 else f"{stem} part {number}"


def part_of(stem: str) -> tuple[str, int]:
    """With which name the recording begins that a part of this name belongs to, and the number of the part."""
    match = PART.fullmatch(stem)
    return (match["stem"], int(match["number"] or 1)) if match is not None else (stem, 1)


def beside(file: Path, ending: str) -> Path:
    """Where what was said lies, as `SUBTITLES` or `LINES`, of the part in `file`."""
    # `with_suffix` would cut a name that has dots of its own.
    return file.with_name(file.name.removesuffix(ENDING) + ending)


def all_beside(file: Path) -> list[Path]:
    """What there is of it."""
    return [path for ending in (SUBTITLES, LINES) if (path := beside(file, ending)).is_file()]


def snapshot_stem(camera: str, captured_ns: int) -> str:
    """The name, without ending, of a snapshot of then (UTC)."""
    then = _local(captured_ns)
    return f"{_safe(camera)} {then:{STAMP}}.{then.microsecond // 1000:03d}"


def _safe(camera: str) -> str:
    # As one word: what stands before a slash is no folder here.
    return safe_name(camera.replace("/", "_").replace("\\", "_")[:CAMERA_CHARACTERS]) if camera.strip() else NAMELESS


def _local(ns: int) -> datetime:
    return datetime.fromtimestamp(ns / 1e9)
