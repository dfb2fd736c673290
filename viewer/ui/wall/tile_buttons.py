"""The few buttons over a picture: they appear on hover, or when the camera wants you."""

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from camwire.translation import tr
from viewer.ui.look import icons, style
from viewer.ui.wall.marks import Badge

BUTTON, EDGE, SPACE = 30, 8, 6
LEAST_HEIGHT = 90


class TileButtons(QObject):
    """Chat with its badge, camera, maximise and more at the foot to the right; *Try now* or *Pair…* in the middle."""

    chat_wanted = Signal()
    camera_wanted = Signal()
    maximise_wanted = Signal()
    menu_wanted = Signal(QPoint)  # global position
    retry_wanted = Signal()
    pair_wanted = Signal()

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self.is_covered = False
        """Whether something lies over their places."""
        self._badge = Badge(picture)
        self._chat = self._over("chat", tr("Chat (C)"), tr("Open the chat"))
        self._camera = self._over("sliders", tr("Camera settings (A)"), tr("Camera settings"))
        self._maximise = self._over("maximise", tr("Maximise (Enter)"), tr("Maximise"))
        self._more = self._over("more", tr("More"), tr("More"))
        self._retry = QPushButton(tr("Try now"), picture)
        self._retry.setProperty("kind", "over")
        self._retry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._retry.hide()
        self._is_to_pair = False
        self._chat.clicked.connect(self.chat_wanted)
        self._camera.clicked.connect(self.camera_wanted)
        self._maximise.clicked.connect(self.maximise_wanted)
        self._more.clicked.connect(self._on_more_clicked)
        self._retry.clicked.connect(lambda: (self.pair_wanted if self._is_to_pair else self.retry_wanted).emit())
        self.show(is_hovered=False, unread=0, is_chat_open=False)

    def show(self, is_hovered: bool, unread: int, is_chat_open: bool, can_be_set: bool = False) -> None:
        """Show what is wanted now. `can_be_set`: whether there is something to set at the camera, and not shown yet."""
        is_hovered = is_hovered and not self.is_covered
        has_room = self._picture.width() > 3 * BUTTON + 6 * EDGE and self._picture.height() > LEAST_HEIGHT
        has_more_room = self._picture.width() > 4 * BUTTON + 7 * EDGE
        self._camera.setVisible(is_hovered and has_room and has_more_room and can_be_set)
        self._maximise.setVisible(is_hovered and has_room)
        self._more.setVisible(is_hovered and has_room)
        self._badge.show_count(0 if is_chat_open or self.is_covered else unread)
        self._chat.setVisible((is_hovered or unread > 0) and not is_chat_open and not self.is_covered)
        self.place()

    def show_retry(self, is_wanted: bool, pair: str = "") -> None:
        """Offer to call the camera at once; or, where that would not help, to `pair` with it, in these words."""
        self._is_to_pair = bool(pair)
        self._retry.setText(pair or tr("Try now"))
        self._retry.setVisible(is_wanted and not self.is_covered)
        self.place()

    def show_maximised(self, is_maximised: bool) -> None:
        """Change the button that leads there and back."""
        self._maximise.setIcon(icons.icon("restore" if is_maximised else "maximise", style.theme().on_picture))
        self._maximise.setToolTip(tr("Back to the wall (Enter)") if is_maximised else tr("Maximise (Enter)"))
        self._maximise.setAccessibleName(tr("Back to the wall") if is_maximised else tr("Maximise"))

    def place(self) -> None:
        """Follow the picture's size."""
        size, badge = self._picture.size(), self._badge
        right, top = size.width() - EDGE, size.height() - EDGE - BUTTON
        badge.move(right - badge.width(), top + (BUTTON - badge.height()) // 2)
        right -= 0 if badge.isHidden() else badge.width() + 4
        for button in (self._chat, self._camera, self._maximise, self._more):
            button.move(right - BUTTON, top)
            right -= 0 if button.isHidden() else BUTTON + SPACE
        wanted = self._retry.sizeHint()
        left = (size.width() - wanted.width()) // 2
        self._retry.setGeometry(left, size.height() // 2 + 26, wanted.width(), wanted.height())

    def _over(self, icon: str, tip: str, name: str) -> QToolButton:
        button = QToolButton(self._picture)
        button.setProperty("kind", "over")
        button.setIcon(icons.icon(icon, style.theme().on_picture))
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(BUTTON, BUTTON)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _on_more_clicked(self) -> None:
        self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, BUTTON)))
