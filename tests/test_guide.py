"""The guide says what the program does, and every page of it can be found."""

import re
from pathlib import Path

import pytest

from tests.support import keyboard_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
OF_CONTRIBUTORS = "decisions"


def test_that_the_page_of_keys_is_the_table_of_actions() -> None:
    assert keyboard_page.PAGE.read_text("utf-8") == keyboard_page.page()


def test_that_every_page_stands_in_the_table_of_contents() -> None:
    contents = re.findall(r":\s(\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    pages = [page.relative_to(DOCS).as_posix() for page in PAGES if OF_CONTRIBUTORS not in page.parts]
    assert sorted(contents) == sorted(pages)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_that_every_link_into_a_page_finds_its_heading(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", page.read_text("utf-8"))
    assert not [f"{file}#{mark}" for file, mark in links if mark not in headings(page.parent / file if file else page)]


def test_that_the_guide_shows_no_picture_that_is_not_there() -> None:
    shown = [(page, each) for page in PAGES for each in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text("utf-8"))]
    assert shown
    assert not [str(page) for page, picture in shown if not (page.parent / picture).is_file()]


def headings(page: Path) -> set[str]:
    """What a link into a page can name, as mkdocs makes it."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title.lower()).strip()) for title in titles}
