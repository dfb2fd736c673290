"""What an empty wall says: the first time what a camera is and the ways to get one, later only the ways."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.ui.actions.registry import Actions
from viewer.ui.look import accessible, icons
from viewer.ui.look.scrolled import Scrolled

# Three of them fit on a screen of 800 pixels.
CARD = QSize(236, 172)
DEMO_CAMERAS = 4
PRIMARY = "cameras.find"


class EmptyState(QWidget):
    """Shown while there are no cameras. Its buttons are `actions`; a way that nobody offers is not there."""

    accessible_role = accessible.GROUP
    greeted = Signal()
    """The person has seen what the first time has to say, and chosen a way or none."""

    def __init__(self, actions: Actions, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._actions = actions
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(QSize(72, 72), self.devicePixelRatioF()))
        self._headline = _label("", "headline")
        lead = _label(
            tr("A camera is any computer that runs <code>watchword-camera</code>, or a script of VidGear or imagezmq."),
            "lead",
        )
        self._listening = _label("", "lead")
        self._listening.hide()
        self._ways = QStackedWidget()
        self._ways.addWidget(self._short())
        self._ways.addWidget(self._long())
        self._show(is_first)
        whole = Scrolled()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(whole)
        column = whole.column
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._headline, lead, self._listening):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self._ways)
        column.addStretch(1)

    @property
    def is_first(self) -> bool:
        """Whether it shows what is for the first time."""
        return self._ways.currentIndex() == 1

    def show_listening(self, endpoints: list[str]) -> None:
        """Say where cameras may call."""
        self._listening.setText(
            tr("Waiting for cameras that call at {places}.", places=f" {tr('and')} ".join(endpoints))
        )
        self._listening.setVisible(bool(endpoints))

    def greet_no_more(self) -> None:
        """The first time is over."""
        if self.is_first:
            self._show(is_first=False)
            self.greeted.emit()

    def _show(self, is_first: bool) -> None:
        self._ways.setCurrentIndex(int(is_first))
        self._headline.setText(tr("Welcome to Watchword") if is_first else tr("No cameras yet"))
        self.setAccessibleName(self._headline.text())

    def _long(self) -> QWidget:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addStretch(1)
        for id, title, text, words in (
            (
                "cameras.find",
                tr("Find cameras"),
                tr("Those on your network that say they are there come up by themselves."),
                tr("Find…"),
            ),
            (
                "cameras.add",
                tr("Add a camera"),
                tr("A webcam of this computer, a camera with an address, or a script of VidGear or imagezmq."),
                tr("Add…"),
            ),
            (
                "cameras.demo",
                tr("Try the demo"),
                tr("Four cameras on this computer that answer when you talk."),
                tr("Start demo"),
            ),
        ):
            card = self._card(title, text, self._button(id, words))
            cards.addWidget(card)
            _follow(card, self._actions[id])
        cards.addStretch(1)
        skip = QPushButton(tr("Skip"))
        skip.setToolTip(tr("The menu has all of this, too."))
        skip.clicked.connect(self.greet_no_more)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(cards)
        column.addWidget(skip, 0, Qt.AlignmentFlag.AlignHCenter)
        return whole

    def _short(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for id, words in (
            ("cameras.find", tr("Find cameras…")),
            ("cameras.add", tr("Add camera…")),
            ("cameras.demo", tr("Start the demo")),
        ):
            button = self._button(id, words)
            row.addWidget(button)
            _follow(button, self._actions[id])
        return whole

    def _button(self, id: str, words: str) -> QPushButton:
        button = QPushButton(words)
        if id == PRIMARY:
            button.setProperty("kind", "primary")
        button.clicked.connect(self._actions[id].trigger)
        return button

    def _card(self, title: str, text: str, button: QPushButton) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedSize(CARD)
        body = _label(text, "quiet")
        body.setWordWrap(True)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(_label(title, "strong"))
        column.addWidget(body, 1)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _follow(widget: QWidget, action: QAction) -> None:
    """Show it as long as somebody offers the action."""
    widget.setVisible(action.isVisible())
    action.visibleChanged.connect(lambda: widget.setVisible(action.isVisible()))


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    return label
