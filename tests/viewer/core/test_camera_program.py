"""Which camera program a viewer starts."""

import sys
from pathlib import Path

import pytest

from viewer.core.camera_program import NAME, beside, camera_command, typed_command

CHECKOUT = Path(__file__).parents[3]


def test_that_in_an_environment_it_is_the_one_of_this_environment() -> None:
    assert camera_command("--source=0") == [sys.executable, "-m", "sender", "--source=0"]


def test_that_an_installed_viewer_starts_the_one_that_came_with_it(tmp_path: Path) -> None:
    executable = tmp_path / "watchword" / "watchword"
    assert beside(executable) == tmp_path / "watchword" / "watchword-camera"
    assert beside(executable.with_suffix(".exe")).name == "watchword-camera.exe"


def test_that_the_larger_one_is_taken_where_it_lies_beside(tmp_path: Path) -> None:
    larger = tmp_path / "watchword-camera" / "watchword-camera"
    larger.parent.mkdir()
    larger.touch()
    assert beside(tmp_path / "watchword" / "watchword") == larger


@pytest.mark.skipif(Path(sys.prefix).parent != CHECKOUT, reason="this environment lies elsewhere")
def test_that_a_person_in_a_checkout_is_told_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert (CHECKOUT / typed_command()).parent == Path(sys.executable).parent
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert typed_command() == NAME
