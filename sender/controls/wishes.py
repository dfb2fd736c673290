"""What viewers would have set: of one viewer and control only the newest, to be set one after the other."""

from camwire import limits
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.control import plain_name


class Wishes:
    """Those that wait, in the order of each viewer. Viewers take turns. Without any it is false."""

    def __init__(self) -> None:
        self._waiting: dict[ViewerPeer, dict[str, ControlChange]] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, viewer: ViewerPeer, change: ControlChange) -> bool:
        """Have it wait; False when too many of this viewer do already."""
        name, own = plain_name(change.name), self._waiting.get(viewer, {})
        if name not in own and len(own) >= limits.CONTROLS:
            return False
        # Behind what was asked since: an automatic is switched off before what it ruled is set.
        own.pop(name, None)
        own[name] = change
        self._waiting[viewer] = own
        return True

    def next(self) -> tuple[ViewerPeer, ControlChange]:
        """Take out the first of the viewer whose turn it is."""
        viewer = next(iter(self._waiting))
        own = self._waiting.pop(viewer)
        change = own.pop(next(iter(own)))
        if own:
            self._waiting[viewer] = own
        return viewer, change
