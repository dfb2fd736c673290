"""What was set at a source and does not show yet."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from camwire.controls import Value
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.control import plain_name
from sender.controls.rows import Setting

CONFIRM_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Pending:
    """What a viewer asked for, set at `since`."""

    viewer: ViewerPeer
    change: ControlChange
    setting: Setting
    since: float


class Unsettled:
    """Those that wait to be answered, until they show, or for a second. Without any it is false."""

    def __init__(self) -> None:
        self._waiting: list[Pending] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, viewer: ViewerPeer, change: ControlChange, setting: Setting) -> None:
        """It was set just now."""
        self._waiting.append(Pending(viewer, change, setting, time.monotonic()))

    def overtaken(self, viewer: ViewerPeer, name: str) -> Iterable[Pending]:
        """Take out what the same viewer had set at control `name`: what shows from now on says nothing about it."""
        return self._take_out(lambda each: each.viewer is viewer and plain_name(each.change.name) == plain_name(name))

    def settled(self, shown: Callable[[str], Value | None]) -> Iterable[Pending]:
        """Take out what shows by now, and what has had its second; `shown(name)` is the value in force."""
        late = time.monotonic() - CONFIRM_SECONDS
        return self._take_out(lambda each: each.setting.is_shown_by(shown(each.change.name)) or each.since < late)

    def _take_out(self, is_meant: Callable[[Pending], bool]) -> Iterable[Pending]:
        meant = [each for each in self._waiting if is_meant(each)]
        self._waiting = [each for each in self._waiting if not is_meant(each)]
        return meant
