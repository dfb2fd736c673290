"""What viewers are told of the source's controls: all of it when they come, what changed, and their answers."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

import msgspec

from camwire import limits, messages
from camwire.controls import Value
from camwire.messages import ControlAnswer, ControlChange, ControlState, Parts
from camwire.viewer_peer import ViewerPeer
from sender.controls.rows import Table


class ControlNews:
    """Tells viewers, and knows which of them has which table. On the loop."""

    def __init__(self) -> None:
        self._present: Callable[[], list[ViewerPeer]] = list
        self._send: Callable[[ViewerPeer, Parts], bool] = lambda viewer, parts: False
        self._told: WeakKeyDictionary[ViewerPeer, Table] = WeakKeyDictionary()
        self._known_to: WeakKeyDictionary[ViewerPeer, list[msgspec.Raw]] = WeakKeyDictionary()

    def serve(self, present: Callable[[], list[ViewerPeer]], send: Callable[[ViewerPeer, Parts], bool]) -> None:
        """Tell the viewers that `present()` returns, by `send`, which says whether it could be sent now."""
        self._present, self._send = present, send

    @property
    def is_wanted(self) -> bool:
        """Whether anybody is here to be told."""
        return bool(self._present())

    def greeted(self, viewer: ViewerPeer, table: Table | None) -> None:
        """A viewer has had the camera's hello, and with it the table as it was then."""
        self._known_to[viewer] = viewer.told_controls
        self._told.pop(viewer, None)
        if table is not None:
            self._tell(viewer, table)

    def tell(self, table: Table) -> bool:
        """Tell all that were not told of this very table; False if somebody could not be told."""
        # One that is equal may be told again: an answer may have come in between.
        told = [self._tell(viewer, table) for viewer in self._present() if self._told.get(viewer) is not table]
        return all(told)

    def answer(self, viewer: ViewerPeer, change: ControlChange, value: Value | None, text: str = "") -> None:
        """Answer what a viewer would have had: the value in force, and why it is not what was asked for."""
        answer = ControlAnswer(change.number, change.name, value, text[: limits.REASON_CHARACTERS])
        self._send(viewer, messages.encode(answer))

    def _tell(self, viewer: ViewerPeer, table: Table) -> bool:
        is_known = self._known_to.get(viewer) == table.announced
        state = ControlState(values=table.values, controls=None if is_known else table.announced, text=table.text)
        is_sent = self._send(viewer, messages.encode(state))
        if is_sent:
            self._known_to[viewer] = table.announced
            self._told[viewer] = table
        return is_sent
