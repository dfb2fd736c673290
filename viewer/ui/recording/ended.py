"""Recordings that the disk ended: those that ended for the same cause, soon after each other, are told of as one."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from viewer.core.recording.saved import Saved
from viewer.ui.recording import sentences

TOGETHER_S = 10.0


@dataclass(slots=True)
class _Group:
    saved: list[Saved] = field(default_factory=list)
    told: str = ""
    at: float = 0.0


class Ended:
    """`tell(sentence, before)` shows a sentence in place of the one `before`."""

    def __init__(self, tell: Callable[[str, str], object], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._groups: dict[str, _Group] = {}

    def add(self, saved: Saved) -> None:
        """Tell of a recording, where something ended it."""
        if not saved.trouble:
            return
        now = self._clock()
        group = self._groups.get(saved.cause)
        if group is None or now - group.at > TOGETHER_S:
            group = self._groups[saved.cause] = _Group()
        group.saved.append(saved)
        before, group.told, group.at = group.told, sentences.of_ended(group.saved), now
        self._tell(group.told, before)
