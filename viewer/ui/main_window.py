"""The window: a bar, the wall or the empty state, and what the menus do."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from camwire.endpoint import Endpoint
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.picture_actions import PictureActions
from viewer.ui.actions.program_actions import ProgramActions
from viewer.ui.actions.registry import Actions
from viewer.ui.actions.talk_actions import TalkActions
from viewer.ui.actions.window_actions import WindowActions
from viewer.ui.asking import Asking
from viewer.ui.bar import Bar
from viewer.ui.camera_list.list_actions import ListActions
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.notifier import Notifier
from viewer.ui.empty_state import EmptyState
from viewer.ui.layouts.layout_actions import LayoutActions
from viewer.ui.layouts.wall_actions import WallActions
from viewer.ui.look import icons
from viewer.ui.main_menu import MainMenu
from viewer.ui.motion.motion_actions import MotionActions
from viewer.ui.notice import Notice
from viewer.ui.pairing.alarms import Alarms
from viewer.ui.recording.recording_actions import RecordingActions
from viewer.ui.remarks import Remarks
from viewer.ui.replay.replaying import Replaying
from viewer.ui.shell import OF_THE_WINDOW, TITLE, Shell
from viewer.ui.wall.sight import Sight
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall
from viewer.ui.walls import Walls
from viewer.ui.window_place import show_full_screen


class MainWindow(QWidget):
    """Shows the fleet, and what the person may do with it. May be made anew while the program runs: everything of
    importance is in `program`."""

    quit_wanted = Signal()
    remake_wanted = Signal()
    """Language or look are others now."""
    settings_changed = Signal()
    # In the place of Qt's list of that name, which is of no use where every action has an id.
    actions: Actions  # type: ignore[assignment]

    def __init__(self, program: Program, desktop: Desktop | None = None, shell: Shell | None = None) -> None:
        """`desktop` shows notifications; without one there are none. It fills `shell`, or is a window by itself."""
        super().__init__(shell)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icons.app_icon())
        self.program = program
        self._fleet = program.fleet
        self._settings = program.settings
        self.actions = Actions(self, self._settings.keys)
        groups = program.cameras.groups.members
        presets = self._settings.preset
        self.wall = Wall(self._fleet, self._settings.wall, presets=presets, groups=groups, undo=program.undo)
        self.walls = Walls(program, self.wall, self.actions)
        self.asking = Asking(program, self.wall, self, self.walls.remove_camera)
        self.empty = EmptyState(self.actions, is_first=not self._settings.general.greeted)
        self._build()
        self.notice = Notice(self)
        program.say, program.say_instead = self.notice.say, self.notice.say
        program.say_briefly, program.offer = self.notice.say_briefly, self.notice.offer
        self.notifier = Notifier(self.window(), desktop or Desktop(), self._settings.notifications)
        self.alarms = Alarms(self.notice.withdraw, self)
        self.wall.clock.remark = Remarks(program).of
        self._sight = Sight(self.window())
        self._offer()
        self._connect()
        self.resize(self._settings.window.width, self._settings.window.height)
        self.setMinimumSize(QSize(420, 300))
        if shell is not None:
            shell.fill(self)
            shell.window_changed.connect(self.notifier.look)
        self.empty.setFocus()
        self.show_listening()
        self._fleet.observe(self)
        self.walls.restore()
        for session in self._fleet:
            self.session_added(session)

    def let_go(self) -> None:
        """Another window shows the fleet from now on."""
        self._fleet.forget(self)
        self.recording.let_go()
        self.replaying.let_go()
        self.motion.let_go()
        self.walls.let_go()
        self.wall.let_go()
        self.notifier.let_go()
        self.alarms.let_go()
        self._sight.deleteLater()

    def take_over(self, before: "MainWindow") -> None:
        """Go on where the window `before` was let go: the same camera, the same news, the same windows beside it."""
        self.replaying.take_over(before.replaying)
        self.of_program.take_over(before.of_program)
        selected = before.wall.selected
        if selected is not None and selected.session.identity.key in self._fleet:
            self.wall.go_to(selected.session)
        self._bar.setVisible(not self.window().isFullScreen())
        if not before.notice.isHidden():
            self.notice.say(before.notice.label.text())
        self.alarms.take_over(before.alarms)

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self.notice.withdraw_news()
        self.empty.greet_no_more()
        self.program.cameras.recognise(session)
        self.walls.add(session)
        self.notifier.watch(session)
        self.alarms.watch(session)
        self._bar.say.setEnabled(True)
        if self._stack.currentWidget() is not self.wall:
            self._stack.setCurrentWidget(self.wall)
            self.wall.setFocus()
            self.notice.raise_()

    def session_removed(self, session: Session) -> None:
        self.walls.remove(session)
        self.notifier.forget(session)
        self.alarms.forget(session)
        self.asking.removed(session)
        if not len(self._fleet):
            self._bar.say.setEnabled(False)
            self._bar.show_rate("")
            self._stack.setCurrentWidget(self.empty)

    def told(self, sentence: str) -> None:
        self.notice.say(sentence)

    # What the person does

    def ask_to_quit(self) -> None:
        """Want the program to end, after a question where something would be lost by that."""
        self.asking.whether_to_quit(self.quit_wanted.emit)

    def show_listening(self) -> None:
        """Say on an empty wall where cameras may call."""
        self.empty.show_listening([str(endpoint) for endpoint in self._fleet.listening])

    def show_full_screen(self, is_full: bool) -> None:
        """The wall alone, without bar and frame; or back."""
        self._bar.setVisible(not is_full)
        show_full_screen(self.window(), is_full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Without a camera there is no wall that could have the keyboard, and what was done last can be undone still.
        if self._stack.currentWidget() is not self.empty or not self.wall.keys.take(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not (self.window().isFullScreen() or self.window().isMaximized()):
            window = self._settings.window
            window.width, window.height = max(320, self.width()), max(240, self.height())
        self.notice.place()
        self.camera_list.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in OF_THE_WINDOW:
            self.notifier.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.quit_wanted.emit()

    # Inside

    def _build(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.wall)
        self._bar = Bar(self.actions)
        self._menu = MainMenu(self.actions, self)
        self._menu.put_camera(CameraMenu(self.actions, self.wall, self._menu), self.wall)
        self._menu.put_ports(lambda: self._fleet.listening, self._stop_listening)
        self._bar.set_menu(self._menu)
        self._camera_menu = CameraMenu(self.actions, self.wall, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._row = QHBoxLayout()
        self._row.addLayout(self._stack, 1)
        column.addLayout(self._row, 1)

    def _offer(self) -> None:
        """Say what can be done here; what rooms of their own can do, they offer themselves."""
        WindowActions(self.actions, self.program, self.walls, self._bar, self.asking, self)
        TalkActions(self.actions, self._fleet, self.wall, self.asking)
        self.of_program = ProgramActions(self.actions, self.program, self.asking, self)
        self.of_program.remake_wanted.connect(self.remake_wanted)
        self.of_program.changed.connect(self.settings_changed)
        self.actions.offer("program.quit", self.ask_to_quit)
        self.actions.offer(
            "wall.full_screen",
            lambda: self.show_full_screen(not self.window().isFullScreen()),
            is_on=lambda: self.window().isFullScreen(),
        )
        self.camera_actions = CameraActions(self.actions, self.wall)
        self.camera_actions.offer_the_usual(self.program, self.asking)
        PictureActions(self.camera_actions, self.program)
        WallActions(self.actions, self.camera_actions, self.wall)
        self.layouts = LayoutActions(self.actions, self.program, self.wall)
        self.layouts.changed.connect(self.walls.layouts_changed)
        self.walls.layouts_changed.connect(self.layouts.look)
        self.actions.offer("wall.new_window", self._open_window)
        self.camera_actions.offer("camera.window", self.walls.move_on)
        self.camera_list = ListActions(self.actions, self.camera_actions, self.program, self.walls, self.asking)
        self._row.insertWidget(0, self.camera_list.panel)
        self.replaying = Replaying(self.actions, self.program, self)
        self.motion = MotionActions(self.camera_actions, self.program, self.wall, self)
        self.recording = RecordingActions(self.actions, self.camera_actions, self.program, self.wall, self)

    def _connect(self) -> None:
        self._bar.say.setEnabled(False)
        self.wall.keys.actions = self.actions
        self.actions.refused.connect(self.notice.say_briefly)
        self.wall.selection.changed.connect(self._show_meant)
        self.wall.arrangement_changed.connect(self._show_meant)
        self.wall.clock.unread_changed.connect(self._show_unread)
        self.notifier.chosen.connect(self.wall.show_chat)
        self.empty.greeted.connect(self._on_greeted)
        self._sight.changed.connect(self.wall.look)
        self.wall.arrangement_changed.connect(self.program.cameras.save)
        self.wall.presets_changed.connect(self.program.cameras.save)
        self.wall.keys.fullscreen_wanted.connect(self.show_full_screen)
        self.wall.menu_wanted.connect(self._on_menu_wanted)
        self.asking.listening_changed.connect(self.show_listening)

    def _show_meant(self) -> None:
        """To how many it would be said: those that are marked, else those that the layout shows."""
        count = len(self.wall.meant)
        is_all = not len(self.wall.selection) and count == len(self._fleet)
        self._bar.show_meant(0 if is_all else count)

    def _open_window(self) -> None:
        """With the cameras that are marked, if any are."""
        self.walls.open_window([tile.session for tile in self.wall.selection.tiles])

    def _on_greeted(self) -> None:
        self._settings.general.greeted = True
        self.program.cameras.save()

    def _stop_listening(self, endpoint: Endpoint) -> None:
        self.program.cameras.stop_listening(endpoint)
        self.show_listening()

    def _show_unread(self, count: int) -> None:
        self.window().setWindowTitle(f"({count}) {TITLE}" if count else TITLE)

    def _on_menu_wanted(self, tile: Tile, where: QPoint) -> None:
        self.wall.select(tile)
        self._camera_menu.popup(where)
