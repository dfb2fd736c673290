"""A folder with recordings, and the window in which they are looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support import films
from tests.support.waiting import until
from viewer.ui.look import style
from viewer.ui.replay.player import Player
from viewer.ui.replay.window import ReplayWindow

NAME = "2026-11-21 20-30-00"


class Replay:
    """The window, and what a person does in it."""

    def __init__(self, folder: Path, run: Callable[..., Any]) -> None:
        self.folder = folder
        self._run = run
        self.open_files: set[Path] = set()
        """What is being recorded."""
        self.window = ReplayWindow(folder, lambda: frozenset(self.open_files))
        self.window.show()

    @property
    def player(self) -> Player:
        return self.window.player

    def until(self, fact: Callable[[], object]) -> None:
        self._run(until(fact, timeout=5))

    def ready(self, count: int = 1) -> None:
        """Wait until pictures of so many recordings are seen."""
        self.until(lambda: sum(screen.has_picture for screen in self.player.screens) == count)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def shown(self, screen: int = 0) -> int:
        """Which of the test's pictures is seen."""
        picture = self.player.screens[screen]._picture
        assert picture is not None
        return films.number_of(picture.pixels)


@pytest.fixture
def porch(tmp_path: Path) -> Path:
    """A recording with a conversation."""
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(80))
    films.write_said(path, [(1.0, "me", "hello?"), (2.0, "porch", "hello"), (3.0, "motion", "Motion")])
    return path


@pytest.fixture
def replay(qapp: QApplication, qrun: Callable[..., Any], porch: Path, tmp_path: Path) -> Iterator[Replay]:
    style.apply(qapp)
    replay = Replay(tmp_path, qrun)
    yield replay
    replay.window.close()
