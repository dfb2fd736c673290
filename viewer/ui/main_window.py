"""The window: a bar, the wall or the empty state, and what the menus do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from viewer.core.fleet import Fleet
from viewer.core.history import Found
from viewer.core.own_cameras import OwnCameras
from viewer.core.session import Session
from viewer.core.settings import CallerSettings, CameraSettings, ListenSettings, SettingsFile
from viewer.core.showing import Step
from viewer.core.showings import Showings
from viewer.ui import icons, words
from viewer.ui.add_dialog import AddDialog
from viewer.ui.bar import Bar
from viewer.ui.desktop import Desktop
from viewer.ui.dialogs import AboutDialog, RemoveDialog, RenameDialog
from viewer.ui.empty_state import EmptyState
from viewer.ui.limit_dialog import LimitDialog
from viewer.ui.notice import Notice
from viewer.ui.notifier import Notifier
from viewer.ui.own_dialog import OwnDialog
from viewer.ui.round_dialog import RoundDialog
from viewer.ui.search_dialog import SearchDialog
from viewer.ui.shell import OF_THE_WINDOW, TITLE, Shell
from viewer.ui.show_dialog import ShowDialog
from viewer.ui.sight import Sight
from viewer.ui.tile import Tile
from viewer.ui.wall import Wall


class MainWindow(QWidget):
    """Shows the fleet; keeps settings in step with what the person does."""

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
        self._file = settings
        self._log = log
        self._round: RoundDialog | None = None
        self.wall = Wall(fleet, settings.settings.wall, presets=settings.settings.preset)
        self.empty = EmptyState()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.wall)
        self._build()
        self.notice = Notice(self)
        self.notifier = Notifier(self.window(), desktop or Desktop())
        self.own: OwnCameras | None = None
        """The cameras of this computer, where it may have some."""
        self.showings = Showings(fleet)
        """Which cameras get pictures of ours. To be closed before the fleet."""
        self.wall.remark = self._remark
        self._sight = Sight(self.window())
        self._connect()
        self.resize(settings.settings.window.width, settings.settings.window.height)
        self.setMinimumSize(QSize(420, 320))
        if shell is not None:
            shell.fill(self)
            shell.window_changed.connect(self.notifier.look)
        self.empty.setFocus()
        fleet.observe(self)

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self.notice.withdraw_news()
        for caller in self._file.settings.caller:
            if caller.key == session.identity.key:
                session.rename(caller.name)
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
        if self._round is not None:
            self._round.removed(session)
        if not len(self._fleet):
            self._bar.say.setEnabled(False)
            self._stack.setCurrentWidget(self.empty)

    def told(self, sentence: str) -> None:
        self.notice.say(sentence)

    # What the person does

    def add_camera(self, address: str, name: str) -> None:
        """Connect to a camera and remember it. Raises UsageError."""
        session = self._fleet.add(address, name)
        self._file.settings.camera.append(CameraSettings(endpoint=session.identity.key, name=name))
        self.save()

    def add_own_camera(self, source: str, name: str) -> None:
        """Start a camera program of this computer, and remember it. Raises UsageError."""
        assert self.own is not None
        address = self.own.add(source, name)
        try:
            self.add_camera(address, "")
        except UsageError:
            self.own.remove(address)
            raise

    def listen(self, address: str, is_open: bool) -> None:
        """Let cameras call at a port, or at several, and remember it. Raises UsageError."""
        begun: list[Endpoint] = []
        before = self._fleet.listening
        try:
            for endpoint in Endpoint.parse_all(address):
                if endpoint not in before:
                    begun.append(self._fleet.listen(str(endpoint), is_open))
        except UsageError:
            for endpoint in begun:
                self._fleet.stop_listening(endpoint)
            raise
        self._file.settings.listen += [ListenSettings(endpoint=str(each), open=is_open) for each in begun]
        self.save()
        self.show_listening()
        if begun:
            self.notice.say_briefly(f"Cameras may call at {' and '.join(map(str, begun))}. Each gets a tile.")
        else:
            self.notice.say_briefly("This wall listens there already. Just start the script.")

    def stop_listening(self, endpoint: Endpoint) -> None:
        """Close a port; the cameras that called there stay on the wall as offline."""
        self._fleet.stop_listening(endpoint)
        kept = self._file.settings.listen
        kept[:] = [each for each in kept if each.endpoint != str(endpoint)]
        self.save()
        self.show_listening()

    def rename_camera(self, session: Session, name: str) -> None:
        """Call a camera by the person's own name for it."""
        session.rename(name)
        key, settings = session.identity.key, self._file.settings
        if self._fleet.is_dialled(key):
            for camera in settings.camera:
                if camera.endpoint == key:
                    camera.name = name
        else:
            known = [CallerSettings(key=key, name=name)] if name else []
            settings.caller[:] = [each for each in settings.caller if each.key != key] + known
        self.save()

    def remove_camera(self, session: Session) -> None:
        """Forget a camera."""
        cameras = self._file.settings.camera
        cameras[:] = [camera for camera in cameras if camera.endpoint != session.identity.key]
        presets = self._file.settings.preset
        presets[:] = [preset for preset in presets if preset.camera != session.identity.key]
        self._fleet.remove(session.identity.key)
        if self.own is not None:
            self.own.remove(session.identity.key)
        self.save()

    def save(self) -> None:
        """Write the settings; say so if that fails."""
        for camera in self._file.settings.camera:
            if camera.endpoint in self._fleet:
                camera.own_name = self._fleet[camera.endpoint].own_name
        try:
            self._file.save()
        except (OSError, ValueError) as error:
            self.notice.say(f"The settings could not be saved: {error}. Free some space, or check that folder.")

    def show_listening(self) -> None:
        """Say on an empty wall where cameras may call."""
        self.empty.show_listening([str(endpoint) for endpoint in self._fleet.listening])

    def ask_for_camera(self) -> None:
        """Open the dialog that adds one."""
        dialog = AddDialog(self.add_camera, self.listen, self)
        dialog.own_wanted.connect(self.ask_for_own_camera)
        dialog.open()

    def ask_for_own_camera(self) -> None:
        """Open the dialog that adds one of this computer."""
        if self.own is not None:
            OwnDialog(self.add_own_camera, self).open()

    def ask_for_limit(self) -> None:
        """Open the dialog that says how much of the network all pictures may take."""
        LimitDialog(self._file.settings.wall.ceiling_mbit, self.wall.taken, self.limit, self).open()

    def limit(self, mbit: float) -> None:
        """Let all pictures together take so many Mbit/s, 0: as many as they need; and remember it."""
        self.wall.limit(mbit)
        self.save()

    def say_to_several(self) -> None:
        """Open the dialog that says something to all marked cameras, or to all."""
        if not len(self._fleet):
            return
        if self._round is not None:
            self._round.reject()
        self._round = RoundDialog([tile.session for tile in self.wall.meant], self)
        self._round.chosen.connect(self.wall.show_chat)
        self._round.finished.connect(self._on_round_finished)
        self._round.show()

    def search(self) -> None:
        """Open the dialog that searches in all conversations."""
        fleet = self._fleet
        dialog = SearchDialog(fleet.history.search, lambda key: fleet[key].name if key in fleet else "", self)
        dialog.chosen.connect(self._on_found)
        dialog.open()

    def show_full_screen(self, is_full: bool) -> None:
        """The wall alone, without bar and frame; or back."""
        self._bar.setVisible(not is_full)
        if is_full:
            self.window().showFullScreen()
        else:
            self.window().showNormal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not (self.window().isFullScreen() or self.window().isMaximized()):
            window = self._file.settings.window
            window.width, window.height = max(320, self.width()), max(240, self.height())
        self.notice.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in OF_THE_WINDOW:
            self.notifier.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        self.notifier.close()
        self.closed.emit()

    # Inside

    def _build(self) -> None:
        self._bar = Bar()
        self._bar.set_menu(self._menu())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._stack, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._action(menu, "Add camera…", "Ctrl+N", self.ask_for_camera)
        self._action(menu, "Add a camera of this computer…", "Ctrl+Shift+N", self.ask_for_own_camera)
        self._action(menu, "Start the demo", "", self.demo_wanted.emit)
        self._ports = menu.addMenu("Stop listening")
        menu.aboutToShow.connect(self._fill_ports)
        menu.aboutToShow.connect(self._show_limit)
        menu.addSeparator()
        self._action(menu, "Say to several…", "Ctrl+Shift+S", self.say_to_several)
        self._action(menu, "Search in all conversations…", "Ctrl+Shift+F", self.search)
        self._action(menu, "Close chat", "Ctrl+W", self._close_chat)
        figures = self._action(menu, "Statistics", "Ctrl+I", self._bar.statistics.toggle)
        figures.setCheckable(True)
        self._bar.statistics.toggled.connect(figures.setChecked)
        self._captions = self._action(menu, "Last message on the picture", "", self._on_captions_toggled)
        self._captions.setCheckable(True)
        self._captions.setChecked(self._file.settings.window.captions)
        self._limit = self._action(menu, "Limit the network…", "", self.ask_for_limit)
        self._action(menu, "Full screen", "F11", lambda: self.show_full_screen(not self.window().isFullScreen()))
        menu.addSeparator()
        self._action(menu, "Open log folder", "", self._open_log_folder)
        self._action(menu, "About Watchword", "F1", lambda: AboutDialog(self._log, self).open())
        menu.addSeparator()
        self._action(menu, "Quit", "Ctrl+Q", self.close)
        opener = QAction(self)
        opener.setShortcut(QKeySequence("F10"))
        opener.triggered.connect(lambda: self._bar.menu.showMenu())
        self.addAction(opener)
        return menu

    def _fill_ports(self) -> None:
        self._ports.clear()
        self._ports.setEnabled(bool(self._fleet.listening))
        for endpoint in self._fleet.listening:
            action = self._ports.addAction(str(endpoint))
            action.triggered.connect(lambda _checked=False, port=endpoint: self.stop_listening(port))

    def _show_limit(self) -> None:
        mbit = self._file.settings.wall.ceiling_mbit
        self._limit.setText(f"Limit the network: {mbit:.10g} Mbit/s…" if mbit else "Limit the network…")

    def _on_captions_toggled(self) -> None:
        self._file.settings.window.captions = self._captions.isChecked()
        self.wall.show_captions(self._captions.isChecked())

    def _action(self, menu: QMenu, text: str, keys: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._bar.add.clicked.connect(self.ask_for_camera)
        self._bar.say.clicked.connect(self.say_to_several)
        self._bar.say.setEnabled(False)
        self.wall.selection.changed.connect(lambda: self._bar.show_meant(len(self.wall.selection)))
        self.wall.unread_changed.connect(self._show_unread)
        self.notifier.chosen.connect(self.wall.show_chat)
        self._bar.statistics.toggled.connect(self._on_statistics_toggled)
        self._bar.statistics.setChecked(self._file.settings.window.statistics)
        self.wall.show_captions(self._file.settings.window.captions)
        self.empty.add_wanted.connect(self.ask_for_camera)
        self.empty.demo_wanted.connect(self.demo_wanted)
        self._sight.changed.connect(self.wall.look)
        self.wall.rate_measured.connect(self._show_rate)
        self.wall.arrangement_changed.connect(self.save)
        self.wall.presets_changed.connect(self.save)
        self.wall.fullscreen_wanted.connect(self.show_full_screen)
        self.wall.menu_wanted.connect(self._on_menu_wanted)
        self.wall.rename_wanted.connect(self._on_rename_wanted)
        self.wall.remove_wanted.connect(self._on_remove_wanted)

    def _show_unread(self, count: int) -> None:
        self.window().setWindowTitle(f"({count}) {TITLE}" if count else TITLE)

    def _close_chat(self) -> None:
        tile = self.wall.selected
        if tile is not None:
            tile.close_side()

    def _on_round_finished(self) -> None:
        if self.sender() is self._round:
            self._round = None

    def _on_found(self, found: Found) -> None:
        tile = self.wall.show_chat(self._fleet[found.place]) if found.place in self._fleet else None
        if tile is not None:
            tile.chat.show_line(found.line.id)

    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))

    def _show_rate(self, mbit: float) -> None:
        self._bar.show_rate(words.of_limit(mbit, self._file.settings.wall.ceiling_mbit))

    def _on_statistics_toggled(self, is_on: bool) -> None:
        self.wall.show_statistics(is_on)
        if is_on:
            self._show_rate(self.wall.taken())
        else:
            self._bar.show_rate("")
        self._file.settings.window.statistics = is_on

    def _on_rename_wanted(self, session: Session) -> None:
        RenameDialog(
            session.identity.given_name or session.name, lambda name: self.rename_camera(session, name), self
        ).open()

    def _on_remove_wanted(self, session: Session) -> None:
        RemoveDialog(session.name, lambda: self.remove_camera(session), self).open()

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
        session = tile.session
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chat = "Close chat" if tile.is_chat_open else "Chat\tC"
        menu.addAction(chat).triggered.connect(lambda: tile.open_chat(not tile.is_chat_open))
        settings = "Close camera settings" if tile.side.is_camera_open else "Camera…\tA"
        menu.addAction(settings).triggered.connect(lambda: tile.open_camera(not tile.side.is_camera_open))
        alone = "Back to the wall\tEnter" if tile.is_maximised else "Maximise\tEnter"
        menu.addAction(alone).triggered.connect(lambda: self.wall.maximise(None if tile.is_maximised else tile))
        mute = menu.addAction("Mute notifications")
        mute.setCheckable(True)
        mute.setChecked(session.chat.is_muted)
        mute.triggered.connect(session.talk.mute)
        show = menu.addAction("Send pictures …")
        show.setEnabled(session.takes_pictures)
        show.triggered.connect(lambda: ShowDialog(session, self.showings, self).show())
        menu.addSeparator()
        menu.addAction("Rename…\tF2").triggered.connect(lambda: self._on_rename_wanted(session))
        copy = menu.addAction("Copy address")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(session.identity.endpoint))
        menu.addAction("Remove…\tDel").triggered.connect(lambda: self._on_remove_wanted(session))
        menu.popup(where)
