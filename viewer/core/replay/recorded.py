"""Which recordings there are: the folder read, files that belong together as one recording."""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from viewer.core.natural_order import natural
from viewer.core.recording_names import ENDING, all_beside, part_of, started_of, stem_of_part
from viewer.core.replay.matroska import MatroskaFile, NotMatroska

LATEST_NS = 4 * 10**18


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recording as it stands in the list. Times are UTC, in ns."""

    camera: str
    """What the camera was called."""
    key: str
    """Of its session; empty where the file does not say."""
    started_ns: int
    seconds: float
    bytes: int
    parts: tuple[Path, ...]
    is_growing: bool = False
    """Whether it is being recorded."""
    is_damaged: bool = False
    """Whether nothing of it can be shown."""

    @property
    def id(self) -> Path:
        """The same as long as the recording is there."""
        return self.parts[0]

    @property
    def end_ns(self) -> int:
        """When it ends."""
        return self.started_ns + round(self.seconds * 1e9)

    @property
    def files(self) -> list[Path]:
        """All files of it, with those of its conversation."""
        there = [path for path in self.parts if path.exists()]
        return [*there, *(each for path in self.parts for each in all_beside(path))]


def find(
    folder: Path, open_files: Collection[Path] = (), is_wanted: Callable[[], bool] = lambda: True
) -> list[Recorded]:
    """All recordings in `folder`, newest first; those to which `open_files` belong are being recorded. Takes as long as
    the disk does: not for the loop.

    A folder that is not there holds none. Raises OSError where it cannot be read.
    """
    found: list[Recorded] = []
    for place in sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else ():
        # What is no plain file may have no end, and no beginning either.
        for parts in _together(path for path in place.iterdir() if path.suffix == ENDING and path.is_file()):
            if not is_wanted():
                return []
            is_growing = any(part in open_files for part in parts)
            found.append(_glance(parts, place.name, is_growing, is_wanted))
    return sorted(found, key=lambda each: (-each.started_ns, natural(each.camera)))


def following(part: Path) -> Path:
    """Where the part after this one is, once there is one."""
    stem, number = part_of(part.stem)
    return part.with_name(stem_of_part(stem, number + 1) + ENDING)


def delete(recorded: Recorded) -> None:
    """Delete it for good, and its camera's folder once that is empty. Takes as long as the disk does. Raises OSError
    with the file that cannot be deleted."""
    for file in recorded.files:
        file.unlink(missing_ok=True)
    with suppress(OSError):
        recorded.id.parent.rmdir()


def started(file: MatroskaFile) -> int:
    """When the clock of a file was 0: as its tag says, else as its name does (UTC, ns)."""
    said = said_to_start(file)
    return _named(file.path) if said is None else said


def said_to_start(file: MatroskaFile) -> int | None:
    """When the clock of a file was 0, as its tag says (UTC, ns); None where it does not."""
    tag = file.tags.get("WATCHWORD_STARTED_NS", "")
    is_number = tag.isascii() and tag.isdigit() and len(tag) <= len(str(LATEST_NS))
    return int(tag) if is_number and int(tag) < LATEST_NS else None


def _together(paths: Iterable[Path]) -> list[tuple[Path, ...]]:
    groups: dict[str, list[tuple[int, Path]]] = {}
    for path in paths:
        stem, number = part_of(path.stem)
        groups.setdefault(stem, []).append((number, path))
    return [tuple(path for _, path in sorted(group)) for group in groups.values()]


def _glance(parts: tuple[Path, ...], camera: str, is_growing: bool, is_wanted: Callable[[], bool]) -> Recorded:
    # Of one that has just begun, nothing may be on the disk yet.
    begun, ended, size, key, is_damaged = [], 0, 0, "", not is_growing
    for path in parts:
        try:
            size += path.stat().st_size
            file = MatroskaFile(path)
        except (OSError, NotMatroska):
            continue
        try:
            file.read_head()
            if file.seconds is None:
                file.read_on(is_wanted)
            seconds = file.seconds if file.seconds is not None else file.times[-1] / 1e9 if file.times else None
            if seconds is None:
                continue
            begun.append(started(file))
            ended = max(ended, begun[-1] + round(seconds * 1e9))
            camera, key = file.tags.get("WATCHWORD_NAME") or camera, file.tags.get("WATCHWORD_CAMERA", key)
            is_damaged = False
        except OSError:
            continue
        finally:
            file.close()
    first = min(begun, default=_named(parts[0]))
    return Recorded(camera, key, first, max(0.0, (ended - first) / 1e9), size, parts, is_growing, is_damaged)


def _named(path: Path) -> int:
    try:
        return started_of(path.stem)
    except (ValueError, OSError, OverflowError):
        return int(path.stat().st_mtime_ns) if path.exists() else 0
