"""What was said beside a recording."""

import tempfile
from pathlib import Path

from tests.fuzz import scratch
from tests.support import films
from viewer.core.replay.recorded import Recorded
from viewer.core.replay.said import MOST_LINES, read

READS = ("viewer.core.replay.said",)
FILE = Path(scratch.folder(), "2026-01-02 03-04-05.mkv")


def take(data: bytes) -> None:
    FILE.with_suffix(".jsonl").write_bytes(data)
    lines = read(Recorded("porch", "k", 0, 1.0, 1, (FILE,)))
    assert len(lines) <= MOST_LINES
    assert [line.time_ns for line in lines] == sorted(line.time_ns for line in lines)


def seeds() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        films.write_said(Path(folder, "a.mkv"), [(0.5, "me", "Hi"), (1.0, "porch", "Tür"), (2.0, "motion", "")])
        (said,) = Path(folder).glob("*.jsonl")
        return {"three-lines": said.read_bytes()}
