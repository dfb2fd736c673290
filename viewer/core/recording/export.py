"""Recordings in one archive, with what was said, and with sums that show whether anything was changed.

`SHA256SUMS` is as `sha256sum --check` reads it; `manifest.json` says of each recording what its file says of itself.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from camwire import __version__
from camwire.errors import UsageError
from camwire.free_name import first_free
from camwire.translation import tr
from viewer.core.recording_names import ENDING, all_beside
from viewer.core.replay.matroska import MatroskaFile, NotMatroska
from viewer.core.replay.recorded import said_to_start

FORMAT, VERSION = "watchword-export", 1
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
CHUNK_BYTES = 1 << 20
PART = ".part"
CODECS = {"V_MJPEG": "mjpeg", "V_MPEG4/ISO/AVC": "h264"}

Progress: TypeAlias = Callable[[float], bool]


class Stopped(Exception):
    """Somebody wanted no archive any more."""


def export(files: Sequence[Path], target: Path, progress: Progress = lambda share: True) -> None:
    """Put recordings (their .mkv files) and what lies beside them into a new archive at `target`.

    Takes its time: not in the loop's thread. `progress` gets the share that is done, from 0 to 1; where it returns
    False, nothing is left and `Stopped` is raised. Also raises OSError, which names a file that could not be read, and
    UsageError. An archive that is there already is replaced in the end.
    """
    _refuse_to_replace(files, target)
    part = target.with_name(target.name + PART)
    try:
        with ZipFile(part, "w") as archive:
            _fill(archive, files, progress)
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _refuse_to_replace(files: Sequence[Path], target: Path) -> None:
    if target.exists() and any(each.exists() and target.samefile(each) for each in _with_beside(files)):
        raise UsageError(
            tr("{file} is one of the recordings that are to be exported. Choose another name.", file=target)
        )


def _with_beside(files: Sequence[Path]) -> Iterator[Path]:
    return (each for file in files for each in (file, *all_beside(file)))


def _fill(archive: ZipFile, files: Sequence[Path], progress: Progress) -> None:
    chosen = list(dict.fromkeys(files))
    whole = sum(each.stat().st_size for each in _with_beside(chosen)) or 1
    done, sums, recordings = 0, {}, []

    def went_on(size: int) -> None:
        nonlocal done
        done += size
        if not progress(min(1.0, done / whole)):
            raise Stopped

    for file, folder in zip(chosen, _folders(chosen), strict=True):
        names = {each: f"{folder}/{each.name}" for each in (file, *all_beside(file))}
        for each, name in names.items():
            sums[name] = _put(archive, each, name, went_on)
        recordings.append(_said_of(file, names, sums))
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "software": f"watchword {__version__}",
        "recordings": recordings,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n"
    archive.writestr(MANIFEST, text, ZIP_DEFLATED)
    sums[MANIFEST] = hashlib.sha256(text).hexdigest()
    archive.writestr(SUMS, "".join(f"{each}  {name}\n" for name, each in sums.items()), ZIP_DEFLATED)


def _folders(files: Sequence[Path]) -> Iterator[str]:
    """The folder of each in the archive: its camera's, and numbered where another one is called so."""
    known: dict[Path, str] = {}
    for file in files:
        if file.parent not in known:
            known[file.parent] = first_free(file.parent.name, lambda name: name in known.values())
        yield known[file.parent]


def _put(archive: ZipFile, file: Path, name: str, went_on: Callable[[int], None]) -> str:
    """Add one file; return its sum, of the very bytes that were added."""
    entry = ZipInfo.from_file(file, name, strict_timestamps=False)
    # Pictures are compressed already.
    entry.compress_type = ZIP_STORED if file.suffix == ENDING else ZIP_DEFLATED
    found = hashlib.sha256()
    with archive.open(entry, "w", force_zip64=True) as place:
        for chunk in _chunks(file):
            found.update(chunk)
            place.write(chunk)
            went_on(len(chunk))
    return found.hexdigest()


def _chunks(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as source:
            while chunk := source.read(CHUNK_BYTES):
                yield chunk
    except OSError as error:
        # Only to open a file tells which one; what is read here is not what is written there.
        error.filename = error.filename or str(file)
        raise


def _said_of(file: Path, names: dict[Path, str], sums: dict[str, str]) -> dict[str, Any]:
    beside = [name for each, name in names.items() if each != file]
    said: dict[str, Any] = {"file": names[file], "sha256": sums[names[file]], "bytes": file.stat().st_size}
    said["beside"] = beside
    try:
        return {**said, **_facts(file)}
    except (OSError, NotMatroska):
        # It is passed on as it is.
        return said


def _facts(path: Path) -> dict[str, Any]:
    """What its head says; nothing where that says nothing of pictures. Raises OSError, NotMatroska."""
    file = MatroskaFile(path)
    try:
        file.read_head()
    finally:
        file.close()
    if not file.codec:
        return {}
    started = said_to_start(file)
    return {
        "camera": file.tags.get("WATCHWORD_CAMERA", ""),
        "name": file.tags.get("WATCHWORD_NAME", ""),
        "started": None if started is None else datetime.fromtimestamp(started / 1e9, UTC).isoformat(),
        "started_ns": started,
        "uncertainty_ms": _number(file.tags.get("WATCHWORD_UNCERTAINTY_MS", "")),
        "codec": CODECS.get(file.codec, file.codec),
        "width": file.width,
        "height": file.height,
        # None of a file that was not ended, as after a power cut.
        "seconds": file.seconds,
    }


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None
