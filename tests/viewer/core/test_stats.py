"""What a tile knows of its stream."""

import pytest

from viewer.core.pictures.stats import RATE_SECONDS, RECENT_AGES, Percentiles, StreamStats, percentiles


def stream(fps: float, seconds: float, size: int = 1000, began: float = 100.0) -> StreamStats:
    stats = StreamStats()
    for number in range(round(fps * seconds) + 1):
        stats.frame_arrived(number + 1, "jpeg", size, began + number / fps)
    return stats


def test_that_nothing_is_known_of_a_stream_that_has_not_begun() -> None:
    figures = StreamStats().snapshot(100.0)
    assert (figures.frames, figures.fps, figures.bytes_per_s, figures.codec) == (0, 0.0, 0.0, "")
    assert figures.age_ms == Percentiles(None, None, None)
    assert figures.uncertainty_ms is None


@pytest.mark.parametrize("fps", [0.5, 2.0, 15.0, 30.0, 120.0])
def test_that_the_rate_is_that_of_the_last_seconds(fps: float) -> None:
    figures = stream(fps, 20, size=1000).snapshot(120.0)
    assert figures.fps == pytest.approx(fps, abs=0.51)
    assert figures.bytes_per_s == pytest.approx(1000 * fps, abs=510)


@pytest.mark.parametrize("fps", [5.0, 7.0, 12.5])
@pytest.mark.parametrize("looked_after", [0.0, 0.05, 0.1])
def test_that_the_rate_does_not_depend_on_when_one_looks(fps: float, looked_after: float) -> None:
    stats = stream(fps, 20, size=1000)
    assert stats.last is not None
    figures = stats.snapshot(stats.last + looked_after)
    assert (figures.fps, figures.bytes_per_s) == (pytest.approx(fps), pytest.approx(1000 * fps))


def test_that_a_large_frame_that_is_paid_for_afterwards_is_no_more_than_the_others() -> None:
    stats = StreamStats()
    for second in range(5):
        stats.frame_arrived(2 * second, "h264", 9000, 100.0 + second)
        stats.frame_arrived(2 * second + 1, "h264", 1000, 100.9 + second)
    assert stats.bytes_per_second(104.9) == pytest.approx(10_000, rel=0.06)
    assert stats.bytes_per_second(104.0) < 10_500


def test_that_the_rate_is_right_before_two_seconds_have_passed() -> None:
    assert stream(10, 1).snapshot(101.0).fps == pytest.approx(10, abs=1.1)


def test_that_the_rate_of_a_stream_that_ended_is_nothing() -> None:
    figures = stream(30, 5).snapshot(105.1 + RATE_SECONDS)
    assert (figures.fps, figures.bytes_per_s) == (0.0, 0.0)


def test_that_the_mean_rate_is_over_the_whole_time() -> None:
    assert stream(15, 10).mean_fps() == pytest.approx(15)
    assert StreamStats().mean_fps() == 0.0


def test_that_bytes_and_frames_are_counted() -> None:
    stats = stream(10, 1, size=500)
    assert (stats.frames, stats.bytes) == (11, 5500)


def test_that_percentiles_are_the_nearest_rank() -> None:
    ages = [number / 1000 for number in range(100, 0, -1)]
    assert percentiles(ages) == Percentiles(50.0, 95.0, 99.0)
    assert percentiles([0.010, 0.020]) == Percentiles(10.0, 20.0, 20.0)
    assert percentiles([0.0123]) == Percentiles(12.3, 12.3, 12.3)
    assert percentiles([]) == Percentiles(None, None, None)


def test_that_gaps_in_the_sequence_are_what_the_camera_kept_back() -> None:
    stats = StreamStats()
    for sequence in (5, 6, 9, 10, 12):
        stats.frame_arrived(sequence, "jpeg", 1, 100.0)
    assert stats.drops == {"not-sent": 3}


def test_that_a_restarted_camera_may_begin_at_one_or_anywhere() -> None:
    stats = stream(10, 1)
    stats.restarted()
    stats.frame_arrived(1000, "jpeg", 1, 102.0)
    stats.restarted()
    stats.frame_arrived(1, "jpeg", 1, 103.0)
    assert stats.drops == {}
    assert stats.frames == 13


def test_that_numbers_that_go_back_are_no_gap() -> None:
    stats = stream(10, 1)
    stats.frame_arrived(1, "jpeg", 1, 102.0)
    assert stats.drops == {}


def test_that_drops_are_counted_by_cause() -> None:
    stats = StreamStats()
    stats.dropped("decode-busy")
    stats.dropped("decode-busy")
    stats.dropped("undecodable")
    assert stats.snapshot(100.0).drops == {"decode-busy": 2, "undecodable": 1}


def test_that_a_shown_picture_gives_size_age_and_uncertainty() -> None:
    stats = stream(10, 1)
    stats.picture_shown(640, 480, 0.025, 0.0004)
    figures = stats.snapshot(101.0)
    assert (figures.width, figures.height, figures.age_ms.p50, figures.uncertainty_ms) == (640, 480, 25.0, 0.4)


def test_that_a_picture_of_unknown_age_is_no_age() -> None:
    stats = StreamStats()
    stats.picture_shown(640, 480, None, float("inf"))
    figures = stats.snapshot(100.0)
    assert (figures.age_ms.p50, figures.uncertainty_ms) == (None, None)


@pytest.mark.parametrize("interval", [0.02, 0.5, 2.0, 30.0])
def test_that_the_usual_interval_is_known_of_quick_and_slow_cameras(interval: float) -> None:
    assert stream(1 / interval, 10 * interval).usual_interval == pytest.approx(interval)


def test_that_one_frame_says_nothing_of_the_usual_interval() -> None:
    assert stream(10, 0).usual_interval == 0.0


def test_that_the_time_a_camera_was_away_is_no_interval_between_its_frames() -> None:
    stats = stream(30, 5)
    stats.restarted()
    stats.frame_arrived(1, "jpeg", 1, 500.0)
    assert stats.usual_interval == 0.0


def test_that_memory_is_bounded() -> None:
    stats = StreamStats()
    for number in range(50_000):
        stats.frame_arrived(number, "jpeg", 1, number / 100)
        stats.picture_shown(1, 1, 0.1, 0.0)
    assert len(stats.ages) == RECENT_AGES
    assert len(stats._recent) <= 100 * RATE_SECONDS + 2
