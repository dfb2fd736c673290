"""What can be done with conversations, from the wall of one window."""

from PySide6.QtCore import QObject

from camwire.translation import tr
from viewer.core.fleet import Fleet
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.wall.wall import Wall


class TalkActions(QObject):
    """Offers them for `wall`; cameras of other windows are reached as well."""

    def __init__(self, actions: Actions, fleet: Fleet, wall: Wall, asking: Asking) -> None:
        super().__init__(wall)
        self._fleet = fleet
        self._wall = wall
        offer = actions.offer
        offer("talk.several", asking.what_to_say, refusal=self._why_to_nobody, words=self._to_how_many)
        offer("talk.search", asking.what_to_find)
        offer("talk.next_unread", lambda: self._go_to_unread(1), refusal=self._why_none_unread)
        offer("talk.previous_unread", lambda: self._go_to_unread(-1), refusal=self._why_none_unread)
        offer("talk.close", self._close_side, refusal=self._why_none_open, words=self._name_of_side)

    def _go_to_unread(self, step: int) -> None:
        """To the next one after the selected camera, or before it; round and round."""
        sessions, selected = list(self._fleet)[::step], self._wall.selected
        here = sessions.index(selected.session) + 1 if selected is not None else 0
        unread = [session for session in sessions[here:] + sessions[:here] if session.chat.unread]
        if unread:
            self._wall.show_chat(unread[0])

    def _why_none_unread(self) -> str:
        return "" if any(session.chat.unread for session in self._fleet) else tr("Everything is read.")

    def _why_to_nobody(self) -> str:
        return "" if self._wall.meant else tr("There is no camera yet.")

    def _to_how_many(self) -> str:
        count = len(self._wall.selection)
        return tr("Say to %n…", count) if count else ""

    def _close_side(self) -> None:
        tile = self._wall.selected
        if tile is not None:
            tile.close_side()

    def _why_none_open(self) -> str:
        tile = self._wall.selected
        is_open = tile is not None and tile.side.current is not None
        return "" if is_open else tr("No chat is open at the selected camera.")

    def _name_of_side(self) -> str:
        tile = self._wall.selected
        return tr("Close camera settings") if tile is not None and tile.side.is_camera_open else ""
