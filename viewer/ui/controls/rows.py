"""All controls of one camera, row by row under their headings."""

import time
from bisect import bisect
from collections import deque
from collections.abc import Hashable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.core.controls.camera_controls import CameraControls, ControlRow
from viewer.core.controls.groups import Group, grouped, is_deed
from viewer.ui.controls.choice_row import ChoiceRow
from viewer.ui.controls.deed_row import DeedRow
from viewer.ui.controls.number_row import NumberRow
from viewer.ui.controls.row import ControlWidget
from viewer.ui.controls.switch_row import SwitchRow

KINDS: dict[str, type[ControlWidget]] = {"boolean": SwitchRow, "choice": ChoiceRow}
BETWEEN_ROWS, BETWEEN_GROUPS = 12, 20
# Pictures go on while a long table is made: first what is seen without scrolling, then some at a time.
FIRST_SECONDS, TURN_SECONDS = 0.04, 0.012


class Rows(QScrollArea):
    """What is the same in the camera's next table stays, with the keyboard in it; the rest is made some rows a turn."""

    left = Signal()
    """What had the keyboard can do nothing with it any more."""

    def __init__(self, controls: CameraControls) -> None:
        super().__init__()
        self._controls = controls
        self._grouped: Sequence[ControlRow] | None = None
        self._rows: dict[str, ControlRow] = {}
        self._order: dict[Hashable, int] = {}
        self._placed: list[int] = []
        self._made: dict[Hashable, QWidget] = {}
        self._missing: deque[tuple[Hashable, ControlRow | str]] = deque()
        self._widgets: dict[str, ControlWidget] = {}
        self._to_focus = ""
        self._is_mixed = False
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(lambda: self._make(TURN_SECONDS))
        self.setProperty("kind", "plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 8, 12, 14)
        self._column.setSpacing(BETWEEN_ROWS)
        self._column.addStretch(1)
        self.setWidget(inside)

    def __getitem__(self, name: str) -> ControlWidget:
        return self._widgets[name]

    def __contains__(self, name: str) -> bool:
        return name in self._widgets

    @property
    def is_complete(self) -> bool:
        """Whether all rows are made."""
        return not self._missing

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard first, if anything can."""
        editors = (widget.editor() for widget in self._in_order())
        return next((editor for editor in editors if editor.isEnabled()), None)

    def refresh(self) -> None:
        """Show what is so now."""
        rows = self._controls.rows
        if rows is not self._grouped:
            self._grouped, self._rows = rows, {row.name: row for row in rows}
            wanted = dict(_items(grouped(rows)))
            if list(wanted) != list(self._order):
                self._arrange(wanted)
        for row in rows:
            if row.name in self._widgets:
                self._widgets[row.name].refresh(row, self._controls.is_here)

    def colour(self) -> None:
        """Follow the theme."""
        for widget in self._widgets.values():
            widget.colour()

    def _arrange(self, wanted: dict[Hashable, ControlRow | str]) -> None:
        """Put what there is already where it belongs now, and begin to make the rest."""
        while self._column.count() > 1:
            self._column.takeAt(0)
        for key in [key for key in self._made if key not in wanted]:
            self._drop(self._made.pop(key))
        self._order = {key: place for place, key in enumerate(wanted)}
        self._placed = []
        self._is_mixed = bool(self._made)
        for key in wanted:
            if key in self._made:
                self._place(key, self._made[key])
        self._missing = deque((key, each) for key, each in wanted.items() if key not in self._made)
        self._make(FIRST_SECONDS)

    def _make(self, seconds: float) -> None:
        """Make rows for about so long; the next turn goes on."""
        began = time.monotonic()
        while self._missing and time.monotonic() - began < seconds:
            key, each = self._missing.popleft()
            if isinstance(each, str):
                self._place(key, _heading(each, is_first=self._order[key] == 0))
                continue
            kind = DeedRow if is_deed(each) else KINDS.get(each.kind, NumberRow)
            widget = kind(each, self._controls)
            widget.left.connect(self.left)
            self._widgets[each.name] = widget
            self._place(key, widget)
            # What else stands in its row may have changed since.
            widget.refresh(self._rows.get(each.name, each), self._controls.is_here)
        if self._missing:
            self._more.start()
            return
        if self._is_mixed:
            self._chain()
        focus = self.window().focusWidget()
        # Unless it went on meanwhile, it is where `left` took it.
        if self._to_focus in self._widgets and (focus is None or focus.isAncestorOf(self)):
            self._widgets[self._to_focus].editor().setFocus()
        self._to_focus = ""

    def _place(self, key: Hashable, widget: QWidget) -> None:
        at = bisect(self._placed, self._order[key])
        self._placed.insert(at, self._order[key])
        self._made[key] = widget
        self._column.insertWidget(at, widget)

    def _drop(self, widget: QWidget) -> None:
        if isinstance(widget, ControlWidget):
            del self._widgets[widget.row.name]
            focus = self.window().focusWidget()
            if focus is not None and widget.isAncestorOf(focus):
                self._to_focus = widget.row.name
                self.left.emit()
        widget.hide()
        widget.deleteLater()

    def _chain(self) -> None:
        """Let the keyboard go from row to row as they stand, and not as they were made."""
        last: QWidget | None = None
        for widget in self._in_order():
            for each in widget.findChildren(QWidget):
                # The list of a choice is a window of its own.
                if each.window() is self.window() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    if last is not None:
                        QWidget.setTabOrder(last, each)
                    last = each

    def _in_order(self) -> Iterator[ControlWidget]:
        placed = (self._made[key] for key in self._order if key in self._made)
        return (widget for widget in placed if isinstance(widget, ControlWidget))


def _items(groups: Sequence[Group]) -> Iterator[tuple[Hashable, ControlRow | str]]:
    """Headings and rows, each with what it is made for: where that is the same, it can stay."""
    for place, group in enumerate(groups):
        if len(groups) > 1:
            yield ("heading", group.title, place == 0), group.title
        for row in group.rows:
            yield _shape(row), row


def _shape(row: ControlRow) -> Hashable:
    return row.name, row.title, row.kind, row.least, row.most, row.step, row.default, row.unit, row.choices


def _heading(title: str, is_first: bool) -> QLabel:
    heading = QLabel(title)
    heading.setProperty("kind", "heading")
    if not is_first:
        heading.setContentsMargins(0, BETWEEN_GROUPS - BETWEEN_ROWS, 0, 0)
    return heading
