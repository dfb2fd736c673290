"""A control that does something once: on while the camera is at it."""

from PySide6.QtWidgets import QPushButton, QWidget

from camwire.translation import phrase, tr
from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.core.controls.titles import translated
from viewer.ui.controls.row import ControlWidget

UNDER_WAY = phrase("Under way. Press again to stop.")


class DeedRow(ControlWidget):
    """A button; pressed again while the camera is at it, that ends."""

    def __init__(self, row: ControlRow, controls: CameraControls) -> None:
        super().__init__(row, controls)
        self._is_on = False
        self.button = QPushButton(translated(row.title))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.change(not self._is_on))
        self._title.hide()
        self._head.addWidget(self.button)
        self._head.addStretch(1)
        self._finish()

    def editor(self) -> QWidget:
        return self.button

    def show_value(self, value: Value | None) -> None:
        self._is_on = value is True

    def enable(self, can_be_set: bool) -> None:
        self.button.setEnabled(can_be_set)

    def _show_reset(self, value: Value | None, is_reachable: bool) -> None:
        """It goes back by itself."""
        self._reset.hide()

    def note(self) -> str:
        return tr(UNDER_WAY) if self._is_on else ""
