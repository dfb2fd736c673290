"""What the documents promise: links that lead somewhere, a lock file without addresses."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "resources" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_that_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-pi.lock"])
def test_that_the_lock_file_names_no_address(lock: str) -> None:
    assert not re.findall(r"https?://|file:", (ROOT / lock).read_text())
