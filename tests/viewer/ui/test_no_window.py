"""Why a start of the program came to no window: on the screen, for who double-clicked."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from viewer import starting
from viewer.__main__ import _parser
from viewer.core.paths import Paths
from viewer.ui.desktop import instance
from viewer.ui.desktop.lock import NAME, lock_of
from viewer.ui.look import language


def test_that_who_double_clicks_is_told_which_file_is_in_the_way(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(instance, "PATIENCE_S", 0.1)
    holder, other = lock_of(tmp_path), lock_of(tmp_path)
    assert holder.tryLock(0)
    shown: list[str] = []

    def read_and_close() -> None:
        boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
        shown.extend(box.text() for box in boxes)
        for box in boxes:
            box.accept()

    reader = QTimer()
    reader.timeout.connect(read_and_close)
    reader.start(20)
    options = _parser().parse_args(["--config", str(tmp_path)])
    try:
        assert starting._settled(options, Paths.of(str(tmp_path)), other) == 1
    finally:
        reader.stop()
        language.apply("en")
        holder.unlock()
    assert [str(tmp_path / NAME) in sentence for sentence in shown] == [True]
    assert str(tmp_path / NAME) in capsys.readouterr().err
