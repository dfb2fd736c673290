"""What works for the recordings' window ends with it, and makes nobody wait."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.waiting import until
from tests.viewer.ui.replay.conftest import Replay
from viewer.core.replay import recorded as recordings
from viewer.core.replay.recorded import Recorded
from viewer.ui.replay.window import ReplayWindow


def is_given_up(is_wanted: Callable[[], bool]) -> bool:
    """Work as long as it is wanted; False: it still was after ten seconds."""
    ends = time.monotonic() + 10
    while is_wanted() and time.monotonic() < ends:
        time.sleep(0.005)
    return not is_wanted()


def test_that_reading_the_folder_again_gives_up_what_is_being_read(
    replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay.ready()
    given_up = threading.Event()
    find = recordings.find

    def endlessly(folder: Path, open_files: Any, is_wanted: Callable[[], bool]) -> list[Recorded]:
        monkeypatch.undo()
        if is_given_up(is_wanted):
            given_up.set()
        return []

    monkeypatch.setattr(recordings, "find", endlessly)
    replay.window.look()
    replay.until(lambda: recordings.find is find)
    replay.window.look()
    replay.until(given_up.is_set)
    replay.until(lambda: not replay.window._beside.is_busy)
    assert len(replay.window._found) == 1


def test_that_with_its_parent_its_threads_end_without_its_being_closed(
    qapp: QApplication, qrun: Callable[..., Any], porch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endlessly(folder: Path, open_files: Any, is_wanted: Callable[[], bool]) -> list[Recorded]:
        begun.set()
        is_given_up(is_wanted)
        return []

    monkeypatch.setattr(recordings, "find", endlessly)
    parent = QWidget()
    window = ReplayWindow(tmp_path, parent=parent)
    assert begun.wait(5)
    threads = [window._beside._thread, window.player._screening._thread]
    shiboken6.delete(parent)
    qrun(until(lambda: not any(thread is not None and thread.is_alive() for thread in threads)))
