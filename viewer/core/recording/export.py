"""Recordings in one archive, with what was said, and with sums that show whether anything was changed.

`SHA256SUMS` is as `sha256sum --check` reads it; `manifest.json` says of each recording what its file says of itself.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from math import isinf
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from camwire import __version__
from viewer.core.recording.facts import facts_of
from viewer.core.recording.names import LINES, SUBTITLES

FORMAT, VERSION = "watchword-export", 1
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
CHUNK_BYTES = 1 << 20
PART = ".part"

Progress: TypeAlias = Callable[[float], bool]


class Stopped(Exception):
    """Somebody wanted no archive any more."""


def export(files: Sequence[Path], target: Path, progress: Progress = lambda share: True) -> None:
    """Put recordings (their .mkv files) and what lies beside them into a new archive at `target`.

    Takes its time: not in the loop's thread. `progress` gets the share that is done, from 0 to 1; where it returns
    False, nothing is left and `Stopped` is raised. Also raises OSError. An archive that is there already is replaced
    in the end.
    """
    part = target.with_name(target.name + PART)
    try:
        with ZipFile(part, "w") as archive:
            _fill(archive, files, progress)
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _fill(archive: ZipFile, files: Sequence[Path], progress: Progress) -> None:
    chosen = list(dict.fromkeys(files))
    whole = sum(each.stat().st_size for file in chosen for each in _with_beside(file)) or 1
    done, sums, recordings = 0, {}, []

    def went_on(size: int) -> None:
        nonlocal done
        done += size
        if not progress(min(1.0, done / whole)):
            raise Stopped

    for file, folder in zip(chosen, _folders(chosen), strict=True):
        names = {each: f"{folder}/{each.name}" for each in _with_beside(file)}
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


def _with_beside(file: Path) -> Iterator[Path]:
    yield file
    for ending in (SUBTITLES, LINES):
        beside = file.with_name(file.stem + ending)
        if beside.exists():
            yield beside


def _folders(files: Sequence[Path]) -> Iterator[str]:
    """The folder of each in the archive: its camera's, and numbered where another one is called so."""
    known: dict[Path, str] = {}
    for file in files:
        if file.parent not in known:
            name, number = file.parent.name, 1
            while name in known.values():
                number += 1
                name = f"{file.parent.name} ({number})"
            known[file.parent] = name
        yield known[file.parent]


def _put(archive: ZipFile, file: Path, name: str, went_on: Callable[[int], None]) -> str:
    """Add one file; return its sum, of the very bytes that were added."""
    entry = ZipInfo.from_file(file, name, strict_timestamps=False)
    # Pictures are compressed already.
    entry.compress_type = ZIP_DEFLATED if file.suffix in (SUBTITLES, LINES) else ZIP_STORED
    found = hashlib.sha256()
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as place:
        while chunk := source.read(CHUNK_BYTES):
            found.update(chunk)
            place.write(chunk)
            went_on(len(chunk))
    return found.hexdigest()


def _said_of(file: Path, names: dict[Path, str], sums: dict[str, str]) -> dict[str, Any]:
    beside = [name for each, name in names.items() if each != file]
    said: dict[str, Any] = {"file": names[file], "sha256": sums[names[file]], "bytes": file.stat().st_size}
    said["beside"] = beside
    try:
        facts = facts_of(file)
    except ValueError:
        # It is passed on as it is.
        return said
    started = facts.started_ns
    return {
        **said,
        "camera": facts.camera,
        "name": facts.name,
        "started": None if started is None else datetime.fromtimestamp(started / 1e9, UTC).isoformat(),
        "started_ns": started,
        "uncertainty_ms": None if isinf(facts.uncertainty_ms) else facts.uncertainty_ms,
        "codec": facts.codec,
        "width": facts.width,
        "height": facts.height,
        "seconds": facts.seconds,
    }
