"""A control that is a number: a slider over its range where that is known, and a box with its unit."""

from PySide6.QtWidgets import QWidget

from camwire.controls import expected
from viewer.core.controls import control_words
from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.core.controls.slider_scale import SliderScale
from viewer.ui.controls.number_box import NumberBox
from viewer.ui.controls.row import ControlWidget
from viewer.ui.controls.slider import Slider


class NumberRow(ControlWidget):
    """What is dragged goes to the camera at once; what would stop the picture, only when the hand lets go."""

    def __init__(self, row: ControlRow, controls: CameraControls) -> None:
        super().__init__(row, controls)
        self._scale = _scale(row)
        self.box = NumberBox(self.title, row.unit)
        self.box.entered.connect(self._on_entered)
        self.box.stepped.connect(self._on_stepped)
        self._head.addWidget(self.box)
        self.slider = Slider(self._scale, self.title) if self._scale is not None and self._scale.last else None
        if self.slider is not None:
            self.slider.slid.connect(self._on_slid)
            self.slider.let_go.connect(self._on_let_go)
            self._put_below(self.slider)
        self._finish()

    def editor(self) -> QWidget:
        return self.box if self.slider is None else self.slider

    def show_value(self, value: Value | None) -> None:
        if not isinstance(value, int | float):
            self.box.show_text("")
        elif self.slider is None:
            self.box.show_text(control_words.number(value))
        elif not self.slider.isSliderDown():
            self.box.show_text(control_words.number(value))
            self.slider.show_number(value)

    def enable(self, can_be_set: bool) -> None:
        self.box.setEnabled(can_be_set)
        if self.slider is not None:
            self.slider.setEnabled(can_be_set)

    def note(self) -> str:
        return control_words.span(self.row)

    def _on_slid(self, number: float) -> None:
        self.box.setModified(False)
        self.box.show_text(control_words.number(number))
        if not (self.row.reconfigures and self.slider is not None and self.slider.isSliderDown()):
            self.change(number)

    def _on_let_go(self, number: float) -> None:
        if self.row.reconfigures:
            self.change(number)
        # What was not shown while the hand was there.
        self.refresh_value()

    def _on_entered(self, text: str) -> None:
        number = control_words.typed(self.row, text)
        if number is None:
            self.complain(expected(self.row))
        else:
            self.change(number)

    def _on_stepped(self, by: int) -> None:
        number = control_words.typed(self.row, self.box.text())
        if number is not None:
            self.change(number + by if self._scale is None else self._scale.nearest(number + by * self._scale.stride))


def _scale(row: ControlRow) -> SliderScale | None:
    if row.least is None or row.most is None:
        return None
    usual = float(row.default) if isinstance(row.default, int | float) else None
    return SliderScale(row.least, row.most, row.step or 0.0, row.kind == "integer", usual)
