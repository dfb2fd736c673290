"""What recordings take of the disk."""

from pathlib import Path

import pytest

from tests.viewer.core.recording.conftest import RecordingStage
from viewer.core.pictures.stats import StreamStats
from viewer.core.recording.cost import SPARE_BYTES, Cost, estimated, free_bytes


def test_that_the_time_left_is_what_the_rate_makes_of_the_room() -> None:
    assert Cost(1000.0, SPARE_BYTES + 3_600_000).seconds_left == 3600
    assert Cost(1000.0, 7).seconds_left == 0
    assert Cost(0.0, 10**12).seconds_left is None
    assert Cost(1000.0).seconds_left is None


def test_that_a_folder_that_is_not_there_yet_is_on_its_parent_s_disk(tmp_path: Path) -> None:
    free = free_bytes(tmp_path / "not" / "yet")
    assert free is not None
    assert free == pytest.approx(free_bytes(tmp_path), rel=0.1)


def test_that_the_rate_and_the_room_of_a_recording_are_known(stage: RecordingStage) -> None:
    _, witness = stage.live()
    assert stage.recorder.cost(witness.session).free is None
    stage.begin(witness.session)
    stage.until(lambda: stage.recorder.cost_of_all.free)
    cost = stage.recorder.cost(witness.session)
    assert cost.rate > 0
    assert cost.seconds_left is not None
    assert stage.recorder.cost_of_all.rate == pytest.approx(cost.rate, rel=0.5)


def test_that_what_would_come_in_full_size_is_estimated() -> None:
    stats = StreamStats()
    assert estimated(stats, (640, 480), True, 0.0) == 0
    for number in range(50):
        stats.frame_arrived(number, "jpeg", 1000, number / 25)
    stats.picture_shown(320, 240, 0.01, 0.0)
    now = 49 / 25
    assert estimated(stats, (640, 480), False, now) == pytest.approx(25_000)
    assert estimated(stats, (640, 480), True, now) == pytest.approx(25_000 * 4**0.75)
    assert estimated(stats, (320, 240), True, now) == pytest.approx(25_000)
    assert estimated(stats, (0, 0), True, now) == pytest.approx(25_000)
