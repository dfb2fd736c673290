"""What can be done with the window and the wall as a whole."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.program import Program
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.bar import Bar
from viewer.ui.look import words
from viewer.ui.wall.wall import Wall


class WindowActions(QObject):
    """Offers them; how `window` stands on the screen, and whether it stays, is for its owner."""

    def __init__(
        self, actions: Actions, program: Program, wall: Wall, bar: Bar, asking: Asking, window: QWidget
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._program = program
        self._wall = wall
        self._bar = bar
        self._asking = asking
        self._offer_talk()
        self._offer_wall()
        actions.offer("program.menu", bar.menu.showMenu)

    def _offer_talk(self) -> None:
        offer, asking = self._actions.offer, self._asking
        offer("cameras.find", asking.for_cameras_nearby)
        offer("cameras.add", asking.for_camera)
        offer("cameras.add_own", asking.for_own_camera)
        offer("talk.several", asking.what_to_say)
        offer("talk.search", asking.what_to_find)
        offer("talk.next_unread", lambda: self._go_to_unread(1), refusal=self._why_none_unread)
        offer("talk.previous_unread", lambda: self._go_to_unread(-1), refusal=self._why_none_unread)
        offer("talk.close", self._close_side, words=self._name_of_side)

    def _offer_wall(self) -> None:
        offer, window = self._actions.offer, self._program.settings.window
        offer("wall.statistics", self._bar.statistics.toggle, is_on=self._bar.statistics.isChecked)
        offer("wall.captions", self._toggle_captions, is_on=lambda: window.captions)
        offer("wall.limit", self._asking.for_limit, words=self._name_of_limit)
        self._wall.show_captions(window.captions)
        self._wall.clock.rate_measured.connect(self._show_rate)
        self._bar.statistics.toggled.connect(self._on_statistics_toggled)
        self._bar.statistics.setChecked(window.statistics)

    def _go_to_unread(self, step: int) -> None:
        """To the next one after the selected camera, or before it; round and round."""
        sessions, selected = list(self._program.fleet)[::step], self._wall.selected
        here = sessions.index(selected.session) + 1 if selected is not None else 0
        unread = [session for session in sessions[here:] + sessions[:here] if session.chat.unread]
        if unread:
            self._wall.show_chat(unread[0])

    def _why_none_unread(self) -> str:
        return "" if any(session.chat.unread for session in self._program.fleet) else tr("Everything is read.")

    def _close_side(self) -> None:
        tile = self._wall.selected
        if tile is not None:
            tile.close_side()

    def _name_of_side(self) -> str:
        tile = self._wall.selected
        return tr("Close camera settings") if tile is not None and tile.side.is_camera_open else ""

    def _toggle_captions(self) -> None:
        window = self._program.settings.window
        window.captions = not window.captions
        self._wall.show_captions(window.captions)

    def _name_of_limit(self) -> str:
        mbit = self._program.settings.wall.ceiling_mbit
        return tr("Limit the network: {mbit} Mbit/s…", mbit=f"{mbit:.10g}") if mbit else ""

    def _show_rate(self, mbit: float) -> None:
        self._bar.show_rate(words.of_limit(mbit, self._program.settings.wall.ceiling_mbit))

    def _on_statistics_toggled(self, is_on: bool) -> None:
        self._wall.show_statistics(is_on)
        if is_on:
            self._show_rate(self._wall.network.taken())
        else:
            self._bar.show_rate("")
        self._program.settings.window.statistics = is_on
