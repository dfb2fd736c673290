"""Names that others chose, made fit for files, terminals and recordings."""

from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from camwire.files.names import safe_name
from camwire.printable import is_printable, printable
from viewer.core.recording_names import camera_folder, part_of, started_of, stem_of_part

READS = ("camwire.files.names", "camwire.printable", "viewer.core.recording_names")


def take(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    name = safe_name(text)
    assert name == PurePosixPath(name).name == PureWindowsPath(name).name
    assert name not in ("", ".", "..")
    assert 0 < len(name.encode()) <= 255
    assert is_printable(printable(text))
    assert camera_folder(Path("folder"), text).parent == Path("folder")
    stem, number = part_of(text)
    assert part_of(stem_of_part(stem, number))[1] == number or number == 1
    with suppress(ValueError, OverflowError, OSError):
        started_of(text)


def seeds() -> dict[str, bytes]:
    names = ["../../etc/passwd", "CON.txt", "Tür\u202e.png", "2026-01-02 03-04-05 part 2", "x" * 300, "a\x1b[31mb"]
    return {f"name-{number}": name.encode() for number, name in enumerate(names)}
