"""What docs/how-to tells of sources, filters and several cameras: every line can be said, every example be made."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from sender import Camera
from sender.__main__ import _camera
from sender.asked import Asked
from sender.config.configured import asked_for, made
from sender.sources import source_for
from tests.support.pages import ROOT, Page

PAGES = ("webcams.md", "pi-camera.md", "other-sources.md")
COMMANDS = [
    command
    for page in PAGES
    for command in re.findall(
        r"^(?:\$ )?watchword-camera (.*)$", (ROOT / "docs/how-to" / page).read_text(), re.MULTILINE
    )
]
EXAMPLES = [example for page in PAGES for example in Page(page).examples]
TABLE = re.findall(r"^\| (`.*`) \| [^|]* \|$", (ROOT / "docs/how-to/other-sources.md").read_text(), re.MULTILINE)
SOURCES = [source for cell in TABLE for source in re.findall(r"`([^`]+)`", cell) if source != "--source"]


def test_that_the_pages_have_what_is_tested() -> None:
    assert (len(COMMANDS), len(EXAMPLES)) == (5, 3)
    assert len(SOURCES) > 8


@pytest.mark.parametrize("command", COMMANDS)
def test_that_each_command_can_be_said(command: str) -> None:
    asked = asked_for(shlex.split(command, comments=True))
    assert len(made(asked, _camera)) == 1


@pytest.mark.parametrize("spec", SOURCES)
def test_that_each_source_of_the_table_is_known(spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clip.mp4").touch()
    (tmp_path / "shots").mkdir()
    assert source_for(spec, Asked()).describe()


@pytest.mark.parametrize("example", EXAMPLES)
def test_that_each_example_makes_its_cameras(example: str) -> None:
    # As it is written, but nothing is opened.
    names: dict[str, Any] = {}
    made_only = re.sub(r"^(Camera.*)\.run\(\)", r"cameras = [\1]", example, flags=re.MULTILINE)
    exec(made_only.replace("run_all(", "cameras = ("), names)
    assert all(isinstance(each, Camera) for each in names["cameras"])
