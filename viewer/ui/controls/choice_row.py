"""A control that is one of a few words."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.core.controls.control_words import spoken
from viewer.ui.controls.row import ControlWidget
from viewer.ui.look import words
from viewer.ui.look.choice import Choice

LEAST_WIDTH = 96
# More of a narrow panel is the title's.
MOST_WIDTH = 148


class RowChoice(Choice):
    """The wheel scrolls the panel, and changes nothing in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceRow(ControlWidget):
    """The words stand in a list, in the camera's own order."""

    def __init__(self, row: ControlRow, controls: CameraControls) -> None:
        super().__init__(row, controls)
        self.choice = RowChoice(self.title)
        self.choice.setProperty("kind", "row")
        for each in row.choices:
            self.choice.addItem(spoken(each), each)
        # Words of a usual length are seen whole, and long ones do not widen the panel.
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.setMinimumWidth(min(max(LEAST_WIDTH, self.choice.sizeHint().width()), MOST_WIDTH))
        self.choice.activated.connect(self._on_activated)
        self._head.addWidget(self.choice, 1)
        self._finish()

    def editor(self) -> QWidget:
        return self.choice

    def show_value(self, value: Value | None) -> None:
        if not self.choice.view().isVisible():
            self.choice.setCurrentIndex(self.choice.findData(value))
            self.choice.setToolTip(words.tip(self.choice.currentText()))

    def enable(self, can_be_set: bool) -> None:
        self.choice.setEnabled(can_be_set)

    def _on_activated(self, index: int) -> None:
        self.change(self.choice.itemData(index))
