"""The action that chooses how a camera is watched for motion, and the mark on the tiles where something moves."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.wall.layout import Hotspot
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.motion.dialog import MotionDialog
from viewer.ui.wall.wall import Wall


class MotionActions(QObject):
    """Those of one window; who watches outlives it."""

    def __init__(self, camera_actions: CameraActions, program: Program, wall: Wall, window: QWidget) -> None:
        super().__init__(window)
        self._watch = watch = program.motion
        self._wall = wall
        camera_actions.offer("camera.motion", lambda tile: MotionDialog(tile.session, watch, window).open())
        wall.clock.has_motion = watch.has_badge
        watch.observe(self)

    def let_go(self) -> None:
        """Another window shows the fleet from now on."""
        self._watch.forget(self)

    def motion_changed(self, session: Session) -> None:
        """Something moves before a camera, or does not any more."""
        for tile in self._wall.all_tiles:
            if tile.session is session:
                tile.picture.overlay.has_motion = self._watch.has_badge(session)
                tile.picture.update()
        if self._watch.is_moving(session):
            self._wall.hot.noticed(session, Hotspot.MOVING)
