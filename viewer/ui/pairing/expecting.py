"""Waits for what becomes of a camera that a person has just added: one that wants a code is asked for it at once."""

import time
from collections.abc import Callable, Sequence

from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState, Phase
from viewer.core.talk.chat import ChatLine

PATIENCE_SECONDS = 10.0
"""Later the person looks at something else."""


class Expecting:
    """Calls `ask(session)` once, when the camera turns out to want a code. Observes `session` until it knows."""

    def __init__(self, session: Session, ask: Callable[[Session], object]) -> None:
        self._session = session
        self._ask = ask
        self._until = time.monotonic() + PATIENCE_SECONDS
        session.observe(self)

    def state_changed(self, state: CameraState) -> None:
        is_late = time.monotonic() > self._until
        if state.phase in (Phase.CONNECTING, Phase.OFFLINE) and not is_late:
            return
        self._session.forget(self)
        if state.phase is Phase.UNPAIRED and not is_late:
            self._ask(self._session)

    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...
    def line_added(self, line: ChatLine) -> None: ...
    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...
