"""A control that is on or off."""

from PySide6.QtWidgets import QWidget

from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.ui.controls.row import ControlWidget
from viewer.ui.controls.switch import Switch


class SwitchRow(ControlWidget):
    """A click on the title counts, too."""

    def __init__(self, row: ControlRow, controls: CameraControls) -> None:
        super().__init__(row, controls)
        self.switch = Switch(self.title)
        self.switch.clicked.connect(self._on_clicked)
        self._head.addWidget(self.switch)
        self._finish()

    def editor(self) -> QWidget:
        return self.switch

    def show_value(self, value: Value | None) -> None:
        self.switch.setChecked(bool(value))

    def enable(self, can_be_set: bool) -> None:
        self.switch.setEnabled(can_be_set)

    def _on_clicked(self, is_on: bool) -> None:
        self.change(is_on)
