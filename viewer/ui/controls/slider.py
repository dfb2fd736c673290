"""A slider over a range of numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider

from viewer.core.controls.slider_scale import SliderScale

LEAST_WIDTH = 60


class Slider(QSlider):
    """`slid` tells every number on the way, `let_go` the last one. The wheel scrolls the panel, and changes nothing in
    passing."""

    slid = Signal(object)  # int or float
    let_go = Signal(object)  # int or float

    def __init__(self, scale: SliderScale, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._scale = scale
        self.setAccessibleName(name)
        self.setRange(0, scale.last)
        self.setPageStep(max(1, scale.last // 10))
        self.setMinimumWidth(LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda position: self.slid.emit(scale.number(position)))
        self.sliderReleased.connect(lambda: self.let_go.emit(scale.number(self.value())))

    def show_number(self, number: float) -> None:
        """Go there without telling; not while a hand is on it, which is newer."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(self._scale.position(number))
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
