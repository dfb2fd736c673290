"""The clock of a replay."""

import queue
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.support import films
from tests.support.films import STARTED_NS, number_of
from viewer.core.replay.frames import NotShown, Part, _with_start_codes
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
    screening.open((find(tmp_path)[0],))
    (reel,) = opened.get(timeout=5).reels
    for number in range(80):
        screening.want((Shot(reel, number),))
    assert is_there.wait(5)
    screening.open(())
    screening.wait_until_closed([reel.recorded])
    with pytest.raises(NotShown):
        reel.decode(0)
    screening.close()
    screening.close()
    assert len(seen) < 80
    assert seen[-1].picture is not None
    assert number_of(seen[-1].picture.pixels) == 79


def test_that_who_waits_for_files_to_be_closed_waits_for_those_that_are_just_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films.write(tmp_path / "porch" / "2026-11-21 20-30-00.mkv", films.times(3))
    found = tuple(find(tmp_path))
    is_opening, may_go_on = threading.Event(), threading.Event()
    read_on = Part.read_on

    def slowly(*words: Any) -> int:
        is_opening.set()
        assert may_go_on.wait(5)
        return read_on(*words)

    monkeypatch.setattr(Part, "read_on", slowly)
    screening = Screening(lambda opened: None, lambda seen: None)
    screening.open(found)
    assert is_opening.wait(5)
    screening.open(())
    waiting = threading.Thread(target=screening.wait_until_closed, args=(found,))
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    may_go_on.set()
    waiting.join()
    assert screening._reels == ()
    screening.close()


def test_that_what_is_recorded_while_it_is_open_is_told_of_with_what_was_said(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / "2026-11-21 20-30-00.mkv", films.times(20))
    opened: queue.Queue[Opened] = queue.Queue()
    grew: queue.Queue[Opened] = queue.Queue()
    screening = Screening(opened.put, lambda seen: None, grew.put)
    screening.open(tuple(find(tmp_path)))
    assert opened.get(timeout=5).lines == []
    second = path.with_name(f"{path.stem} part 2.mkv")
    films.write_said(path, [(1.0, "porch", "hello")])
    screening.read_on()
    assert [line.text for line in grew.get(timeout=5).lines] == ["hello"]
    films.write(second, films.times(5), started_ns=STARTED_NS + 2 * SECOND)
    films.write_said(second, [(2.1, "me", "still here?")])
    screening.read_on()
    both = grew.get(timeout=5)
    assert len(both.reels[0]) == 25
    assert [line.text for line in both.lines] == ["hello", "still here?"]
    screening.read_on()
    screening.close()
    assert grew.empty()


@pytest.mark.parametrize("length", [1, 255, 256, 300, 511, 512, 70_000])
def test_that_no_length_of_a_unit_is_taken_for_a_start_code(length: int) -> None:
    unit, private = bytes([0x41]) * length, bytes([1, 0x64, 0, 13, 0xFF, 0xE0, 0])
    assert _with_start_codes(length.to_bytes(4, "big") + unit, private, False) == b"\0\0\0\1" + unit


def test_that_a_stream_with_start_codes_is_left_as_it_is() -> None:
    payload = b"\0\0\0\1\x67abc\0\0\1\x65def"
    assert _with_start_codes(payload, b"\0\0\0\1\x67abc\0\0\1\x68d", True) == payload
