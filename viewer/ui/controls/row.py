"""What all rows of the camera panel have in common: a title, what to set it with, a way back, and what is wrong."""

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from camwire.translation import phrase, tr
from viewer.core.controls import control_words
from viewer.core.controls.camera_controls import CameraControls, ControlRow, Value
from viewer.core.controls.presets import is_left_to_camera, same
from viewer.core.controls.titles import translated
from viewer.ui.look import icons, style, words

RESET_SIZE, RESET_WIDTH = 14, 22
BETWEEN = 6
SETTING = phrase("Setting…")
STOPS = phrase("The picture stops for a moment when this is changed.")


class ControlWidget(QWidget):
    """One control. Shows what is in force, and what was asked for while that is under way."""

    left = Signal()
    """It had the keyboard, and can do nothing with it any more."""

    def __init__(self, row: ControlRow, controls: CameraControls) -> None:
        super().__init__()
        self.row = row
        self._controls = controls
        self._mistake = ""
        self._title = _label("")
        self._note = _label("small")
        self._trouble = Trouble()
        self._trouble.read.connect(self._on_read)
        self._reset = QToolButton()
        self._reset.setProperty("kind", "flat")
        self._reset.setIconSize(QSize(RESET_SIZE, RESET_SIZE))
        self._reset.setFixedWidth(RESET_WIDTH)
        self._reset.clicked.connect(self.reset)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.setSpacing(BETWEEN)
        self._head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self._head)
        self._title.setText(translated(row.title))

    @property
    def title(self) -> str:
        """What the control is called on the screen."""
        return self._title.text()

    @abstractmethod
    def editor(self) -> QWidget:
        """What takes the keyboard."""

    @abstractmethod
    def show_value(self, value: Value | None) -> None:
        """Show a value, unless the person is just choosing another. None: not known."""

    @abstractmethod
    def enable(self, can_be_set: bool) -> None:
        """Let it be set, or only be read."""

    def refresh(self, row: ControlRow, is_reachable: bool) -> None:
        """Show what is so now. `is_reachable`: whether the camera is there."""
        self.row = row
        name, controls = row.name, self._controls
        can_be_set = is_reachable and not row.fixed
        if not can_be_set and self.isAncestorOf(self.window().focusWidget() or self.window()):
            # Qt would give the keyboard to what comes next, which may be another camera.
            self.left.emit()
        self.enable(can_be_set)
        self._title.setEnabled(not row.fixed)
        value = self.refresh_value()
        self._show_reset(value, is_reachable)
        is_stopped = row.reconfigures and controls.pending(name) is not None
        _say(self._note, row.fixed or (tr(SETTING) if is_stopped else self.note()))
        self._say_trouble(self._mistake or controls.trouble(name))
        self.setToolTip(tr(STOPS) if row.reconfigures else "")

    def refresh_value(self) -> Value | None:
        """Show and return the value that was asked for, else the one in force."""
        pending = self._controls.pending(self.row.name)
        value = self._controls.value(self.row.name) if pending is None else pending
        self.show_value(value)
        return value

    def note(self) -> str:
        """What stands below in small letters."""
        return ""

    def change(self, value: Value) -> None:
        """Ask the camera for a value."""
        self._mistake = ""
        self._controls.set(self.row.name, value)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what was entered, without asking the camera."""
        self._mistake = sentence
        self.refresh_value()
        self._say_trouble(sentence)

    def reset(self) -> None:
        """Ask the camera for the default."""
        if self.row.default is not None:
            # The button is about to go.
            if self._reset.hasFocus():
                self.editor().setFocus()
            self.change(self.row.default)

    def colour(self) -> None:
        """Follow the theme."""
        self._reset.setIcon(icons.icon("reset", style.theme().quiet, RESET_SIZE))

    def _put_below(self, widget: QWidget) -> None:
        """Put more of the editor below the title: it ends where all editors do."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, BETWEEN + RESET_WIDTH, 0)
        row.addWidget(widget)
        self._column.addLayout(row)

    def _finish(self) -> None:
        """Put what is the same in every row below and beside what is its own."""
        self._head.addWidget(self._reset)
        self._column.addWidget(self._note)
        self._column.addWidget(self._trouble)
        self.colour()

    def _say_trouble(self, sentence: str) -> None:
        _say(self._trouble, control_words.called_by_title(self.row, sentence))

    def _on_read(self) -> None:
        self._mistake = ""
        _say(self._trouble, "")
        self._controls.dismiss(self.row.name)

    def _show_reset(self, value: Value | None, is_reachable: bool) -> None:
        default = self.row.default
        is_wanted = default is not None and not same(value, default)
        is_wanted = is_wanted and not is_left_to_camera(self._controls, self.row)
        self._reset.setVisible(is_wanted and is_reachable)
        if default is not None:
            text = control_words.spoken(default)
            self._reset.setToolTip(words.tip(tr("Back to {text}", text=text)))
            self._reset.setAccessibleName(tr("Set {title} back to {text}", title=self.title, text=text))


class Trouble(QLabel):
    """What went wrong, until it is set anew, or a click says that it was read."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        _dress(self, "error")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click to let it go"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.read.emit()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _label(kind: str) -> QLabel:
    label = QLabel()
    _dress(label, kind)
    return label


def _dress(label: QLabel, kind: str) -> None:
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    # It says what a camera said.
    label.setTextFormat(Qt.TextFormat.PlainText)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    # As many lines as it takes.
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
