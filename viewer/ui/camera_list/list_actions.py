"""The list of cameras as actions open it, and what happens from it."""

from PySide6.QtCore import QObject, QPoint

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.camera_list.panel import CameraList
from viewer.ui.wall.tile import Tile
from viewer.ui.walls import Walls

LEAST_WIDTH = 620
"""A narrower window has no room for the list."""


class ListActions(QObject):
    """Owns the list, until a window takes it in."""

    def __init__(
        self, actions: Actions, camera_actions: CameraActions, program: Program, walls: Walls, asking: Asking
    ) -> None:
        super().__init__(walls)
        self.panel = CameraList(lambda: program.fleet, program.cameras.groups)
        self._program = program
        self._walls = walls
        self._has_room = True
        self.panel.hide()
        self.panel.close_button.setToolTip(actions.tip("cameras.list", tr("Close")))
        self.panel.closed.connect(self._toggle)
        self.panel.chosen.connect(walls.go_to)
        self.panel.say_wanted.connect(asking.what_to_say)
        self.panel.menu_wanted.connect(self._open_menu)
        actions.offer(
            "cameras.list",
            self._toggle,
            is_on=lambda: program.settings.window.camera_list,
            refusal=lambda: "" if self._has_room else tr("The window is too narrow for the list. Make it wider."),
        )
        camera_actions.offer("camera.group", self._ask_for_groups)
        self._show()

    def fit(self, width: int) -> None:
        """The window has this width now."""
        self._has_room = width >= LEAST_WIDTH
        self._show()

    def _toggle(self) -> None:
        window = self._program.settings.window
        window.camera_list = not window.camera_list
        self._show()
        if window.camera_list:
            self.panel.search.setFocus()
        else:
            (self._walls.main.selected or self._walls.main).setFocus()
        self._program.cameras.save()

    def _show(self) -> None:
        self.panel.setVisible(self._program.settings.window.camera_list and self._has_room)

    def _open_menu(self, session: Session, where: QPoint) -> None:
        wall = self._walls.of(session)
        for tile in wall.all_tiles:
            if tile.session is session:
                wall.menu_wanted.emit(tile, where)

    def _ask_for_groups(self, tile: Tile) -> None:
        # Here and not above: the first window does not wait for it.
        from viewer.ui.layouts.group_dialog import GroupDialog

        key, groups = tile.session.identity.key, self._program.cameras.groups

        def put(names: list[str]) -> None:
            groups.put(key, names)
            self._walls.arrange()
            self._program.cameras.save()

        GroupDialog(tile.session.name, groups.names, groups.of(key), put, tile.window()).open()
