"""What docs/how-to/python-wall.md promises, run beside real cameras."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import Folder, Page
from tests.support.programs import RunningCamera
from tests.support.waiting import until

PAGE = Page("python-wall.md")
SECONDS = 20.0


def test_that_the_page_has_what_is_tested() -> None:
    assert len(PAGE.examples) == 5


@pytest.mark.slow
def test_that_all_cameras_are_logged(run: Callable[..., Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    async def scene() -> None:
        listening = folder.on_free_ports("tcp://127.0.0.1:5600")
        calling = folder.on_free_ports("tcp://127.0.0.1:5555")
        with folder.running(PAGE.example("csv.writer")) as (printed,):
            camera = RunningCamera("--name", "porch", "--state", "none", listen=listening)
            other = RunningCamera("--name", "yard", "--state", "none", "--dial", calling)
            try:
                await until(lambda: {"porch", "yard"} <= names(tmp_path / "cameras.csv"), SECONDS, every=0.1)
            finally:
                camera.close()
                other.close()
            assert printed.read_text() == ""
        ages = [int(row["age in ms"]) for row in rows(tmp_path / "cameras.csv")]
        assert all(0 <= age < 1000 for age in ages)

    run(scene(), timeout=40)


def rows(file: Path) -> list[dict[str, str]]:
    """What is in the log."""
    return list(csv.DictReader(file.read_text().splitlines())) if file.exists() else []


def names(file: Path) -> set[str]:
    """The cameras that are live there."""
    return {row["camera"] for row in rows(file) if row["state"] == "live" and row["age in ms"]}


@pytest.mark.slow
def test_that_pictures_are_compared(run: Callable[..., Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    async def scene() -> None:
        camera = RunningCamera("--state", "none", listen=folder.on_free_ports("tcp://127.0.0.1:5601"))
        try:
            with folder.running(PAGE.example("moved")) as (printed,):
                await until(lambda: printed.read_text().count("changed") > 3, SECONDS)
        finally:
            camera.close()

    run(scene(), timeout=40)


@pytest.mark.slow
def test_that_what_is_asked_is_answered(run: Callable[..., Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    camera, script = PAGE.example("@camera.command"), PAGE.example("/snapshot")

    async def scene() -> None:
        with folder.running(camera, script) as (_, printed):
            await until(lambda: "No:" in printed.read_text() or "Error" in printed.read_text(), SECONDS)
            words = printed.read_text()
        assert "'brightness'" in words
        assert "bench shows " in words
        assert "640 x 480 " in words
        assert "ndarray (640,) float64" in words
        assert "No: There are only 480 lines." in words

    run(scene(), timeout=40)


@pytest.mark.slow
def test_that_lines_and_files_are_said_and_heard(run: Callable[..., Any], tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    async def scene() -> None:
        listening = folder.on_free_ports("tcp://127.0.0.1:5603")
        camera = RunningCamera("--name", "porch", "--state", "none", "--echo", listen=listening)
        try:
            with folder.running(PAGE.example("night watch")) as (printed,):
                await until(lambda: "porch has it" in printed.read_text() or "Error" in printed.read_text(), SECONDS)
                await until(lambda: "porch good evening" in printed.read_text())
            assert (tmp_path / "night-watch/conversations.db").exists()
        finally:
            camera.close()

    run(scene(), timeout=40)
