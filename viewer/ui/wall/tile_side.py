"""What stands beside the picture of a tile, or below it: the chat, or what can be set at the camera."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from viewer.core.controls.presets import Presets
from viewer.ui.bridge import CameraBridge
from viewer.ui.chat.panel import ChatPanel
from viewer.ui.wall.picture_view import PictureView
from viewer.ui.wall.side_place import USUAL_SHARE, SidePlace, side_place

if TYPE_CHECKING:
    from viewer.ui.controls.panel import CameraPanel
    from viewer.ui.wall.pointing_field import PointingField

# The head, some two lines, and where one types.
LEAST_CHAT = QSize(206, 170)
# The panel's head and some four controls.
LEAST_PANEL = QSize(240, 320)


class TileSide(QObject):
    """One of them, or none. The camera's panel is made when it is first wanted; a chat that it replaces comes back.

    While the panel is open, one can point at what is to be seen in the picture, or seen sharply.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, chat: ChatPanel, picture: PictureView, bridge: CameraBridge, presets: Presets, tile: QWidget
    ) -> None:
        super().__init__(tile)
        self._picture = picture
        self._pointing: PointingField | None = None
        self._tile = tile
        self._chat = chat
        self._bridge = bridge
        self._presets = presets
        self.camera: CameraPanel | None = None
        self._does_chat_wait = False

    @property
    def current(self) -> "ChatPanel | CameraPanel | None":
        """What is open."""
        if self.is_camera_open:
            return self.camera
        return None if self._chat.isHidden() else self._chat

    @property
    def is_camera_open(self) -> bool:
        """Whether the camera's panel is open."""
        return self.camera is not None and not self.camera.isHidden()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is there."""
        current, focus = self.current, self._tile.window().focusWidget()
        return current is not None and focus is not None and (current is focus or current.isAncestorOf(focus))

    def show_chat(self, is_open: bool) -> bool:
        """Open or close the chat; whether that changed anything."""
        if is_open and self.camera is not None:
            self.camera.hide()
        if is_open != self._chat.isHidden():
            return False
        self._chat.setVisible(is_open)
        self.changed.emit()
        return True

    def show_camera(self, is_open: bool) -> None:
        """Open or close the camera's panel."""
        if is_open == self.is_camera_open:
            return
        if self.camera is None:
            self.camera = self._made()
        if is_open:
            self._does_chat_wait = not self._chat.isHidden()
        self._chat.setVisible(self._does_chat_wait and not is_open)
        self.camera.setVisible(is_open)
        self.changed.emit()

    def cover(self) -> None:
        """The picture has another place, or the camera other controls: can one point into it?"""
        if self._pointing is not None:
            self._pointing.refresh(self.is_camera_open)

    def focus(self) -> None:
        """Put the keyboard there."""
        if self.camera is not None and self.is_camera_open:
            self.camera.focus_first()
        elif not self._chat.isHidden():
            self._chat.focus_composer()

    def let_go(self) -> None:
        """The camera is being removed."""
        self._chat.let_go()
        if self.camera is not None:
            self.camera.let_go()

    def is_cramped(self) -> bool:
        """Whether the camera's panel is open, and the tile has no room for it and for the picture."""
        place = self._place(USUAL_SHARE)
        return self.is_camera_open and (place.is_over or place.side.height() < LEAST_PANEL.height())

    def place(self, share: float) -> SidePlace | None:
        """Put what is open in its place in the tile, of which it takes `share` where it stands beside the picture.

        None if nothing is open. The picture is not moved.
        """
        current = self.current
        if current is None:
            return None
        place = self._place(share)
        current.rounds_left = not place.is_beside
        current.rounds_top = place.is_beside
        current.setGeometry(place.side)
        return place

    def _place(self, share: float) -> SidePlace:
        least = LEAST_PANEL if self.is_camera_open else LEAST_CHAT
        return side_place(self._tile.size(), self._picture.aspect, share, least)

    def _made(self) -> "CameraPanel":
        # Here and not above: the first window waits for this module, and most tiles never need them.
        from viewer.ui.controls.panel import CameraPanel
        from viewer.ui.wall.pointing_field import PointingField

        panel = CameraPanel(self._bridge, self._presets, self._tile)
        self._pointing = PointingField(self._bridge.session.controls, self._picture)
        self._pointing.left.connect(lambda: panel.setFocus(Qt.FocusReason.MouseFocusReason))
        panel.refreshed.connect(self.cover)
        self._picture.size_changed.connect(self.cover)
        panel.closed.connect(lambda: self.show_camera(False))
        panel.closed.connect(self.left)
        panel.left.connect(self.left)
        return panel
