"""A viewer that is killed in the middle of its recordings, with real programs at both ends."""

import subprocess
import sys
from collections import Counter, defaultdict
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.programs import cameras
from tests.support.recordings import all_in, sizes, tags, times_ms

SECOND_NS = 1_000_000_000
FRAMES = 120


@pytest.mark.slow
@pytest.mark.parametrize("codec", ["jpeg", "h264"])
def test_that_all_but_the_last_second_plays_after_a_kill(codec: str, tmp_path: Path) -> None:
    words = "--source", "pattern", "--size", "320x240", "--fps", "20", "--state", "none", "--codec", codec
    with cameras(2, *words) as running:
        endpoints = [camera.endpoint for camera in running]
        viewer = subprocess.Popen(
            [sys.executable, "-m", "tests.support.recording_viewer", str(tmp_path), *endpoints],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert viewer.stdout is not None
        told = [viewer.stdout.readline() for _ in range(FRAMES)]
        viewer.kill()
        told += viewer.stdout.readlines()
        viewer.wait()
        viewer.stdout.close()
    came: dict[str, list[int]] = defaultdict(list)
    for line in told:
        name, captured_ns = line.rsplit(" ", 1)
        came[name].append(int(captured_ns))
    written: dict[str, list[int]] = defaultdict(list)
    shown: Counter[str] = Counter()
    # Of several parts where the camera changes its codec, as it does on a busy machine; the last may hold nothing yet.
    for file in all_in(tmp_path):
        with suppress(EOFError):
            name, began = tags(file)["WATCHWORD_NAME"], int(tags(file)["WATCHWORD_STARTED_NS"])
            written[name] += [began + 1_000_000 * each for each in times_ms(file)]
            shown[name] += len(sizes(file))
    assert set(written) == set(came) == {"Camera 1", "Camera 2"}
    for name, times in written.items():
        safe = [each for each in came[name] if min(times) <= each < came[name][-1] - SECOND_NS]
        lost = [each for each in safe if not any(abs(each - other) < 5_000_000 for other in times)]
        assert len(safe) > 20
        assert lost == []
        assert shown[name] >= len(safe)
