"""What docs/how-to/two-way-pictures.md promises."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import Folder, Page
from tests.support.waiting import until

PAGE = Page("two-way-pictures.md")
SECONDS = 30.0


def test_that_the_page_has_what_is_tested() -> None:
    assert len(PAGE.examples) == 2


@pytest.mark.slow
def test_that_the_camera_gets_what_the_script_shows(run: Callable[..., Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    async def scene() -> None:
        with folder.running(PAGE.example("on_picture"), PAGE.example("showing")) as (camera, script):
            await until(lambda: "desk shows 320 x 240" in camera.read_text(), SECONDS)
            await until(lambda: "Figures(width=320, height=240" in script.read_text(), SECONDS)
            await until(lambda: "desk shows 160 x 120" in camera.read_text(), SECONDS)
            assert "Traceback" not in script.read_text()

    run(scene(), timeout=60)
