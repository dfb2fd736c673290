"""The window's dialogs: each opens, asks, and does what was chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.finding.found import FoundCamera
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.talk.history import Found
from viewer.ui.all_chats.round import RoundDialog
from viewer.ui.all_chats.search import SearchDialog
from viewer.ui.desktop.front import bring_to_front
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.dialogs.find import FindDialog
from viewer.ui.dialogs.limit import LimitDialog
from viewer.ui.dialogs.own import OwnDialog
from viewer.ui.dialogs.questions import QuitDialog, RemoveDialog, RenameDialog
from viewer.ui.dialogs.show import ShowDialog
from viewer.ui.pairing.pairing import Pairing
from viewer.ui.wall.wall import Wall


class Asking(QObject):
    """Opens dialogs over `window`. Of the one that says something to several cameras there is one at a time."""

    listening_changed = Signal()
    """Cameras may call at other ports now."""

    def __init__(
        self, program: Program, wall: Wall, window: QWidget, remove: Callable[[Session], object] | None = None
    ) -> None:
        """`remove(session)` forgets a camera when that was confirmed."""
        super().__init__(window)
        self.round: RoundDialog | None = None
        """The dialog that says something to several cameras, while it is open."""
        self.pairing = Pairing(program, wall, window)
        """What has to do with codes and keys."""
        self._quitting: QuitDialog | None = None
        self._program = program
        self._fleet = program.fleet
        self._cameras = program.cameras
        self._wall = wall
        self._remove = remove or program.cameras.remove
        self._window = window

    def for_camera(self) -> None:
        """Which camera to add."""
        dialog = AddDialog(self._add, self.listen, self._window)
        dialog.own_wanted.connect(self.for_own_camera)
        dialog.open()

    def for_cameras_nearby(self) -> None:
        """Which of the cameras to add that are on the network."""
        keyring = self._fleet.keyring
        cameras = self._cameras
        dialog = FindDialog(
            self._program.finding, cameras.is_known, self._add_found, keyring, self._window, cameras.picture_of
        )
        dialog.address_wanted.connect(self.for_camera)
        # It has ended its own looking by then.
        dialog.finished.connect(lambda: self.pairing.for_found(dialog.to_pair))
        dialog.open()

    def for_own_camera(self) -> None:
        """Which camera of this computer to add."""
        if self._cameras.own is not None:
            OwnDialog(self._add_own, self._window).open()

    def for_limit(self) -> None:
        """How much of the network all pictures may take."""
        mbit = self._program.settings.wall.ceiling_mbit
        LimitDialog(mbit, self._wall.network.taken, self.limit, self._window).open()

    def for_name(self, session: Session) -> None:
        """What a camera is to be called."""
        name = session.identity.given_name or session.name
        RenameDialog(name, lambda name: self._cameras.rename(session, name), self._window).open()

    def whether_to_remove(self, session: Session) -> None:
        """Whether a camera is to be forgotten."""
        own = self._cameras.own
        is_own = own is not None and session.identity.key in own
        RemoveDialog(session.name, lambda: self._remove(session), self._window, is_own).open()

    def whether_to_quit(self, quit: Callable[[], object]) -> None:
        """End the program; where that ends recordings, ask first, unless the person wants no such question."""
        settings, count = self._program.settings.general, len(self._program.recorder.recorded)
        if not (count and settings.ask_at_quit):
            quit()
            return

        def end(ask_again: bool) -> None:
            settings.ask_at_quit = ask_again
            quit()

        if self._quitting is not None:
            self._quitting.reject()
        self._quitting = QuitDialog(count, end, self._window)
        self._quitting.finished.connect(self._on_quitting_finished)
        bring_to_front(self._window.window())
        self._quitting.open()

    def what_to_show(self, session: Session) -> None:
        """Which pictures a camera is to get."""
        ShowDialog(session, self._program.showings, self._window, self._cameras.own).show()

    def what_to_say(self, sessions: list[Session] | None = None) -> None:
        """What to say to these cameras; else to all that are marked, or, where none is, to all that are shown."""
        sessions = [tile.session for tile in self._wall.meant] if sessions is None else sessions
        if not sessions:
            return
        if self.round is not None:
            self.round.reject()
        self.round = RoundDialog(sessions, self._window)
        self.round.chosen.connect(self._wall.show_chat)
        self.round.finished.connect(self._on_round_finished)
        self.round.show()

    def what_to_find(self) -> None:
        """What to search for in all conversations."""
        fleet = self._fleet
        dialog = SearchDialog(fleet.history.search, lambda key: fleet[key].name if key in fleet else "", self._window)
        dialog.chosen.connect(self._on_found)
        dialog.open()

    def removed(self, session: Session) -> None:
        """A camera is gone from the wall."""
        if self.round is not None:
            self.round.removed(session)

    def _add(self, address: str, name: str) -> None:
        session = self._cameras.add(address, name)
        self._wall.go_to(session)
        self.pairing.expect(session)

    def _add_found(self, found: list[FoundCamera]) -> None:
        added = self._cameras.add_found(found)
        if added:
            self._wall.go_to(added[0])

    def _add_own(self, source: str, name: str) -> None:
        self._wall.go_to(self._cameras.add_own(source, name))

    def listen(self, address: str, is_open: bool) -> None:
        """Let cameras call at a port, or at several, and say so. Raises UsageError."""
        begun = self._cameras.listen(address, is_open)
        self.listening_changed.emit()
        if begun:
            ports = " · ".join(map(str, begun))
            self._program.say_briefly(tr("Cameras may call at {ports}. Each gets a tile.", ports=ports))
        else:
            self._program.say_briefly(tr("This wall listens there already. Just start the script."))

    def limit(self, mbit: float) -> None:
        """Let all pictures together take so many Mbit/s, 0: as many as they need; and remember it."""
        self._wall.network.limit(mbit)
        self._cameras.save()

    def _on_quitting_finished(self) -> None:
        if self.sender() is self._quitting:
            self._quitting = None

    def _on_round_finished(self) -> None:
        if self.sender() is self.round:
            self.round = None

    def _on_found(self, found: Found) -> None:
        tile = self._wall.show_chat(self._fleet[found.place]) if found.place in self._fleet else None
        if tile is not None:
            tile.chat.show_line(found.line.id)
