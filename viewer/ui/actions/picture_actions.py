"""What can be done with how a camera's pictures are seen: looking closer at them, and turning them."""

from viewer.core.pictures.orientation import Orientation
from viewer.core.program import Program
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.wall.tile import Tile


class PictureActions:
    """Zooming lasts as long as the tile does; how pictures are turned is remembered."""

    def __init__(self, actions: CameraActions, program: Program) -> None:
        self._program = program
        actions.offer("camera.zoom_in", lambda tile: tile.picture.zoom.step(1))
        actions.offer("camera.zoom_out", lambda tile: tile.picture.zoom.step(-1))
        actions.offer("camera.zoom_reset", lambda tile: tile.picture.zoom.reset())
        actions.offer("camera.turn", lambda tile: self._orient(tile, tile.session.orientation.turned()))
        actions.offer(
            "camera.mirror",
            lambda tile: self._orient(tile, tile.session.orientation.mirrored()),
            is_on=lambda tile: tile.session.orientation.is_mirrored,
        )

    def _orient(self, tile: Tile, orientation: Orientation) -> None:
        self._program.cameras.orient(tile.session, orientation)
        tile.orient()
