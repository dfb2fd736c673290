"""Opens what has to do with pairing, and does what was chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from camwire.endpoint import Endpoint
from camwire.translation import tr
from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.asking import Proved
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.pairing.expecting import Expecting
from viewer.ui.pairing.pair_dialog import PairDialog
from viewer.ui.pairing.paired_dialog import PairedDialog
from viewer.ui.wall.described import TO_BE_PAIRED
from viewer.ui.wall.wall import Wall


class Pairing(QObject):
    """Dialogs over `window`; what is paired comes on `wall`."""

    def __init__(self, program: Program, wall: Wall, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._fleet = program.fleet
        self._wall = wall
        self._window = window

    def for_code(self) -> None:
        """Pair with any camera."""
        self._open(None, self._paired)

    def for_session(self, session: Session) -> None:
        """Pair with a camera of the wall."""
        where, _ = self._fleet.called_at(session.identity.key)
        before = self._fleet.expected_key(session.identity.key) if session.state.phase is Phase.ALARM else ""
        self._open(where, lambda proved: self._program.cameras.pair(proved, session), before)

    def expect(self, session: Session) -> None:
        """A camera that was just added may want a code: then it is asked for, at once."""
        Expecting(session, self._ask_if_free)

    def _ask_if_free(self, session: Session) -> None:
        # A person who does something else meanwhile is not interrupted; the tile has a button.
        asks = any(dialog.isVisible() for dialog in self._window.findChildren(QDialog))
        if not asks and QApplication.activePopupWidget() is None and session.identity.key in self._fleet:
            self.for_session(session)

    def for_found(self, found: Sequence[FoundCamera]) -> None:
        """Pair with these, one after the other; those of one computer together."""
        if not found:
            return
        first, *rest = found
        left = rest

        def paired(proved: Proved) -> None:
            nonlocal left
            cameras = self._program.cameras
            is_true = proved.offer.key == first.key
            session = cameras.pair(proved, place=first.endpoint if is_true else None)
            cameras.add_found([each for each in rest if each.key == proved.offer.key])
            left = [each for each in rest if each.key != proved.offer.key]
            if session is not None:
                self._wall.go_to(session)

        dialog = self._open(first, paired)
        # Who gives one up wants none of the others either.
        dialog.finished.connect(lambda result: self.for_found(left if result else ()))

    def show_paired(self) -> None:
        """The cameras that this viewer is paired with, and its own key."""
        dialog = PairedDialog(self._program, self._window)
        dialog.pair_wanted.connect(self.for_code)
        dialog.open()

    def why_not(self, session: Session) -> str:
        """Why there is nothing to be paired, as a sentence; empty if there is."""
        if session.state.phase in TO_BE_PAIRED:
            return ""
        if not self._fleet.is_dialled(session.identity.key):
            return tr("This camera calls the wall. Pair with it by its address.")
        if session.identity.is_secured:
            return tr("This camera is paired already.")
        return tr("This camera does not encrypt, so there is nothing to pair.") if session.has_greeted else ""

    def _open(
        self, meant: Endpoint | FoundCamera | None, paired: Callable[[Proved], object], before: str = ""
    ) -> PairDialog:
        fleet = self._fleet
        dialog = PairDialog(self._program.finding, fleet.keyring, fleet.pair, paired, self._window, meant, before)
        dialog.open()
        return dialog

    def _paired(self, proved: Proved) -> None:
        session = self._program.cameras.pair(proved)
        if session is not None:
            self._wall.go_to(session)
