"""Hears what is said with one camera, for its recording."""

from collections.abc import Callable, Sequence

from viewer.core.recording.spoken import Spoken
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine


class Ear:
    """Gives each new line to `take` when it is here: the camera's clock may be wrong, and so may be the computer's."""

    def __init__(self, session: Session, take: Callable[[Spoken], object]) -> None:
        self._session = session
        self._take = take
        session.observe(self)

    def close(self) -> None:
        """Hear no more."""
        self._session.forget(self)

    def line_added(self, line: ChatLine) -> None:
        self._take(Spoken.of(line, self._session.name))

    def state_changed(self, state: CameraState) -> None: ...
    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...
    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...
