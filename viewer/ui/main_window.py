"""The window: a bar, the wall or the empty state, and what the menus do."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from camwire.endpoint import Endpoint
from viewer.core.fleet import Fleet
from viewer.core.known_cameras import KnownCameras
from viewer.core.sessions.session import Session
from viewer.core.settings import SettingsFile
from viewer.core.showing.showing import Step
from viewer.core.showing.showings import Showings
from viewer.ui.asking import Asking
from viewer.ui.bar import Bar
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.notifier import Notifier
from viewer.ui.dialogs.questions import AboutDialog
from viewer.ui.empty_state import EmptyState
from viewer.ui.look import icons, words
from viewer.ui.main_menu import MainMenu
from viewer.ui.notice import Notice
from viewer.ui.shell import OF_THE_WINDOW, TITLE, Shell
from viewer.ui.wall.sight import Sight
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall


class MainWindow(QWidget):
    """Shows the fleet, and what the person may do with it."""

    closed = Signal()
    demo_wanted = Signal()

    def __init__(
        self,
        fleet: Fleet,
        settings: SettingsFile,
        log: Path,
        desktop: Desktop | None = None,
        shell: Shell | None = None,
    ) -> None:
        """`desktop` shows notifications; without one there are none. It fills `shell`, or is a window by itself."""
        super().__init__(shell)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icons.app_icon())
        self._fleet = fleet
        self._settings = settings.settings
        self._log = log
        self.cameras = KnownCameras(fleet, settings, lambda sentence: self.notice.say(sentence))
        """What the person does with cameras and ports, and how that is remembered."""
        self.wall = Wall(fleet, self._settings.wall, presets=self._settings.preset)
        self.asking = Asking(fleet, self.cameras, self.wall, self)
        self.empty = EmptyState()
        self._build()
        self.notice = Notice(self)
        self.notifier = Notifier(self.window(), desktop or Desktop())
        self.showings = Showings(fleet)
        """Which cameras get pictures of ours. To be closed before the fleet."""
        self.wall.clock.remark = self._remark
        self._sight = Sight(self.window())
        self._connect()
        self.resize(self._settings.window.width, self._settings.window.height)
        self.setMinimumSize(QSize(420, 320))
        if shell is not None:
            shell.fill(self)
            shell.window_changed.connect(self.notifier.look)
        self.empty.setFocus()
        fleet.observe(self)

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self.notice.withdraw_news()
        self.cameras.recognise(session)
        self.wall.add(session)
        self.notifier.watch(session)
        self._bar.say.setEnabled(True)
        if self._stack.currentWidget() is not self.wall:
            self._stack.setCurrentWidget(self.wall)
            self.wall.setFocus()
            self.notice.raise_()

    def session_removed(self, session: Session) -> None:
        self.wall.remove(session)
        self.notifier.forget(session)
        self.asking.removed(session)
        if not len(self._fleet):
            self._bar.say.setEnabled(False)
            self._stack.setCurrentWidget(self.empty)

    def told(self, sentence: str) -> None:
        self.notice.say(sentence)

    # What the person does

    def ask_for_camera(self) -> None:
        """Open the dialog that adds one."""
        self.asking.for_camera(self.listen)

    def listen(self, address: str, is_open: bool) -> None:
        """Let cameras call at a port, or at several, and say so. Raises UsageError."""
        begun = self.cameras.listen(address, is_open)
        self.show_listening()
        if begun:
            self.notice.say_briefly(f"Cameras may call at {' and '.join(map(str, begun))}. Each gets a tile.")
        else:
            self.notice.say_briefly("This wall listens there already. Just start the script.")

    def show_listening(self) -> None:
        """Say on an empty wall where cameras may call."""
        self.empty.show_listening([str(endpoint) for endpoint in self._fleet.listening])

    def limit(self, mbit: float) -> None:
        """Let all pictures together take so many Mbit/s, 0: as many as they need; and remember it."""
        self.wall.limit(mbit)
        self.cameras.save()

    def show_full_screen(self, is_full: bool) -> None:
        """The wall alone, without bar and frame; or back."""
        self._bar.setVisible(not is_full)
        if is_full:
            self.window().showFullScreen()
        else:
            self.window().showNormal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not (self.window().isFullScreen() or self.window().isMaximized()):
            window = self._settings.window
            window.width, window.height = max(320, self.width()), max(240, self.height())
        self.notice.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in OF_THE_WINDOW:
            self.notifier.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cameras.save()
        self.notifier.close()
        self.closed.emit()

    # Inside

    def _build(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.wall)
        self._bar = Bar()
        self._bar.set_menu(self._menu())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._stack, 1)

    def _menu(self) -> MainMenu:
        menu = MainMenu(self)
        menu.put("Add camera…", "Ctrl+N", self.ask_for_camera)
        menu.put("Add a camera of this computer…", "Ctrl+Shift+N", self.asking.for_own_camera)
        menu.put("Start the demo", "", self.demo_wanted.emit)
        self._ports = menu.put_ports(lambda: self._fleet.listening, self._stop_listening)
        menu.addSeparator()
        menu.put("Say to several…", "Ctrl+Shift+S", self.asking.what_to_say)
        menu.put("Search in all conversations…", "Ctrl+Shift+F", self.asking.what_to_find)
        menu.put("Close chat", "Ctrl+W", self._close_chat)
        figures = menu.put_switch("Statistics", "Ctrl+I", False, self._bar.statistics.toggle)
        self._bar.statistics.toggled.connect(figures.setChecked)
        has_captions = self._settings.window.captions
        self._captions = menu.put_switch("Last message on the picture", "", has_captions, self._on_captions_toggled)
        self._limit = menu.put("Limit the network…", "", self._ask_for_limit)
        menu.aboutToShow.connect(self._show_limit)
        menu.put("Full screen", "F11", lambda: self.show_full_screen(not self.window().isFullScreen()))
        menu.addSeparator()
        menu.put("Open log folder", "", self._open_log_folder)
        menu.put("About Watchword", "F1", lambda: AboutDialog(self._log, self).open())
        menu.addSeparator()
        menu.put("Quit", "Ctrl+Q", self.close)
        opener = QAction(self)
        opener.setShortcut(QKeySequence("F10"))
        opener.triggered.connect(lambda: self._bar.menu.showMenu())
        self.addAction(opener)
        return menu

    def _connect(self) -> None:
        self._bar.add.clicked.connect(self.ask_for_camera)
        self._bar.say.clicked.connect(self.asking.what_to_say)
        self._bar.say.setEnabled(False)
        self.wall.selection.changed.connect(lambda: self._bar.show_meant(len(self.wall.selection)))
        self.wall.clock.unread_changed.connect(self._show_unread)
        self.notifier.chosen.connect(self.wall.show_chat)
        self._bar.statistics.toggled.connect(self._on_statistics_toggled)
        self._bar.statistics.setChecked(self._settings.window.statistics)
        self.wall.show_captions(self._settings.window.captions)
        self.empty.add_wanted.connect(self.ask_for_camera)
        self.empty.demo_wanted.connect(self.demo_wanted)
        self._sight.changed.connect(self.wall.look)
        self.wall.clock.rate_measured.connect(self._show_rate)
        self.wall.arrangement_changed.connect(self.cameras.save)
        self.wall.presets_changed.connect(self.cameras.save)
        self.wall.keys.fullscreen_wanted.connect(self.show_full_screen)
        self.wall.menu_wanted.connect(self._on_menu_wanted)
        self.wall.keys.rename_wanted.connect(self.asking.for_name)
        self.wall.keys.remove_wanted.connect(self.asking.whether_to_remove)

    def _stop_listening(self, endpoint: Endpoint) -> None:
        self.cameras.stop_listening(endpoint)
        self.show_listening()

    def _ask_for_limit(self) -> None:
        self.asking.for_limit(self._settings.wall.ceiling_mbit, self.limit)

    def _show_limit(self) -> None:
        mbit = self._settings.wall.ceiling_mbit
        self._limit.setText(f"Limit the network: {mbit:.10g} Mbit/s…" if mbit else "Limit the network…")

    def _on_captions_toggled(self) -> None:
        self._settings.window.captions = self._captions.isChecked()
        self.wall.show_captions(self._captions.isChecked())

    def _show_unread(self, count: int) -> None:
        self.window().setWindowTitle(f"({count}) {TITLE}" if count else TITLE)

    def _close_chat(self) -> None:
        tile = self.wall.selected
        if tile is not None:
            tile.close_side()

    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))

    def _show_rate(self, mbit: float) -> None:
        self._bar.show_rate(words.of_limit(mbit, self._settings.wall.ceiling_mbit))

    def _on_statistics_toggled(self, is_on: bool) -> None:
        self.wall.show_statistics(is_on)
        if is_on:
            self._show_rate(self.wall.taken())
        else:
            self._bar.show_rate("")
        self._settings.window.statistics = is_on

    def _remark(self, session: Session) -> str:
        """What is said beside a camera's name: a person must know when this computer's pictures go out."""
        showing = self.showings.to(session)
        if showing is None:
            return ""
        if showing.step is Step.FAILED:
            self.showings.end(session)
            self.notice.say(f"{session.name} gets no pictures any more. {showing.sentence}")
        return "gets your pictures" if showing.step is Step.SENDING else ""

    def _on_menu_wanted(self, tile: Tile, where: QPoint) -> None:
        asking = self.asking
        wishes = self.wall.maximise, asking.for_name, asking.whether_to_remove
        CameraMenu(tile, self.showings, self.cameras.own, *wishes, self).popup(where)
