"""Where recordings and snapshots lie, and what they are called: by camera, and by the local time of the first picture.

A recording is `FOLDER/CAMERA/YYYY-MM-DD HH-MM-SS.mkv`, its further parts `… part 2.mkv`; what was said lies beside each
part as `.vtt` and `.jsonl`.
"""

from datetime import datetime
from pathlib import Path

from camwire.files.names import safe_name

ENDING = ".mkv"
SUBTITLES = ".vtt"
LINES = ".jsonl"
NAMELESS = "camera"
# Room for the time behind it, in the same name.
CAMERA_CHARACTERS = 60


def camera_folder(folder: Path, camera: str) -> Path:
    """Where the recordings of a camera of this name lie."""
    return folder / _safe(camera)


def first_stem(folder: Path, started_ns: int) -> str:
    """The name, without ending, of a recording in `folder` whose first picture is of then (UTC): one that is free."""
    plain = f"{_local(started_ns):%Y-%m-%d %H-%M-%S}"
    stem, number = plain, 1
    while any((folder / f"{stem}{ending}").exists() for ending in (ENDING, SUBTITLES, LINES)):
        number += 1
        stem = f"{plain} ({number})"
    return stem


def stem_of_part(stem: str, number: int) -> str:
    """The name of the part with this number, from 1, of the recording that begins with `stem`."""
    return stem if number == 1 else f"{stem} part {number}"


def snapshot_stem(camera: str, captured_ns: int) -> str:
    """The name, without ending, of a snapshot of then (UTC)."""
    then = _local(captured_ns)
    return f"{_safe(camera)} {then:%Y-%m-%d %H-%M-%S}.{then.microsecond // 1000:03d}"


def _safe(camera: str) -> str:
    # As one word: what stands before a slash is no folder here.
    return safe_name(camera.replace("/", "_").replace("\\", "_")[:CAMERA_CHARACTERS]) if camera.strip() else NAMELESS


def _local(ns: int) -> datetime:
    return datetime.fromtimestamp(ns / 1e9)
