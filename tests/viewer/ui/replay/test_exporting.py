"""An archive made beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support import films
from tests.support.waiting import until
from viewer.core.replay.recorded import find
from viewer.ui.replay import exporting
from viewer.ui.replay.exporting import Exporting


def test_that_a_mistake_while_exporting_is_said_and_another_archive_can_be_made(
    qapp: QApplication, qrun: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films.write(tmp_path / "porch" / "2026-11-21 20-30-00.mkv", films.times(3))
    found = find(tmp_path)
    window = QWidget()
    making = Exporting(window)
    told: list[str] = []
    making.told.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(exporting, "export", lambda *words: 1 // 0)
        making.begin(found, tmp_path / "evidence.zip")
        qrun(until(lambda: told == ["The recordings could not be exported."]))
    assert not making.is_busy
    making.begin(found, tmp_path / "evidence.zip")
    qrun(until(lambda: "Exported to" in told[-1]))
    assert (tmp_path / "evidence.zip").is_file()
    making.close()
    window.deleteLater()
