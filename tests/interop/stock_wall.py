"""A wall without a window and the stock senders that call it: who shows which picture, how old, and in what state."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from tests.stock import pictures
from tests.support.stock import StockPeer, free_port, stock_sender
from tests.support.waiting import until
from tests.support.watching import percentile
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState, Phase
from viewer.core.talk.chat import ChatLine

Run = Callable[..., Any]

# Enough of a picture to tell it from the others, every time.
COARSE, BELOW_STAMP, OTHER_PICTURE = 16, 64, 10.0


class StockTile:
    """One camera as a person would see it: takes every picture at once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.phases: list[Phase] = [session.state.phase]
        self.pixels: np.ndarray | None = None
        self.count = 0
        self.ages: list[float] = []
        self.gaps: list[float] = []
        self.heard: list[str] = []
        self.crossings = 0
        """How often the picture of one seed was followed by that of another."""
        self._coarse: np.ndarray | None = None
        self._last = time.monotonic()
        session.observe(self)

    def error(self, seed: int, is_gray: bool = False) -> float:
        """The mean absolute error against picture `seed`, below a stamp."""
        assert self.pixels is not None
        seen = self.pixels[:, :, 0] if is_gray else self.pixels[:, :, :3]
        return pictures.difference(seen, seed)

    @property
    def age_p95(self) -> float:
        """Seconds from the stamp on the picture to now, at the 95th percentile."""
        return percentile(self.ages, 0.95)

    def restart(self) -> None:
        """Count anew from here."""
        self.ages, self.gaps, self.phases = [], [], [self.session.state.phase]
        self.count, self._last = 0, time.monotonic()

    def picture_ready(self) -> None:
        picture = self.session.take_picture()
        if picture is None:
            return
        now = time.monotonic()
        self.pixels, self.count = picture.pixels, self.count + 1
        coarse = picture.pixels[BELOW_STAMP::COARSE, ::COARSE, :3].astype(np.int16)
        if self._coarse is not None and coarse.shape == self._coarse.shape:
            self.crossings += bool(np.abs(coarse - self._coarse).mean() > OTHER_PICTURE)
        self._coarse = coarse
        self.gaps.append(now - self._last)
        self._last = now
        stamped = pictures.read_stamp(picture.pixels[:, :, :3])
        if stamped is not None:
            self.ages.append(now - stamped)

    def state_changed(self, state: CameraState) -> None:
        self.phases.append(state.phase)

    def name_changed(self) -> None: ...

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine:
            self.heard.append(line.text)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...


class StockWall:
    """A fleet, its tiles, and the stock senders that a test starts."""

    def __init__(self, run: Run, stack: ExitStack) -> None:
        self._run = run
        self._stack = stack
        self.tiles: list[StockTile] = []
        self.notices: list[str] = []
        self.peers: dict[int, StockPeer] = {}
        self._all: list[StockPeer] = []
        self.port = free_port()
        self.fleet = self.open()
        stack.callback(lambda: self.now(self.fleet.close))

    def end(self) -> None:
        """Take the senders away, all at once: one after the other would wait for answers that nobody gives any more."""
        for peer in self._all:
            peer.kill()

    def open(self, **more: Any) -> Fleet:
        """A new fleet, as after a restart of the program; its tiles begin anew."""
        self.tiles = []

        def make() -> Fleet:
            fleet = Fleet("tester", "Tester", **more)
            fleet.observe(self)
            return fleet

        self.fleet = self.now(make)
        return self.fleet

    def listen(self, pattern: str = "", port: int | None = None, **more: Any) -> int:
        """Listen; return the port."""
        place = f"{pattern}tcp://127.0.0.1:{self.port if port is None else port}"
        return int(self.now(lambda: self.fleet.listen(place, False, **more)).port)

    def sender(self, seed: int, kind: str, *words: object, port: int | None = None, wait: bool = False) -> StockPeer:
        """Start a stock sender of picture `seed`."""
        given = (kind, "--port", self.port if port is None else port, "--seed", seed, *words)
        self.peers[seed] = self._stack.enter_context(stock_sender(*given, wait=wait))
        self._all.append(self.peers[seed])
        return self.peers[seed]

    def tile(self, seed: int, is_gray: bool = False) -> StockTile | None:
        """The tile that shows picture `seed`, if there is one."""
        seen = [each for each in self.tiles if each.pixels is not None]
        return next((each for each in seen if each.error(seed, is_gray) < 10), None)

    def session(self, seed: int) -> Session:
        """The session that shows picture `seed`; the test fails if there is none."""
        tile = self.tile(seed)
        assert tile is not None, f"nobody shows picture {seed}\n{self.report()}"
        return tile.session

    def shows(self, *seeds: int) -> bool:
        """Whether each of these pictures is live on a tile."""
        tiles = [self.tile(seed) for seed in seeds]
        return all(each is not None and each.session.state.phase is Phase.LIVE for each in tiles)

    def now(self, deed: Callable[[], Any]) -> Any:
        """Call `deed` in the loop."""

        async def work() -> Any:
            return deed()

        return self._run(work())

    def until(self, fact: Callable[[], object], timeout: float = 20.0) -> float:
        """Let everything go on until `fact()` is so."""
        try:
            return float(self._run(until(fact, timeout), timeout=timeout + 2))
        except AssertionError as still:
            raise AssertionError(f"{still}\n{self.report()}") from still

    def watch(self, seconds: float) -> None:
        """Let everything go on for a time, which is what is being measured."""
        ends = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= ends, timeout=seconds + 5)

    def report(self) -> str:
        """What there is, for the message of a failed test."""
        tiles = [f"{each.session.name}: {each.session.state} {each.count}" for each in self.tiles]
        peers = [f"{seed}: {json.dumps(peer.lines[-2:])} {peer.errors[-300:]}" for seed, peer in self.peers.items()]
        return "\n".join([*tiles, *self.notices, *peers])

    @property
    def dialects(self) -> dict[str, int]:
        """How many tiles there are of each dialect."""
        count: dict[str, int] = defaultdict(int)
        for each in self.tiles:
            count[each.session.dialect] += 1
        return dict(count)

    def session_added(self, session: Session) -> None:
        self.tiles.append(StockTile(session))

    def session_removed(self, session: Session) -> None:
        self.tiles = [each for each in self.tiles if each.session is not session]

    def told(self, sentence: str) -> None:
        self.notices.append(sentence)


@contextmanager
def stock_wall(run: Run) -> Iterator[StockWall]:
    """A wall that is closed at the end, and its senders with it."""
    with ExitStack() as stack:
        wall = StockWall(run, stack)
        try:
            yield wall
        finally:
            wall.end()
