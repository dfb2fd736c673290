"""A line of text that can be emptied by a button at its end."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from camwire.translation import tr


def let_clear(line: QLineEdit) -> None:
    """Offer that button while something is typed. Qt's own has no name for those who do not see it."""
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear"))
