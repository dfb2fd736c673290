"""A part of the preferences: a heading and rows of words and controls."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLayout, QWidget

from viewer.ui.look.choice import Choice

Value = TypeVar("Value")


class Part(QWidget):
    """Subclasses put rows, check what was chosen, and keep it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 10)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(7)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head = QLabel(title)
        head.setProperty("kind", "title")
        self._form.addRow(head)

    def check(self) -> None:
        """Raise UsageError if something cannot be as it was chosen."""

    def keep(self) -> None:
        """Put into the settings what was chosen."""
        raise NotImplementedError

    def row(self, words: str, control: QWidget | QLayout) -> None:
        """Put a control with words at its left."""
        label = QLabel(words)
        label.setWordWrap(True)
        label.setMinimumWidth(170)
        label.setMaximumWidth(190)
        label.setMinimumHeight(control.sizeHint().height())
        self._form.addRow(label, control)

    def switch(self, words: str, is_on: bool) -> QCheckBox:
        """Put something to be ticked."""
        box = QCheckBox(words)
        box.setChecked(is_on)
        self._form.addRow("", box)
        return box

    def words(self, sentence: str) -> QLabel:
        """Put a sentence that explains the row above."""
        label = QLabel(sentence)
        label.setProperty("kind", "quiet")
        label.setWordWrap(True)
        self._form.addRow("", label)
        return label


class ValueChoice(Choice, Generic[Value]):
    """A choice among values; one in force that is not among them is added as it is."""

    def __init__(self, name: str, values: Sequence[tuple[Value, str]], now: Value, otherwise: str = "") -> None:
        known = [value for value, _ in values]
        self._values = known if now in known else [*known, now]
        titles = [title for _, title in values]
        super().__init__(name, titles if now in known else [*titles, otherwise or str(now)])
        self.setCurrentIndex(self._values.index(now))

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._values[self.currentIndex()]
