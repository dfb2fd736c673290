"""The clock of a replay."""

import queue
import threading
from pathlib import Path

import pytest

from tests.support import films
from tests.support.films import number_of
from viewer.core.replay.frames import NotShown
from viewer.core.replay.opened import Opened
from viewer.core.replay.playback import SECOND, Playback
from viewer.core.replay.recorded import find
from viewer.core.replay.screening import Screening, Seen, Shot


def test_that_it_plays_stops_and_stays_within_its_bounds() -> None:
    clock = Playback(100, 100 + 10 * SECOND)
    clock.play(0.0)
    assert clock.position(2.0) == 100 + 2 * SECOND
    clock.go_at(4.0, 2.0)
    assert clock.position(3.0) == 100 + 6 * SECOND
    clock.pause(3.0)
    assert clock.position(99.0) == 100 + 6 * SECOND
    clock.seek(-5, 99.0)
    assert clock.position(99.0) == 100
    clock.play(99.0)
    assert clock.is_over(109.0)
    assert clock.position(500.0) == clock.end


def test_that_at_the_end_it_begins_anew() -> None:
    clock = Playback(0, SECOND)
    clock.seek(SECOND, 0.0)
    clock.play(1.0)
    assert clock.position(1.5) == SECOND // 2


def test_that_of_many_wishes_the_newest_is_what_is_seen_last(tmp_path: Path) -> None:
    films.write(tmp_path / "porch" / "2026-11-21 20-30-00.mkv", films.times(80))
    opened: queue.Queue[Opened] = queue.Queue()
    seen: list[Seen] = []
    is_there = threading.Event()

    def see(each: Seen) -> None:
        seen.append(each)
        if each.shot.number == 79:
            is_there.set()

    screening = Screening(opened.put, see)
    screening.open((find(tmp_path, 2e9)[0],))
    (reel,) = opened.get(timeout=5).reels
    for number in range(80):
        screening.want((Shot(reel, number),))
    assert is_there.wait(5)
    screening.let_go()
    with pytest.raises(NotShown):
        reel.decode(0)
    screening.close()
    screening.close()
    assert len(seen) < 80
    assert seen[-1].picture is not None
    assert number_of(seen[-1].picture.pixels) == 79
