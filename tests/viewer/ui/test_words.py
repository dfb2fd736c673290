"""Figures as a person reads them."""

import pytest

from viewer.core.pictures.stats import Percentiles, StatsSnapshot
from viewer.ui.look import words


def figures(codec: str = "jpeg", age: float | None = 28.0, drops: dict[str, int] | None = None) -> StatsSnapshot:
    ages = Percentiles(age, age, age)
    return StatsSnapshot(480, 270, codec, 100, 24.0, 387_500.0, ages, 1.0, drops or {})


@pytest.mark.parametrize(
    ("amount", "limit", "text"),
    [
        (0.0, 0.0, "0.00 Mbit/s"),
        (0.254, 0.0, "0.25 Mbit/s"),
        (3.14, 4.0, "3.1 of 4 Mbit/s"),
        (19.96, 20.0, "20.0 of 20 Mbit/s"),
        (123.4, 0.5, "123 of 0.50 Mbit/s"),
    ],
)
def test_that_rates_have_as_many_digits_as_mean_something(amount: float, limit: float, text: str) -> None:
    assert words.of_limit(amount, limit) == text


def test_that_the_figures_say_what_was_sent_of_what_the_camera_has_and_what_it_takes_of_its_share() -> None:
    longest = words.statistics(figures(), (1280, 720), 500_000)[0]
    assert longest == "480×270 of 1280×720 · JPEG · 24.0 fps · 28 ms ±1 · 3.1 of 4 Mbit/s · 0 dropped"


@pytest.mark.parametrize("own", [(0, 0), (480, 270), (320, 180)])
def test_that_a_camera_s_size_is_left_out_where_it_says_nothing(own: tuple[int, int]) -> None:
    assert words.statistics(figures("h264"), own)[0].startswith("480×270 · H.264 · 24.0 fps")


def test_that_drops_are_told_together() -> None:
    dropped = figures(drops={"not-sent": 1003, "paint-busy": 2, "hidden": 0})
    assert words.statistics(dropped)[0].endswith("1,005 dropped")


def test_that_size_and_codec_outlast_drops_uncertainty_and_rate() -> None:
    texts = words.statistics(figures(drops={"not-sent": 3}))
    assert texts[-4:] == ["480×270 · JPEG · 28 ms · 3.1 Mbit/s", "480×270 · JPEG · 28 ms", "480×270 · 28 ms", "28 ms"]


def test_that_every_version_is_shorter_and_the_shortest_is_the_age() -> None:
    texts = words.statistics(figures(drops={"not-sent": 3}), (1280, 720), 500_000)
    assert [len(text) for text in texts] == sorted({len(text) for text in texts}, reverse=True)
    assert texts[-1] == "28 ms"
