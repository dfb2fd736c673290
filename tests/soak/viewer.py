"""The viewer of a soak: its real window, offscreen, which talks with every camera and tells its figures.

`python -m tests.soak.viewer FOLDER LINES SEED CAMERA…`: each is an address, and behind a blank its public key if it has
one. How many lines may be said comes on standard input, whose end is that of the program. Prints how far it is, and
every few seconds a line of figures as JSON.
"""

import asyncio
import dataclasses
import json
import logging
import random
import sys
import time
from collections import deque
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import psutil

from benchmarks.support.window import run_window
from camwire.identity import Identity
from tests.soak.figures import Sample
from tests.support import losing_lines as lines
from tests.support.losing_ends import Allowance, Notes, report, say_all
from tests.support.losing_viewer import Speaker
from viewer.core.fleet import Fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.core.talk import chat
from viewer.core.talk.chat import ChatLine
from viewer.ui.main_window import MainWindow

SAMPLE_SECONDS = 5.0
WIDTH, HEIGHT = 1600, 900
CHATS = 3
"""So many of the tiles have their chat open."""
# Of each conversation so many lines stay in memory, instead of thousands: what fills for an hour would hide a leak.
chat.KEPT_LINES = 100


class Neighbour(Speaker):
    """Talks with one camera beside its tile, which paints, and counts what is heard out of order."""

    lost = doubled = 0

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine and not line.role:
            number = lines.number_in(line.text)
            self.lost += max(0, number - self.heard - 1)
            self.doubled += number <= self.heard
        super().line_added(line)

    def picture_ready(self) -> None: ...


class Meter:
    """Takes samples of this process."""

    def __init__(self, fleet: Fleet, speakers: Sequence[Neighbour]) -> None:
        self._fleet, self._speakers = fleet, speakers
        self._me = psutil.Process()
        self._began = time.monotonic()
        self._collect()

    def sample(self) -> Sample:
        ages = self._collect()
        shown = percentiles(ages)
        return Sample(
            seconds=time.monotonic() - self._began,
            memory=self._me.memory_info().rss,
            descriptors=self._me.num_fds(),
            threads=self._me.num_threads(),
            live=sum(session.state.phase is Phase.LIVE for session in self._fleet),
            painted=len(ages),
            age_p50=shown.p50,
            age_p95=shown.p95,
            said=sum(each.said for each in self._speakers),
            heard=sum(each.heard for each in self._speakers),
            lost=sum(each.lost for each in self._speakers),
            doubled=sum(each.doubled for each in self._speakers),
        )

    def _collect(self) -> list[float]:
        """The ages of all that was painted since the last time."""
        ages = list(chain.from_iterable(session.stats.ages for session in self._fleet))
        for session in self._fleet:
            session.stats.ages = deque()
        return ages


async def soaked(fleet: Fleet, window: MainWindow, folder: Path, until: int, seed: str, cameras: list[str]) -> None:
    notes = Notes(folder / "viewer.notes")
    notes.count_repeats()
    allowance = Allowance()
    speakers = [Neighbour(_added(fleet, each), f"c{number}", until, notes) for number, each in enumerate(cameras, 1)]
    for tile in window.wall.tiles[:CHATS]:
        tile.open_chat(True)
    meter = Meter(fleet, speakers)
    await asyncio.gather(
        *(
            say_all(allowance, each.said, until, each.say, random.Random(f"{seed} {number}"))
            for number, each in enumerate(speakers)
        ),
        report(
            lambda: all(each.is_complete for each in speakers),
            lambda: [(each.said, each.heard, each.talk.record.conversation.first - 1) for each in speakers],
            allowance,
        ),
        _tell(meter, allowance),
    )


def _added(fleet: Fleet, camera: str) -> Session:
    address, _, key = camera.partition(" ")
    return fleet.add(address, camera_key=key)


async def _tell(meter: Meter, allowance: Allowance) -> None:
    while not allowance.is_over:
        await asyncio.sleep(SAMPLE_SECONDS)
        print(json.dumps(dataclasses.asdict(meter.sample())), flush=True)


def main(folder: Path, until: int, seed: str, cameras: list[str]) -> None:
    run_window(
        lambda fleet, window: soaked(fleet, window, folder, until, seed, cameras),
        WIDTH,
        HEIGHT,
        history=folder / "viewer.db",
        keyring=Keyring(Identity.of(folder)),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])
