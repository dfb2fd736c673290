"""What viewers would have set: of one viewer and control only the newest, to be set one after the other."""

from camwire import limits
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.control import plain_name


class Wishes:
    """Those that wait, in their order. Without any it is false."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[ViewerPeer, str], ControlChange] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, viewer: ViewerPeer, change: ControlChange) -> bool:
        """Have it wait; False when too many of this viewer do already."""
        key = viewer, plain_name(change.name)
        # Behind what was asked since: an automatic is switched off before what it ruled is set.
        self._waiting.pop(key, None)
        if sum(each is viewer for each, _ in self._waiting) >= limits.CONTROLS:
            return False
        self._waiting[key] = change
        return True

    def next(self) -> tuple[ViewerPeer, ControlChange]:
        """Take out the first."""
        key = next(iter(self._waiting))
        return key[0], self._waiting.pop(key)
