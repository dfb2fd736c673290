"""Looks after a camera's health for as long as it serves: reads in a thread of its own, tells on the loop."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TypeAlias

from camwire.limits import REASON_CHARACTERS
from camwire.messages import Health
from sender.health.judging import ASKED_RATE, GOOD, RATE, Doctor, Facts
from sender.health.rules import RULES
from sender.health.status import host_facts
from sender.pipeline.pipeline import Pipeline
from sender.threads import Threads

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
# A disk that does not answer is left behind.
JOIN_SECONDS = 0.2

OnHealth: TypeAlias = Callable[[Health, Sequence[str]], None]
"""Told how it stands, when that has changed, and what a person is to be told of it."""


class HealthWatch:
    """Runs on the loop, but for reading. `facts` are those of the computer; reading them may block.

    `tell(health, news)` is called at every look whose figures differ, and within a second when the source loses or
    finds its pictures.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        tell: OnHealth,
        facts: Callable[[], Facts] = host_facts,
    ) -> None:
        self._pipeline = pipeline
        self._tell = tell
        self._facts = facts
        self._threads = Threads()
        self._is_ending = threading.Event()
        self._doctor = Doctor(RULES)
        self._known: Facts = {}
        self._health = Health()
        self._trouble = ""
        self._has_begun = False

    @property
    def text(self) -> str:
        """What is bad now, in sentences; empty if nothing is. For any thread."""
        return self._health.text

    def start(self) -> None:
        """Begin to look."""
        self._has_begun = True
        self._threads.start(health=self._read)

    async def stop(self) -> None:
        """Look no more."""
        self._is_ending.set()
        if self._has_begun:
            await self._threads.join(JOIN_SECONDS)

    def tick(self) -> None:
        """See whether the source has pictures. To be called about once a second, and when that has changed."""
        is_looking = self._has_begun and not self._is_ending.is_set()
        if is_looking and self._pipeline.trouble != self._trouble:
            self._conclude([])

    def _read(self) -> None:
        """The thread."""
        while not self._is_ending.is_set():
            self._threads.on_loop(self._look, self._facts())
            self._is_ending.wait(LOOK_SECONDS)

    def _look(self, facts: Facts) -> None:
        if self._is_ending.is_set():
            return
        self._known = self._with_rate(facts)
        self._conclude(self._doctor.look(self._known))

    def _conclude(self, news: Sequence[str]) -> None:
        before, self._trouble = self._trouble, self._pipeline.trouble
        if self._trouble != before and self._pipeline.hangs:
            # Whatever else it is, its reader has logged it.
            log.warning("%s", self._trouble)
        health = self._doctor.health(self._known, self._trouble[:REASON_CHARACTERS])
        for sentence in news:
            log.log(logging.INFO if health.level == GOOD else logging.WARNING, "%s", sentence)
        if news or health != self._health:
            self._health = health
            self._tell(health, news)

    def _with_rate(self, facts: Facts) -> Facts:
        """With what the source gives, and what it was asked for."""
        pipeline = self._pipeline
        known = dict(facts)
        if pipeline.fps:
            known[ASKED_RATE] = pipeline.fps
        # At the first look it has only begun.
        if self._known and not pipeline.trouble and pipeline.picture_size is not None:
            known[RATE] = round(pipeline.captured.per_second(), 1)
        return known
