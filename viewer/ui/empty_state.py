"""What an empty wall says: what a camera is, and the ways to get one."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.ui.look import accessible, icons

CARD = QSize(252, 148)
DEMO_CAMERAS = 4


class EmptyState(QWidget):
    """Shown while there are no cameras."""

    accessible_role = accessible.GROUP
    add_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(QSize(72, 72), self.devicePixelRatioF()))
        headline = _label(tr("No cameras yet"), "headline")
        self.setAccessibleName(headline.text())
        lead = _label(
            tr("A camera is any computer that runs <code>watchword-camera</code>, or a script of VidGear or imagezmq."),
            "lead",
        )
        self._listening = _label("", "lead")
        self._listening.hide()
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addStretch(1)
        cards.addWidget(
            self._card(
                tr("Add a camera"),
                tr("A webcam of this computer, a camera with an address, or a script of VidGear or imagezmq."),
                tr("Add…"),
                self.add_wanted,
                is_primary=True,
            )
        )
        cards.addWidget(
            self._card(
                tr("Try the demo"),
                tr("Four cameras on this computer that answer when you talk."),
                tr("Start demo"),
                self.demo_wanted,
            )
        )
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        for widget in (mark, headline, lead, self._listening):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addSpacing(10)
        column.addLayout(cards)
        column.addStretch(1)

    def show_listening(self, endpoints: list[str]) -> None:
        """Say where cameras may call."""
        self._listening.setText(
            tr("Waiting for cameras that call at {places}.", places=f" {tr('and')} ".join(endpoints))
        )
        self._listening.setVisible(bool(endpoints))

    def _card(self, title: str, text: str, action: str, wanted: SignalInstance, is_primary: bool = False) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedSize(CARD)
        body = _label(text, "quiet")
        body.setWordWrap(True)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        button = QPushButton(action)
        if is_primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(wanted)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(_label(title, "strong"))
        column.addWidget(body, 1)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    return label
