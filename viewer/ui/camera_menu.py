"""What can be done with the selected camera: the menu of its tile."""

from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.actions import TILE_SIZES
from viewer.ui.actions.menu import ActionMenu, of_section
from viewer.ui.actions.registry import Actions
from viewer.ui.wall.wall import Wall

SECTION = "Selected camera"
NOT_IN_IT = ("camera.menu", *TILE_SIZES)
BEFORE_SIZES = "camera.smaller"
# What a new group begins with: the picture, how it is looked at, its place on the wall, the camera itself.
BEFORE = ("camera.snapshot", "camera.zoom_in", "camera.larger", "camera.rename")


class CameraMenu(ActionMenu):
    """Filled when it is opened, for the tile that is selected then."""

    def __init__(self, actions: Actions, wall: Wall, parent: QWidget) -> None:
        super().__init__(tr("Selected camera"), actions, parent, self._ids())
        self._wall = wall
        self._all = actions
        self._sizes = ActionMenu(tr("Size"), actions, self, TILE_SIZES)
        self.addMenu(self._sizes)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """What is open beside the picture is closed here as well. Where no tile is selected, that is done first."""
        if self._wall.selected is None:
            self._wall.select(self._wall.current)
        tile = self._wall.selected
        ids = self._ids()
        if tile is not None and tile.side.is_camera_open:
            ids[ids.index("camera.panel")] = "talk.close"
        elif tile is not None and tile.is_chat_open:
            ids[ids.index("camera.chat")] = "talk.close"
        self._all.show_state([*ids, *TILE_SIZES])
        self.clear()
        for id in ids:
            if id in BEFORE:
                self.addSeparator()
            self.addAction(self._all[id])
            if id == BEFORE_SIZES:
                self.addMenu(self._sizes)

    @staticmethod
    def _ids() -> list[str]:
        return [id for id in of_section(SECTION) if id not in NOT_IN_IT]
