"""A box for one number: typed, or stepped by key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
WIDTH = 84


class NumberBox(QLineEdit):
    """Nothing is entered before Enter, or before the keyboard leaves; Escape takes back what was typed."""

    entered = Signal(str)
    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaximumWidth(WIDTH)
        self.setProperty("kind", "number")

    @property
    def is_being_typed(self) -> bool:
        """Whether somebody has begun to type and not entered it yet."""
        return self.isModified()

    def show_text(self, text: str) -> None:
        """Show the value in force, unless another one is being typed."""
        self._shown = text
        if not self.is_being_typed and text != self.text():
            self.setText(text)

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
