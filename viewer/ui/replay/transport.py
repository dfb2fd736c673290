"""The buttons below the time line: play, steps, speed, and the exact time."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from camwire.translation import tr
from viewer.core.replay.playback import SPEEDS
from viewer.ui.look import icons, style
from viewer.ui.look.choice import Choice
from viewer.ui.look.flat_button import flat_button
from viewer.ui.replay import times

ROOM_FOR_ALL = 560
TITLES = {0.25: "¼×", 0.5: "½×"}


class Transport(QWidget):
    """Says what is wanted; does nothing by itself."""

    play_wanted = Signal()
    step_wanted = Signal(int)  # frames
    jump_wanted = Signal(int)  # seconds
    speed_wanted = Signal(float)
    chat_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_playing = False
        self._icons: list[tuple[str, QToolButton]] = []
        self._time = QLabel("–")
        self._time.setFont(style.font(15, is_strong=True))
        self._time.setAccessibleName(tr("Time"))
        self._about = QLabel()
        self._about.setProperty("kind", "quiet")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.play = self._button("play", tr("Play (Space)"), 22)
        self.play.clicked.connect(self.play_wanted)
        self.speed = Choice(tr("Speed"), [TITLES.get(speed, f"{speed:g}×") for speed in SPEEDS])
        self.speed.setProperty("kind", "row")
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.currentIndexChanged.connect(lambda row: self.speed_wanted.emit(SPEEDS[row]))
        self.chat = self._button("chat", tr("Conversation"))
        self.chat.setCheckable(True)
        self.chat.setChecked(True)
        self.chat.toggled.connect(self.chat_toggled)
        self._buttons = [
            self._going("back", tr("5 seconds back (←)"), self.jump_wanted, -5),
            self._going("step-back", tr("One picture back (,)"), self.step_wanted, -1),
            self.play,
            self._going("step-forward", tr("One picture on (.)"), self.step_wanted, 1),
            self._going("forward", tr("5 seconds on (→)"), self.jump_wanted, 5),
        ]
        # Keys do the same.
        self._finest = (self._buttons[1], self._buttons[3])
        self._build()
        self.show_ready(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for name, button in self._icons:
                button.setIcon(icons.icon(name, style.theme().text, button.iconSize().width()))
            self.show_playing(self._is_playing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = self.width() >= ROOM_FOR_ALL
        self._about.setVisible(is_wide)
        for button in self._finest:
            button.setVisible(is_wide)

    def show_playing(self, is_playing: bool) -> None:
        """Whether it goes on by itself: then the button stops it."""
        self._is_playing = is_playing
        self.play.setIcon(icons.icon("pause" if is_playing else "play", style.theme().text, 22))
        tip = tr("Pause (Space)") if is_playing else tr("Play (Space)")
        self.play.setToolTip(tip)
        self.play.setAccessibleName(tip.partition(" (")[0])

    def show_ready(self, is_ready: bool) -> None:
        """Whether there is something to play."""
        for button in (*self._buttons, self.speed, self.chat):
            button.setEnabled(is_ready)
        if not is_ready:
            self._time.setText("–")
            self._about.setText("")

    def show_said(self, is_anything_said: bool) -> None:
        """Whether there is a conversation to be shown."""
        self.chat.setEnabled(is_anything_said)
        self.chat.setToolTip(tr("Conversation") if is_anything_said else tr("Nothing was said meanwhile."))

    def show_time(self, time_ns: int, about: str) -> None:
        """Where one is (UTC, ns), and what to know of it."""
        self._time.setText(times.exact(time_ns))
        self._about.setText(about)

    def _build(self) -> None:
        left = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._time)
        left.addWidget(self._about, 1)
        middle = QHBoxLayout()
        middle.setSpacing(6)
        for button in self._buttons:
            middle.addWidget(button)
        right = QHBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self.speed)
        right.addWidget(self.chat)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 12, 10)
        row.addLayout(left, 1)
        row.addLayout(middle)
        row.addLayout(right, 1)

    def _going(self, name: str, tip: str, signal: object, by: int) -> QToolButton:
        button = self._button(name, tip)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: signal.emit(by))  # type: ignore[attr-defined]
        return button

    def _button(self, name: str, tip: str, size: int = 18) -> QToolButton:
        button = flat_button(tip, size)
        button.setIcon(icons.icon(name, style.theme().text, size))
        self._icons.append((name, button))
        button.setFixedSize(size + 16, size + 16)
        # With a click, the keyboard stays where Space means play.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
