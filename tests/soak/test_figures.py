"""What a soak takes for a leak, and how its samples become rows."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.soak.__main__ import hours
from tests.soak.figures import HEAD, MB, Sample, growth, leaks, row
from tests.support import reliability_page

USUAL = Sample(0, round(170 * MB), 37, 9, 16, 500, 3.0, 60.0, 0, 0, 0, 0)
QUARTER, EIGHT_HOURS = 900, 8 * 3600


def _run(seconds: int, bytes_per_hour: float = 0.0, noise: float = 3 * MB, **steps: int) -> list[Sample]:
    """A sample every five seconds; `steps` are added in the second half."""
    chance, found = Random(5), []
    for now in range(5, seconds, 5):
        memory = USUAL.memory + bytes_per_hour * now / 3600 + chance.uniform(-noise, noise)
        stepped = {name: getattr(USUAL, name) + step * (now > seconds / 2) for name, step in steps.items()}
        found.append(replace(USUAL, seconds=now, memory=round(memory), said=now, heard=now, **stepped))
    return found


@pytest.mark.parametrize("seconds", [QUARTER, EIGHT_HOURS])
def test_that_figures_that_go_up_and_down_are_no_leak(seconds: int) -> None:
    assert not leaks(_run(seconds))


def test_that_memory_that_grows_and_grows_is_a_leak() -> None:
    (sentence,) = leaks(_run(QUARTER, bytes_per_hour=150 * MB))
    assert "memory" in sentence
    (sentence,) = leaks(_run(EIGHT_HOURS, bytes_per_hour=20 * MB))
    assert "memory" in sentence


def test_that_what_fills_at_the_beginning_is_no_leak() -> None:
    samples = _run(QUARTER)
    filling = [replace(each, memory=each.memory - round(60 * MB)) if each.seconds < 120 else each for each in samples]
    assert not leaks(filling)


def test_that_one_peak_is_no_leak() -> None:
    samples = _run(QUARTER)
    samples[-10] = replace(samples[-10], memory=round(900 * MB), descriptors=200, threads=60)
    assert not leaks(samples)


@pytest.mark.parametrize(("name", "step"), [("descriptors", 6), ("threads", 3)])
def test_that_descriptors_and_threads_that_do_not_go_away_are_a_leak(name: str, step: int) -> None:
    (sentence,) = leaks(_run(QUARTER, **{name: step}))
    assert name in sentence


def test_that_too_few_samples_say_nothing() -> None:
    assert not leaks([])
    assert not leaks(_run(20, bytes_per_hour=10**12))
    assert growth(_run(20)) == "too short"


def test_that_there_is_a_row_for_every_hour() -> None:
    samples = _run(2 * 3600 + 60)
    rows = hours(samples)
    assert [each[0] for each in rows] == ["1", "2", "3"]
    assert all(len(each) == len(HEAD) + 1 for each in rows)
    assert row(samples)[HEAD.index("heard")] == f"{samples[-1].heard:,}"


def test_that_a_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Above.\n<!-- begin soak -->\nold\n<!-- end soak -->\nBelow.\n")
    reliability_page.write("soak", reliability_page.table([("hour", "lost"), ("1", "0")]) + "\n", page)
    text = page.read_text()
    assert text.startswith("Above.\n")
    assert text.endswith("Below.\n")
    assert "old" not in text
    assert "| 1 | 0 |" in text
    assert reliability_page.kept("soak", ["1", "2"], page) == [("1", "0")]


def test_that_the_page_has_a_place_for_each_table() -> None:
    text = reliability_page.PAGE.read_text("utf-8")
    for name in ("soak", "fuzz"):
        assert text.count(f"<!-- begin {name} -->\n") == text.count(f"<!-- end {name} -->") == 1
