"""What cameras are told of their share of a ceiling for the whole wall."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from camwire.messages import Want
from tests.support.clocks import NumberClock
from tests.support.scripted_channel import ScriptedChannel, native
from viewer.core.ceiling import Ceiling
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.wall_rate import LEAST
from viewer.core.pictures.wanting import Place
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session

MEGABYTE = 1_000_000
# In two seconds, ten a second, there are sometimes twenty-one.
FENCE = 21 / 20


class Cameras:
    """Cameras that take as much of the link as they need and may."""

    def __init__(self, pool: DecodePool) -> None:
        self.clock = NumberClock()
        self.sessions: list[Session] = []
        self.needs: dict[Session, float] = {}
        self.ceiling = Ceiling(self.sessions)
        self._pool = pool
        self._channels: dict[Session, ScriptedChannel] = {}

    def add(self, needs: float = 10.0 * MEGABYTE, is_here: bool = True) -> Session:
        key = f"tcp://127.0.0.1:{5600 + len(self.sessions)}"
        session = Session(CameraIdentity(key, key), native(self.clock()), self._pool, self.clock)
        session.place(Place(320, 180))
        self.needs[session] = needs
        self._channels[session] = ScriptedChannel(session)
        self.ceiling.admit(session)
        self.sessions.append(session)
        if is_here:
            self.come(session)
        return session

    def come(self, session: Session) -> None:
        self._channels[session].connect().greet()

    def wants(self, session: Session) -> list[Want]:
        """Everything that a camera was told."""
        return [want for want in self._channels[session].of(Want) if isinstance(want, Want)]

    def told(self, session: Session) -> int:
        return self.wants(session)[-1].bytes_per_second

    def later(self, seconds: float = 30.0) -> None:
        """Pictures come, ten a second, and the wall ticks."""
        for number in range(round(10 * seconds)):
            self.clock.now += 0.1
            for session in self.sessions:
                want = self.wants(session)[-1] if session.is_connected else Want(paused=True)
                if not want.paused:
                    size = min(self.needs[session], want.bytes_per_second or self.needs[session]) / 10
                    session.stats.frame_arrived(number, "jpeg", round(size), self.clock.now)
            if number % 4 == 0:
                self.ceiling.tick(self.clock.now)


@pytest.fixture
def cameras(run: Callable[..., Any]) -> Iterator[Cameras]:
    async def begin() -> DecodePool:
        return DecodePool(asyncio.get_running_loop(), threads=1)

    pool = run(begin())
    yield Cameras(pool)
    pool.close()


def test_that_without_a_ceiling_nobody_is_told_anything(cameras: Cameras) -> None:
    session = cameras.add()
    cameras.later()
    assert cameras.wants(session) == [Want(width=320, height=180)]


def test_that_a_ceiling_holds_at_once_and_for_good(cameras: Cameras) -> None:
    for _ in range(4):
        cameras.add()
    cameras.later()
    assert cameras.ceiling.taken(cameras.clock.now) > 30 * MEGABYTE
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later(4)
    assert cameras.ceiling.taken(cameras.clock.now) <= MEGABYTE * FENCE
    cameras.later()
    assert 0.8 * MEGABYTE < cameras.ceiling.taken(cameras.clock.now) <= MEGABYTE * FENCE


def test_that_what_a_quiet_camera_leaves_goes_to_the_others(cameras: Cameras) -> None:
    quiet, busy = cameras.add(0.05 * MEGABYTE), cameras.add()
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later()
    assert cameras.told(busy) > 0.7 * MEGABYTE
    cameras.needs[quiet] = 10 * MEGABYTE
    cameras.later()
    assert cameras.told(quiet) == cameras.told(busy)


def test_that_the_first_is_served_before_the_others_at_once(cameras: Cameras) -> None:
    sessions = [cameras.add() for _ in range(5)]
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later(4)
    cameras.ceiling.put_first(sessions[2], cameras.clock.now)
    assert cameras.told(sessions[2]) > 3 * cameras.told(sessions[0])
    cameras.ceiling.put_first(None, cameras.clock.now)
    assert len({cameras.told(session) for session in sessions}) == 1


def test_that_a_camera_that_comes_is_held_to_a_fair_share_from_the_first_picture(cameras: Cameras) -> None:
    cameras.add()
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later(4)
    new = cameras.add(is_here=False)
    cameras.come(new)
    assert [want.bytes_per_second for want in cameras.wants(new)] == [MEGABYTE // 2]
    cameras.later()
    assert cameras.told(new) == pytest.approx(MEGABYTE / 2, rel=0.1)


def test_that_who_is_hidden_leaves_its_share_to_the_others_and_is_told_nothing(cameras: Cameras) -> None:
    one, other = cameras.add(), cameras.add()
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later(4)
    other.show(False)
    before = len(cameras.wants(other))
    cameras.later()
    assert cameras.told(one) > 0.9 * MEGABYTE
    assert len(cameras.wants(other)) == before
    other.show(True)
    cameras.later(1)
    assert cameras.told(other) == cameras.told(one)


def test_that_a_ceiling_that_is_lifted_limits_nobody(cameras: Cameras) -> None:
    sessions = [cameras.add() for _ in range(3)]
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later()
    cameras.ceiling.allow(0, cameras.clock.now)
    assert [cameras.told(session) for session in sessions] == [0, 0, 0]


def test_that_steady_cameras_are_not_told_again_and_again(cameras: Cameras) -> None:
    sessions = [cameras.add(needs * MEGABYTE) for needs in (0.1, 0.3, 5.0)]
    cameras.ceiling.allow(MEGABYTE, cameras.clock.now)
    cameras.later(30)
    before = [len(cameras.wants(session)) for session in sessions]
    cameras.later(60)
    assert [len(cameras.wants(session)) for session in sessions] == before


def test_that_nobody_is_starved_by_many(cameras: Cameras) -> None:
    sessions = [cameras.add() for _ in range(20)]
    cameras.ceiling.allow(20 * 2 * LEAST, cameras.clock.now)
    cameras.ceiling.put_first(sessions[0], cameras.clock.now)
    cameras.later()
    assert min(cameras.told(session) for session in sessions) > 0.9 * LEAST
