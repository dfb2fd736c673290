"""A viewer without a window, for tests: takes every picture at once and keeps what it is told."""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from viewer.core.fleet import Fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState, Phase
from viewer.core.talk.chat import ChatLine


class Watcher:
    """Observes one session. Set `takes` to False to be a viewer that never gives credit back."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.takes = True
        self.phases: list[tuple[float, Phase]] = []
        self.pictures = 0
        self.ages: list[float] = []
        self.heard: list[ChatLine] = []
        session.observe(self)

    def state_changed(self, state: CameraState) -> None:
        self.phases.append((time.monotonic(), state.phase))

    def name_changed(self) -> None: ...

    def picture_ready(self) -> None:
        if self.takes and (picture := self.session.take_picture()) is not None:
            self.pictures += 1
            age = picture.age(time.monotonic())
            if age is not None:
                self.ages.append(age)

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine:
            self.heard.append(line)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...

    def is_(self, phase: Phase) -> bool:
        """Whether the camera is in `phase` now."""
        return self.session.state.phase is phase


@asynccontextmanager
async def fleet(viewer_id: str = "tester", keyring: Keyring | None = None) -> AsyncIterator[Fleet]:
    """A fleet that is closed at the end."""
    running = Fleet(viewer_id, "Tester", keyring=keyring)
    try:
        yield running
    finally:
        running.close()


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
