"""The guide as it lies on disk: its pages in the order in which one reads them, and the pictures that they show."""

import re
from pathlib import Path, PurePosixPath

import viewer

CHAPTERS: dict[str, tuple[str, ...]] = {
    "guide": (
        *("index", "wall", "pairing", "talking", "recording", "layouts", "keyboard", "preferences"),
        "troubleshooting",
    ),
    "how-to": (
        *("raspberry-pi", "pi-camera", "webcams", "other-sources", "vidgear", "two-way-pictures", "python-camera"),
        *("python-wall", "add-a-dialect"),
    ),
}
"""The pages by the folder in which they are."""
PAGES = tuple(PurePosixPath(chapter, f"{page}.md") for chapter, pages in CHAPTERS.items() for page in pages)
FIRST = PAGES[0]
_LINK = re.compile(r"\]\(([^)#\s]+)")


def folder() -> Path:
    """Where it is: in a checkout, or with the installed program."""
    package = Path(viewer.__file__).parent
    installed = package / "guide"
    return installed if installed.is_dir() else package.parent / "docs"


def text(page: PurePosixPath) -> str:
    """What is written there, as Markdown. Raises OSError."""
    return (folder() / page).read_text("utf-8")


def title(page: PurePosixPath) -> str:
    """What a page is called. Raises OSError."""
    return text(page).partition("\n")[0].lstrip("# ")


def is_about(page: PurePosixPath, words: str) -> bool:
    """Whether all of the words are on that page. Raises OSError."""
    whole = text(page).casefold()
    return all(word in whole for word in words.casefold().split())


def mark(heading: str) -> str:
    """What a link calls a heading by."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip())


def linked(page: PurePosixPath, link: str) -> PurePosixPath | None:
    """Where a link of `page` leads, without what is behind a `#`; None: not within the guide."""
    place = (folder() / page.parent / link).resolve()
    root = folder().resolve()
    return PurePosixPath(place.relative_to(root).as_posix()) if place.is_relative_to(root) else None


def files() -> list[tuple[Path, PurePosixPath]]:
    """All that is needed to read it elsewhere, and where each stands in its folder. Raises OSError."""
    links = ((page, link) for page in PAGES for link in _LINK.findall(text(page)) if link.endswith(".png"))
    pictures = {place for page, link in links if (place := linked(page, link)) is not None}
    return [(folder() / place, place) for place in (*PAGES, *sorted(pictures))]
