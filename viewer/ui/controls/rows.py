"""All controls of one camera, row by row under their headings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.core.control_groups import Group, grouped
from viewer.core.controls import CameraControls, ControlRow
from viewer.ui.controls.choice_row import ChoiceRow
from viewer.ui.controls.number_row import NumberRow
from viewer.ui.controls.row import ControlWidget
from viewer.ui.controls.switch_row import SwitchRow

KINDS: dict[str, type[ControlWidget]] = {"boolean": SwitchRow, "choice": ChoiceRow}
BETWEEN_ROWS, BETWEEN_GROUPS = 12, 20


class Rows(QScrollArea):
    """Made anew only when the camera has other controls than before; where the keyboard was, it is again."""

    left = Signal()
    """What had the keyboard can do nothing with it any more."""

    def __init__(self, controls: CameraControls) -> None:
        super().__init__()
        self._controls = controls
        self._shape: object = None
        self._grouped: Sequence[ControlRow] = ()
        self._widgets: dict[str, ControlWidget] = {}
        self.setProperty("kind", "plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def __getitem__(self, name: str) -> ControlWidget:
        return self._widgets[name]

    def __contains__(self, name: str) -> bool:
        return name in self._widgets

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard first, if anything can."""
        editors = (widget.editor() for widget in self._widgets.values())
        return next((editor for editor in editors if editor.isEnabled()), None)

    def refresh(self) -> None:
        """Show what is so now."""
        rows = self._controls.rows
        if rows is not self._grouped:
            self._grouped = rows
            groups = grouped(rows)
            shape = [(group.title, [_shape(row) for row in group.rows]) for group in groups]
            if shape != self._shape:
                self._shape = shape
                self._build(groups)
        for row in rows:
            self._widgets[row.name].refresh(row, self._controls.is_here)

    def colour(self) -> None:
        """Follow the theme."""
        for widget in self._widgets.values():
            widget.colour()

    def _build(self, groups: Sequence[Group]) -> None:
        focused = self._focused()
        where = self.verticalScrollBar().value()
        inside = QWidget()
        inside.setProperty("kind", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 8, 12, 14)
        column.setSpacing(BETWEEN_ROWS)
        self._widgets = {}
        for place, group in enumerate(groups):
            if place:
                column.addSpacing(BETWEEN_GROUPS - BETWEEN_ROWS)
            if len(groups) > 1:
                column.addWidget(_heading(group.title))
            for row in group.rows:
                widget = self._widgets[row.name] = KINDS.get(row.kind, NumberRow)(row, self._controls)
                widget.left.connect(self.left)
                column.addWidget(widget)
        column.addStretch(1)
        if focused:
            self.left.emit()
        self.setWidget(inside)
        self.verticalScrollBar().setValue(where)
        if focused in self._widgets:
            self._widgets[focused].editor().setFocus()

    def _focused(self) -> str:
        """The name of the control that has the keyboard; empty if none has."""
        focus = self.window().focusWidget()
        has_it = (name for name, widget in self._widgets.items() if focus is not None and widget.isAncestorOf(focus))
        return next(has_it, "")


def _shape(row: ControlRow) -> tuple[object, ...]:
    """What a widget is made for; when it is another, the widget must be made anew."""
    return row.name, row.title, row.kind, row.least, row.most, row.step, row.default, row.unit, row.choices


def _heading(title: str) -> QLabel:
    heading = QLabel(title)
    heading.setProperty("kind", "heading")
    return heading
