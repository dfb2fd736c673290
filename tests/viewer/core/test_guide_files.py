"""The guide that goes with the program."""

import re
from pathlib import Path, PurePosixPath

import pytest

from viewer.core import guide

ROOT = Path(__file__).parents[3]


def test_that_its_pages_are_those_of_the_table_of_contents() -> None:
    contents = re.findall(r":\s((?:guide|how-to)/\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(map(str, guide.PAGES)) == sorted(contents)


def test_that_everything_that_goes_with_the_program_is_there() -> None:
    assert not [path for path, _ in guide.files() if not path.is_file()]
    assert PurePosixPath("images/wall.png") in [place for _, place in guide.files()]


@pytest.mark.parametrize("page", guide.PAGES, ids=str)
def test_that_every_link_of_a_page_leads_to_a_page_of_the_program_or_to_the_web(page: PurePosixPath) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", guide.text(page))
    inner = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    known = {place for _, place in guide.files()}
    assert not [link for link in inner if guide.linked(page, link) not in known]


def test_that_a_link_out_of_the_guide_leads_nowhere() -> None:
    assert guide.linked(guide.FIRST, "../../../pyproject.toml") is None


def test_that_a_page_is_found_by_words_wherever_they_stand() -> None:
    found = [page for page in guide.PAGES if guide.is_about(page, "ctrl+Z  gap")]
    assert PurePosixPath("guide/wall.md") in found
    assert PurePosixPath("guide/keyboard.md") not in found
