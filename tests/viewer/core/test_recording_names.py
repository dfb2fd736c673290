"""What recordings are called, by who writes them and by who looks for them."""

from pathlib import Path

import pytest

from viewer.core.recording_names import ENDING, LINES, all_beside, beside, first_stem, part_of, started_of, stem_of_part

STARTED_NS = 1_764_000_000_000_000_000


@pytest.mark.parametrize("number", [1, 2, 10])
@pytest.mark.parametrize("stem", ["2026-11-21 20-30-00", "2026-11-21 20-30-00 (2)", "of somebody else", "two\nlines"])
def test_that_a_part_is_found_by_the_name_it_was_given(stem: str, number: int) -> None:
    assert part_of(stem_of_part(stem, number)) == (stem, number)


def test_that_the_name_says_when_it_began(tmp_path: Path) -> None:
    stem = first_stem(tmp_path, STARTED_NS)
    assert started_of(stem) == STARTED_NS
    (tmp_path / f"{stem}{ENDING}").touch()
    assert started_of(stem_of_part(first_stem(tmp_path, STARTED_NS), 2)) == STARTED_NS


def test_that_what_lies_beside_a_name_with_dots_is_found(tmp_path: Path) -> None:
    file = tmp_path / "of 10.0.0.2.mkv"
    assert all_beside(file) == []
    beside(file, LINES).touch()
    assert all_beside(file) == [tmp_path / "of 10.0.0.2.jsonl"]
