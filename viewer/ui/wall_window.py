"""One more window with a wall of its own, for another screen or for a few cameras beside the others."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.settings import OtherWindowSettings
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.picture_actions import PictureActions
from viewer.ui.actions.registry import Actions
from viewer.ui.actions.talk_actions import TalkActions
from viewer.ui.asking import Asking
from viewer.ui.bar import Bar
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.dialogs.base import resize_within_screen
from viewer.ui.layouts.layout_actions import LayoutActions
from viewer.ui.layouts.wall_actions import WallActions
from viewer.ui.look import icons
from viewer.ui.main_menu import MainMenu
from viewer.ui.motion.motion_actions import MotionActions
from viewer.ui.recording.camera_recording import CameraRecording
from viewer.ui.shell import OF_THE_WINDOW, TITLE
from viewer.ui.wall.sight import Sight
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall
from viewer.ui.window_place import place_of, return_to, show_full_screen

LEAST = QSize(420, 300)
USUAL = QSize(900, 600)
OF_THE_FIRST = (
    "cameras.find",
    "cameras.add",
    "cameras.add_own",
    "cameras.list",
    "wall.new_window",
    "wall.statistics",
    "wall.captions",
    "wall.limit",
    "record.all",
    "record.snapshots",
    "record.replay",
    "record.folder",
    "program.guide",
    "program.preferences",
    "program.shortcuts",
    "program.log",
    "program.about",
    "program.quit",
)
"""What the first window does, wherever the keys are pressed."""


class WallWindow(QWidget):
    """Its cameras and their arrangement are kept in `settings`; `main` is the wall of the first window."""

    closed = Signal(object)  # WallWindow: by the person
    changed = Signal()
    """It was minimised, made as large as the screen, put in front or behind, or hidden."""
    actions: Actions  # type: ignore[assignment]

    def __init__(
        self,
        program: Program,
        settings: OtherWindowSettings,
        main: Wall,
        of_first: Actions,
        move_on: Callable[[Tile], object],
        remove: Callable[[Session], object],
    ) -> None:
        """`of_first` are the actions of the first window; `move_on` shows a camera in the next window, `remove` forgets
        it."""
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icons.app_icon())
        self.settings = settings
        self._program = program
        self._is_kept = False
        self.actions = Actions(self, program.settings.keys)
        self.wall = Wall(
            program.fleet,
            settings.wall,
            presets=program.settings.preset,
            groups=program.cameras.groups.members,
            undo=program.undo,
            ceiling=main.ceiling,
        )
        self.wall.clock.remark = main.clock.remark
        self.wall.show_statistics(program.settings.window.statistics)
        self.wall.show_captions(program.settings.window.captions)
        self.wall.invitation = tr(
            "Drag cameras from the list into this window, or choose “Show in another window” in the menu of one."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = Bar(self.actions)
        # Figures are shown in all windows or in none: the first one has the button.
        self._bar.statistics.hide()
        column.addWidget(self._bar)
        column.addWidget(self.wall, 1)
        self._sight = Sight(self)
        asking = Asking(program, self.wall, self, remove)
        self._offer(of_first, asking, move_on)
        self._camera_menu = CameraMenu(self.actions, self.wall, self)
        menu = MainMenu(self.actions, self)
        menu.put_camera(CameraMenu(self.actions, self.wall, menu), self.wall)
        self._bar.set_menu(menu)
        self._connect()
        self.setMinimumSize(LEAST)
        resize_within_screen(self, USUAL)
        return_to(self, settings.place)
        self._bar.setVisible(not self.isFullScreen())

    def let_go(self) -> None:
        """It is shown no more; what is remembered stays as it is."""
        self.settings.place = place_of(self)
        self._is_kept = True
        self._recording.let_go()
        self._motion.let_go()
        self.wall.let_go()
        self._sight.deleteLater()
        self.close()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in OF_THE_WINDOW:
            self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_kept:
            self.closed.emit(self)

    def show_full_screen(self, is_full: bool) -> None:
        """The wall alone, without bar and frame; or back."""
        self._bar.setVisible(not is_full)
        show_full_screen(self, is_full)

    # Inside

    def _offer(self, of_first: Actions, asking: Asking, move_on: Callable[[Tile], object]) -> None:
        camera_actions = CameraActions(self.actions, self.wall)
        camera_actions.offer_the_usual(self._program, asking)
        camera_actions.offer("camera.window", move_on)
        PictureActions(camera_actions, self._program)
        self._recording = CameraRecording(camera_actions, self._program, self.wall, self)
        self._motion = MotionActions(camera_actions, self._program, self.wall, self)
        WallActions(self.actions, camera_actions, self.wall)
        self.layouts = LayoutActions(self.actions, self._program, self.wall)
        self.actions.offer("program.menu", self._bar.menu.showMenu)
        TalkActions(self.actions, self._program.fleet, self.wall, asking)
        self.actions.offer(
            "wall.full_screen",
            lambda: self.show_full_screen(not self.isFullScreen()),
            is_on=self.isFullScreen,
        )
        of_first.bound.connect(self._bind)
        for id in OF_THE_FIRST:
            self.actions.offer(id, of_first[id].trigger)

    def _connect(self) -> None:
        self.wall.keys.actions = self.actions
        self.wall.keys.fullscreen_wanted.connect(self.show_full_screen)
        self.wall.menu_wanted.connect(self._on_menu_wanted)
        self.wall.arrangement_changed.connect(self._program.cameras.save)
        self.wall.presets_changed.connect(self._program.cameras.save)
        self.wall.clock.unread_changed.connect(self._show_unread)
        self.wall.selection.changed.connect(self._show_meant)
        self.actions.refused.connect(lambda sentence: self._program.say_briefly(sentence))
        self._sight.changed.connect(self.wall.look)

    def _bind(self) -> None:
        """The person has chosen other keys."""
        self.actions.bind(self._program.settings.keys)

    def _show_meant(self) -> None:
        """To how many it would be said: those that are marked; without any, all of this window."""
        self._bar.show_meant(len(self.wall.selection))

    def _show_unread(self, count: int) -> None:
        self.setWindowTitle(f"({count}) {TITLE}" if count else TITLE)

    def _on_menu_wanted(self, tile: Tile, where: QPoint) -> None:
        self.wall.select(tile)
        self._camera_menu.popup(where)
