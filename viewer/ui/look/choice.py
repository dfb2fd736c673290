"""A choice among a few words, as the whole program has it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox


class Choice(QComboBox):
    """Words that have no room end in three dots. `name` is for those who do not see it."""

    def __init__(self, name: str, titles: Iterable[str] = ()) -> None:
        super().__init__()
        self.addItems(list(titles))
        self.setAccessibleName(name)
        # The wheel does not give it the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Only with this one does the style sheet count in the list.
        self.setItemDelegate(QStyledItemDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self.option()
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)

    def option(self) -> QStyleOptionComboBox:
        """How it is painted."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.placeholderText() if self.currentIndex() < 0 else self.currentText()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, field.width())
        return option
