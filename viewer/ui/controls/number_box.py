"""A box for one number: typed, or stepped by key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.ui.look import style

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
WIDTH, MOST_WIDTH = 84, 148
UNIT_EDGE, BEFORE_UNIT = 8, 5


class NumberBox(QLineEdit):
    """Nothing is entered before Enter, or before the keyboard leaves; Escape takes back what was typed. Its unit
    stands in it, behind the number."""

    entered = Signal(str)
    stepped = Signal(int)

    def __init__(self, name: str, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setProperty("kind", "number")
        self._unit = self.fontMetrics().elidedText(unit, Qt.TextElideMode.ElideRight, MOST_WIDTH - WIDTH)
        wide = self.fontMetrics().horizontalAdvance(self._unit) + BEFORE_UNIT if unit else 0
        self.setTextMargins(0, 0, wide, 0)
        self.setFixedWidth(WIDTH + wide)

    @property
    def is_being_typed(self) -> bool:
        """Whether somebody has begun to type and not entered it yet."""
        return self.isModified()

    def show_text(self, text: str) -> None:
        """Show the value in force, unless another one is being typed."""
        self._shown = text
        if not self.is_being_typed and text != self.text():
            self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            with QPainter(self) as painter:
                painter.setFont(self.font())
                painter.setPen(QColor(style.theme().quiet))
                where = self.rect().adjusted(0, 0, -UNIT_EDGE, 0)
                painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            self.selectAll()
        elif key in STEPS:
            self._enter()
            self.stepped.emit(STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.is_being_typed:
            self.setText(self._shown)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu over it does not take the keyboard for good.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._enter()

    def _enter(self) -> None:
        if self.is_being_typed:
            self.setModified(False)
            self.entered.emit(self.text())
