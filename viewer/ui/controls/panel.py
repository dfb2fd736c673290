"""What can be set at a camera, beside its picture: one looks at what one does."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core.controls.camera_controls import AWAY
from viewer.core.controls.hint import hint
from viewer.core.controls.presets import Presets, in_order, same, to_reset, unknown, worth_keeping
from viewer.ui.bridge import CameraBridge
from viewer.ui.controls.preset_menu import PresetDialog, PresetMenu
from viewer.ui.controls.rows import Rows
from viewer.ui.look import icons, painting, style

NAME_SHOWN = 40


class CameraPanel(QWidget):
    """A header with the camera's name, presets and *Reset all*, and a row for each control.

    It shows what the camera says, and asks for what the person chooses.
    """

    closed = Signal()
    left = Signal()
    refreshed = Signal()

    def __init__(self, bridge: CameraBridge, presets: Presets, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # A click beside everything would give the keyboard to the wall.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.rounds_left = False
        self.rounds_top = True
        self._session = bridge.session
        self._controls = bridge.session.controls
        self._presets = presets
        self._remark = ""
        # Many things may change at once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        self.rows = Rows(self._controls)
        self.menu = PresetMenu(presets, self._is_in_force, self)
        self._build()
        self._connect(bridge)
        self._refresh()

    def focus_first(self) -> None:
        """Put the keyboard where the first control is set."""
        first = self.rows.first
        (self if first is None else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self, name: str) -> None:
        """Ask the camera for everything that was kept as `name`."""
        wanted = self._presets.values(name)
        for control, value in in_order(self._controls, wanted):
            self._controls.set(control, value)
        gone = ", ".join(unknown(self._controls.rows, wanted))
        self._tell(
            tr("The camera has no {gone} any more; the rest of “{name}” is set.", gone=gone, name=name) if gone else ""
        )

    def reset_all(self) -> None:
        """Ask the camera for the default of everything that has one."""
        for control, value in to_reset(self._controls):
            self._controls.set(control, value)
        self._tell("")

    def keep(self, name: str) -> None:
        """Keep what is set now as a preset. Raises UsageError."""
        self._presets.save(name, worth_keeping(self._controls))

    def let_go(self) -> None:
        """The camera is being removed."""
        self._controls.forget(self._on_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.side(painter, self.rect(), self.rounds_left, self.rounds_top)

    def showEvent(self, event: QEvent) -> None:
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._colour()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            # A click beside everything leaves it where it was.
            last = self.rows.focusWidget() or self.rows.first
            if last is not None and last.isEnabled():
                last.setFocus(event.reason())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._name = QLabel()
        self._name.setProperty("kind", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton()
        self._close.setProperty("kind", "flat")
        self._close.setIconSize(QSize(14, 14))
        self._close.setToolTip(tr("Close camera settings (Ctrl+W)"))
        self._close.setAccessibleName(tr("Close camera settings"))
        self.presets = QToolButton()
        self.presets.setProperty("kind", "bar")
        self.presets.setText(tr("Presets ▾"))
        self.presets.setMenu(self.menu)
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.reset = QPushButton(tr("Reset all"))
        self.reset.setToolTip(tr("Set everything back to the camera's defaults"))
        self.reset.setAutoDefault(False)
        self._told = QLabel()
        self._told.setProperty("kind", "quiet")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setContentsMargins(14, 2, 14, 6)
        self._colour()
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._close)
        top = QWidget()
        top.setFixedHeight(style.LINE_HEIGHT)
        top.setLayout(head)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(14, 10, 12, 8)
        tools.addWidget(self.presets)
        tools.addStretch(1)
        tools.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(top)
        column.addSpacing(1)
        column.addWidget(self._tools)
        column.addWidget(self._told)
        column.addWidget(self.rows, 1)
        column.addStretch(0)

    def _connect(self, bridge: CameraBridge) -> None:
        self._controls.observe(self._on_changed)
        bridge.name_changed.connect(self._on_changed)
        self._close.clicked.connect(self.closed)
        self.reset.clicked.connect(self.reset_all)
        self.rows.left.connect(self.setFocus)
        self.menu.chosen.connect(self.apply)
        self.menu.save_wanted.connect(lambda: PresetDialog(self.keep, self).open())
        self.menu.delete_wanted.connect(self._presets.delete)

    def _colour(self) -> None:
        self._close.setIcon(icons.icon("close", style.theme().quiet, 14))
        self.rows.colour()

    def _on_changed(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        """Show what is so now."""
        controls, name = self._controls, self._session.name
        self._name.setText(name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…")
        self.rows.refresh()
        has_rows = bool(controls.rows)
        self.rows.setVisible(has_rows)
        self._tools.setVisible(has_rows)
        self.menu.can_apply = self.menu.can_save = controls.is_here
        self.reset.setEnabled(controls.is_here and bool(to_reset(controls)))
        is_away = has_rows and not controls.is_here
        told = tr(controls.reason) if not has_rows else tr(AWAY) if is_away else self._remark or hint(controls)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.refreshed.emit()

    def _tell(self, sentence: str) -> None:
        """Say what became of what the person did last."""
        self._remark = sentence
        self._on_changed()

    def _is_in_force(self, name: str) -> bool:
        wanted = self._presets.values(name)
        return bool(wanted) and all(same(self._controls.value(each), value) for each, value in wanted.items())
