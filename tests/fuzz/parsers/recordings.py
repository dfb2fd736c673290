"""Recordings: a Matroska file, cut off or damaged as it may be, and what stands in it of the camera."""

import tempfile
from contextlib import suppress
from pathlib import Path

from tests.fuzz import scratch
from tests.support import films
from viewer.core.replay.matroska import MatroskaFile, NotMatroska
from viewer.core.replay.recorded import find, started

READS = ("viewer.core.replay.matroska", "viewer.core.replay.recorded")
FOLDER = scratch.folder()
FILE = FOLDER / "porch" / "2026-01-02 03-04-05.mkv"
FILE.parent.mkdir()


def take(data: bytes) -> None:
    FILE.write_bytes(data)
    find(FOLDER)
    with suppress(NotMatroska):
        file = MatroskaFile(FILE)
        try:
            file.read_head()
            file.read_on()
            started(file)
            for number in range(min(8, len(file.times))):
                assert len(file.payload(number)) <= len(data)
        finally:
            file.close()


def seeds() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        small = [films.picture(number, 32, 16) for number in range(4)]
        whole = films.write(Path(folder, "jpeg.mkv"), films.times(4), pictures=small).read_bytes()
        h264 = films.write(Path(folder, "h264.mkv"), films.times(4), "h264", pictures=small).read_bytes()
        cut = films.cut(Path(folder, "jpeg.mkv"), 0.7).read_bytes()
    return {"jpeg": whole, "h264": h264, "cut": cut}
