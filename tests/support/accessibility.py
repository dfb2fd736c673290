"""What a screen reader is told of a window: Qt's accessibility interface, walked as such a program walks it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
PRESSED = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.CheckBox,
        Role.RadioButton,
        Role.Switch,
        Role.MenuItem,
        Role.Link,
        Role.PageTab,
    }
)
"""What is called by what stands on it."""
FILLED = frozenset(
    {Role.ComboBox, Role.EditableText, Role.Slider, Role.SpinBox, Role.Dial, Role.List, Role.Table, Role.Tree}
)
"""What holds a value or rows: these are not a name."""
SAID = frozenset({Role.ListItem, Role.ColumnHeader})
WITHOUT_MEANING = frozenset({Role.NoRole, Role.Client, Role.Window})
"""Roles that tell a person nothing of what has the keyboard."""


@dataclass(frozen=True, slots=True)
class Node:
    """One part of a window. `widget` is None for rows and cells."""

    role: Role
    name: str
    description: str
    widget: QWidget | None
    is_disabled: bool
    is_checkable: bool
    is_checked: bool

    def __str__(self) -> str:
        what = "" if self.widget is None else f" ({type(self.widget).__name__} {self.widget.objectName()})"
        return f"{self.role.name} “{self.name}”{what}"


def nodes(window: QWidget) -> Iterator[Node]:
    """All parts of `window` that can be seen, in the order in which they are told."""
    yield from _walk(QAccessible.queryAccessibleInterface(window))


def node_of(widget: QWidget) -> Node:
    """What is told of one widget."""
    return _node(QAccessible.queryAccessibleInterface(widget))


def faults(window: QWidget) -> list[str]:
    """What a person who only hears the window could not know; empty when all is well."""
    return [fault for node in nodes(window) for fault in _faults(node)]


def _faults(node: Node) -> Iterator[str]:
    if node.role in PRESSED and not node.name.strip():
        yield f"{node} has no name"
    if node.role in FILLED and not _called(node):
        yield f"{node} has a value, but no name"
    if node.role in SAID and not node.name.strip() and node.widget is None:
        yield f"{node} says nothing"
    widget = node.widget
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and node.role in WITHOUT_MEANING and widget.isEnabled():
        yield f"{node} takes the keyboard, but is nothing"
    is_checkable = bool(getattr(widget, "isCheckable", lambda: False)())
    if is_checkable and not node.is_checkable:
        yield f"{node} can be checked, and does not say so"
    if is_checkable and node.is_checked != widget.isChecked():  # type: ignore[attr-defined]
        yield f"{node} tells the wrong state"
    if node.is_disabled == widget.isEnabled():
        yield f"{node} does not tell whether it can be used"


def _called(node: Node) -> bool:
    """Whether it has a name of its own, and not its value for one."""
    widget = node.widget
    return widget is None or bool(widget.accessibleName().strip())


def _walk(interface: QAccessibleInterface) -> Iterator[Node]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield _node(interface)
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from _walk(child)


def _node(interface: QAccessibleInterface) -> Node:
    state, named = interface.state(), interface.object()
    return Node(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Description),
        named if isinstance(named, QWidget) else None,
        bool(state.disabled),
        bool(state.checkable),
        bool(state.checked),
    )
