"""A picture in full."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from camwire.values import Jpeg
from tests.viewer.ui.cards.samples import jpeg, pixels
from viewer.ui.dialogs.picture import DAMAGED, PictureDialog
from viewer.ui.look import style


@pytest.fixture
def parent(qapp: QApplication, qtbot: Any) -> Iterator[QWidget]:
    style.apply(qapp)
    parent = QWidget()
    qtbot.addWidget(parent)
    yield parent
    for dialog in parent.findChildren(PictureDialog):
        dialog.close()


def opened(parent: QWidget, picture: object, qtbot: Any) -> PictureDialog:
    dialog = PictureDialog(picture, "Porch, 11:03", "porch", parent)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.canvas.words != "Loading…")
    return dialog


def test_that_a_large_picture_is_fitted_and_a_small_one_not_enlarged(parent: QWidget, qtbot: Any) -> None:
    large = opened(parent, jpeg(2000, 1500), qtbot)
    assert 0 < large.canvas.zoom < 0.5
    shown, room = large.canvas._area(), large.canvas
    # Which of its sides is the tight one depends on the screen.
    assert min(room.width() - shown.width(), room.height() - shown.height()) == pytest.approx(0, abs=1)
    assert opened(parent, jpeg(64, 48), qtbot).canvas.zoom == 1.0


def test_that_the_keys_zoom_and_escape_closes(parent: QWidget, qtbot: Any) -> None:
    dialog = opened(parent, jpeg(2000, 1500), qtbot)
    fitted = dialog.canvas.zoom
    QTest.keyClicks(dialog.canvas, "1")
    assert dialog.canvas.zoom == 1.0
    QTest.keyClicks(dialog.canvas, "+")
    assert dialog.canvas.zoom == 1.25
    QTest.keyClicks(dialog.canvas, "0")
    assert dialog.canvas.zoom == fitted
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.canvas, Qt.Key.Key_Escape)


def test_that_the_wheel_zooms_to_where_the_mouse_is(parent: QWidget, qtbot: Any) -> None:
    dialog = opened(parent, jpeg(2000, 1500), qtbot)
    canvas = dialog.canvas
    at = QPointF(canvas.width() / 2 + 100, canvas.height() / 2 + 50)
    canvas.zoom_to(1.0)
    before = (at - canvas._area().topLeft()) / canvas.zoom
    wheel = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, wheel)
    after = (at - canvas._area().topLeft()) / canvas.zoom
    assert canvas.zoom == 1.25
    assert (after - before).manhattanLength() < 1


def test_that_dragging_and_arrows_stop_at_the_edge(parent: QWidget, qtbot: Any) -> None:
    canvas = opened(parent, jpeg(2000, 1500), qtbot).canvas
    canvas.zoom_to(1.0)
    for _ in range(50):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas._area().right() == pytest.approx(canvas.width(), abs=1)


def test_that_a_jpeg_is_saved_byte_by_byte(parent: QWidget, qtbot: Any, tmp_path: Path) -> None:
    picture = jpeg(64, 48)
    dialog = opened(parent, picture, qtbot)
    dialog.save(str(tmp_path / "a.jpg"))
    qtbot.waitUntil(lambda: "Saved" in dialog._about.text())
    assert (tmp_path / "a.jpg").read_bytes() == picture.data


def test_that_an_array_is_saved_as_png_without_a_change(parent: QWidget, qtbot: Any, tmp_path: Path) -> None:
    picture = pixels(64, 48)
    dialog = opened(parent, picture, qtbot)
    dialog.save(str(tmp_path / "a.png"))
    qtbot.waitUntil(lambda: "Saved" in dialog._about.text())
    assert np.array_equal(cv2.imread(str(tmp_path / "a.png")), picture)


def test_that_a_folder_that_cannot_be_written_is_said(parent: QWidget, qtbot: Any, tmp_path: Path) -> None:
    for picture, name in ((jpeg(64, 48), "a.jpg"), (pixels(64, 48), "a.png")):
        dialog = opened(parent, picture, qtbot)
        dialog.save(str(tmp_path / "none" / name))
        qtbot.waitUntil(lambda: "cannot be written" in dialog._about.text())  # noqa: B023


def test_that_it_is_copied(parent: QWidget, qtbot: Any) -> None:
    dialog = opened(parent, pixels(64, 48), qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().size().toTuple() == (64, 48)


def test_that_saving_asks_where(parent: QWidget, qtbot: Any) -> None:
    dialog = opened(parent, jpeg(64, 48), qtbot)
    dialog.buttons["save"].click()
    ask = dialog.findChild(QFileDialog)
    assert isinstance(ask, QFileDialog)
    assert ask.selectedFiles()[0].endswith("porch.jpg")
    ask.close()


def test_that_a_damaged_picture_is_said_to_be(parent: QWidget, qtbot: Any) -> None:
    dialog = opened(parent, Jpeg(b"\xff\xd8 nothing", 64, 48), qtbot)
    assert dialog.canvas.words == DAMAGED
    assert not dialog.buttons["save"].isEnabled()


def test_that_closing_while_it_loads_leaves_nothing(parent: QWidget, qtbot: Any) -> None:
    dialog = PictureDialog(jpeg(3000, 2000), "Porch", "porch", parent)
    dialog.show()
    with qtbot.waitSignal(dialog.finished):
        dialog.close()
