"""Tells a session where its picture is shown, in device pixels, and whether anybody sees it."""

from PySide6.QtCore import QObject, QTimer

from viewer.core.pictures.wanting import Place
from viewer.core.sessions.session import Session
from viewer.ui.wall.fitting import enlarged, in_device_pixels
from viewer.ui.wall.picture_view import PictureView
from viewer.ui.wall.sight import is_seen

REST_MS = 100
"""A place that has not moved for so long is where the person wants it. A resize then shows a picture of its size within
some 200 ms, and one drag of the mouse asks the camera for two or three sizes."""


class Placing(QObject):
    """Follows the widget `picture`: its size, how far it is zoomed into, and how its pictures are turned."""

    def __init__(self, session: Session, picture: PictureView) -> None:
        super().__init__(picture)
        self._session = session
        self._picture = picture
        self._is_whole = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        picture.zoom.changed.connect(self.moved)

    def moved(self) -> None:
        """The widget has another size, or its pictures are shown otherwise."""
        self._session.place(self._place(), is_moving=True)
        self._rest.start()

    def show_whole(self, is_whole: bool) -> None:
        """Whether the picture is wanted in full size, however large the widget is."""
        self._is_whole = is_whole
        self.moved()

    def look(self) -> None:
        """Find out whether the picture is seen, and at how many pixels."""
        if is_seen(self._picture):
            self._settle()
            self._session.show(True)
        else:
            self.hide()

    def hide(self) -> None:
        """Nobody sees it."""
        self._session.show(False)

    def let_go(self) -> None:
        """Tell nothing more."""
        self._rest.stop()

    def _on_rested(self) -> None:
        self._settle()
        # It may have come from beyond the edge of the screen. That it goes there, the window tells.
        if is_seen(self._picture):
            self._session.show(True)

    def _settle(self) -> None:
        self._rest.stop()
        self._session.place(self._place())

    def _place(self) -> Place | None:
        if self._is_whole:
            return None
        place = in_device_pixels(self._picture.size(), self._picture.devicePixelRatioF())
        # What is not seen of an enlarged picture comes as well: no camera sends parts.
        place = enlarged(place, self._picture.zoom.viewport.zoom)
        return Place(*self._session.orientation.size(place.width(), place.height()))
