"""Who is told what happens with one camera."""

from collections.abc import Sequence
from typing import Protocol

from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine


class SessionObserver(Protocol):
    """Who wants to know. All calls come in the loop's thread; pictures are fetched, not sent."""

    def state_changed(self, state: CameraState) -> None: ...
    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...
    def line_added(self, line: ChatLine) -> None: ...
    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...
