"""What can be done with one camera: the menu of its tile."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from viewer.core.own.cameras import OwnCameras
from viewer.core.sessions.session import Session
from viewer.core.showing.showing import refusal_of
from viewer.core.showing.showings import Showings
from viewer.ui.dialogs.show import ShowDialog
from viewer.ui.look import words
from viewer.ui.wall.tile import Tile

NOT_KNOWN = "Whether this camera takes pictures is known when it is here."


class CameraMenu(QMenu):
    """Made anew each time it is opened. `own` are the cameras of this computer, where it may have some; `maximise`,
    `rename` and `remove` do what concerns more than the tile."""

    def __init__(
        self,
        tile: Tile,
        showings: Showings,
        own: OwnCameras | None,
        maximise: Callable[[Tile | None], object],
        rename: Callable[[Session], object],
        remove: Callable[[Session], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        session = tile.session
        self._put("Close chat" if tile.is_chat_open else "Chat\tC", lambda: tile.open_chat(not tile.is_chat_open))
        settings = "Close camera settings" if tile.side.is_camera_open else "Camera…\tA"
        self._put(settings, lambda: tile.open_camera(not tile.side.is_camera_open))
        alone = "Back to the wall\tEnter" if tile.is_maximised else "Maximise\tEnter"
        self._put(alone, lambda: maximise(None if tile.is_maximised else tile))
        mute = self.addAction("Mute notifications")
        mute.setCheckable(True)
        mute.setChecked(session.chat.is_muted)
        mute.triggered.connect(session.talk.mute)
        show = self.addAction("Send pictures…")
        show.setEnabled(session.takes_pictures)
        if not session.takes_pictures:
            show.setToolTip(words.tip(refusal_of(session) or NOT_KNOWN))
        self.setToolTipsVisible(True)
        show.triggered.connect(lambda: ShowDialog(session, showings, parent, own).show())
        self.addSeparator()
        self._put("Rename…\tF2", lambda: rename(session))
        self._put("Copy address", lambda: QGuiApplication.clipboard().setText(session.identity.endpoint))
        self._put("Remove…\tDel", lambda: remove(session))

    def _put(self, text: str, do: Callable[[], object]) -> None:
        self.addAction(text).triggered.connect(lambda: do())
