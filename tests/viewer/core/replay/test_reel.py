"""A recording is shown as one, frame by frame, whatever it consists of."""

import os
from os import utime
from pathlib import Path

import pytest

from tests.support import films
from tests.support.films import STARTED_NS, number_of
from viewer.core.recording_names import started_of
from viewer.core.replay import said
from viewer.core.replay.frames import NotShown
from viewer.core.replay.opened import Opened
from viewer.core.replay.recorded import Recorded, find
from viewer.core.replay.reel import Reel

NAME = "2026-11-21 20-30-00"
MS = 1_000_000


def the_one(folder: Path) -> Recorded:
    (found,) = find(folder)
    return found


@pytest.mark.parametrize("codec", ["mjpeg", "h264"])
def test_that_any_frame_is_shown_wherever_one_was_before(tmp_path: Path, codec: str) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(40), codec)
    reel = Reel(the_one(tmp_path))
    for number in (0, 39, 5, 6, 7, 6, 25, 24, 0):
        pixels = reel.decode(number)
        assert pixels is not None
        assert pixels.shape == (180, 320, 4)
        assert number_of(pixels) == pytest.approx(number, abs=1)
    reel.close()


def test_that_parts_are_one_recording_on_one_clock(tmp_path: Path) -> None:
    folder = tmp_path / "porch"
    films.write(folder / f"{NAME}.mkv", films.times(20))
    films.write(folder / f"{NAME} part 2.mkv", films.times(20), started_ns=STARTED_NS + 20 * 66 * MS)
    films.write(folder / f"{NAME} part 10.mkv", films.times(5), "h264", STARTED_NS + 60_000 * MS)
    recorded = the_one(tmp_path)
    assert [path.stem.removeprefix(NAME) for path in recorded.parts] == ["", " part 2", " part 10"]
    reel = Reel(recorded)
    assert len(reel) == 45
    assert reel.times[25] == STARTED_NS + 25 * 66 * MS
    pixels = reel.decode(44)
    assert pixels is not None
    assert number_of(pixels) == pytest.approx(4, abs=1)
    assert len(reel.spans) == 2
    reel.close()


def test_that_there_is_no_picture_in_a_gap_and_steps_go_over_it(tmp_path: Path) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", [0, 100, 200, 9000, 9100])
    reel = Reel(the_one(tmp_path))
    assert reel.frame_at(STARTED_NS - 1) is None
    assert reel.frame_at(STARTED_NS + 150 * MS) == 1
    assert reel.frame_at(STARTED_NS + 5000 * MS) is None
    assert reel.after(STARTED_NS + 200 * MS) == STARTED_NS + 9000 * MS
    assert reel.before(STARTED_NS + 9000 * MS) == STARTED_NS + 200 * MS
    assert reel.before(STARTED_NS) is None
    assert reel.after(reel.end_ns) is None
    reel.close()


def test_that_a_recording_of_a_killed_recorder_plays_as_far_as_it_goes(tmp_path: Path) -> None:
    films.cut(films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(60)), 0.8)
    recorded = the_one(tmp_path)
    assert 2 < recorded.seconds < 60 * 0.066
    assert not recorded.is_growing
    reel = Reel(recorded)
    assert reel.decode(len(reel) - 1) is not None
    reel.close()


def test_that_one_that_is_written_now_says_so_and_grows(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(60))
    whole = path.read_bytes()
    films.cut(path, 0.5)
    (recorded,) = find(tmp_path, {path})
    assert recorded.is_growing
    reel = Reel(recorded)
    before, end = len(reel), reel.end_ns
    path.write_bytes(whole)
    assert reel.read_on() == 60 - before
    assert reel.end_ns > end
    reel.close()


def test_that_what_nobody_records_is_not_recorded_however_new_it_is_and_what_is_recorded_is(tmp_path: Path) -> None:
    path = films.cut(films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(60)), 0.5)
    assert not the_one(tmp_path).is_growing
    utime(path, (1.0, 1.0))
    (recorded,) = find(tmp_path, {path})
    assert recorded.is_growing


def test_that_a_recording_that_has_just_begun_is_not_taken_for_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "porch" / f"{NAME}.mkv"
    path.parent.mkdir()
    path.touch()
    (recorded,) = find(tmp_path, {path})
    assert (recorded.is_growing, recorded.is_damaged) == (True, False)
    assert the_one(tmp_path).is_damaged


def test_that_a_recording_grows_into_its_next_parts(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(60))
    whole = path.read_bytes()
    films.cut(path, 0.5)
    reel = Reel(the_one(tmp_path))
    path.write_bytes(whole)
    for number in (2, 3):
        part = path.with_name(f"{NAME} part {number}.mkv")
        films.write(part, films.times(20), started_ns=STARTED_NS + number * 10_000 * MS)
    reel.read_on()
    assert len(reel) == 100
    assert reel.times[80] == STARTED_NS + 30_000 * MS
    assert [part.stem.removeprefix(NAME) for part in reel.recorded.parts] == ["", " part 2", " part 3"]
    pixels = reel.decode(99)
    assert pixels is not None
    assert number_of(pixels) == pytest.approx(19, abs=1)
    assert reel.read_on() == 0
    reel.close()


def test_that_a_recording_that_was_opened_before_its_first_picture_is_seen_when_that_comes(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(20))
    whole = path.read_bytes()
    path.write_bytes(b"")
    reel = Reel(the_one(tmp_path))
    assert reel.trouble
    assert reel.read_on() == 0
    path.write_bytes(whole[:300])
    assert reel.read_on() == 0
    path.write_bytes(whole)
    assert reel.read_on() == 20
    assert (reel.trouble, reel.begin_ns) == ("", STARTED_NS)
    assert reel.decode(19) is not None
    reel.close()


def test_that_of_several_cameras_it_is_told_whose_line_it_is_whatever_the_line_begins_with(tmp_path: Path) -> None:
    for name, lines in (
        ("porch", [(1.0, "porch", "porch: hello"), (2.0, "me", "hi")]),
        ("gate", [(3.0, "gate", "yes")]),
    ):
        films.write_said(films.write(tmp_path / name / f"{NAME}.mkv", films.times(3), name=name), lines)
    reels = tuple(Reel(each) for each in find(tmp_path))
    opened = Opened(reels, tuple(said.read(reel.recorded) for reel in reels))
    for _ in range(2):
        assert [line.text for line in opened.lines] == ["porch: porch: hello", "hi", "gate: yes"]
    (porch,) = (reel for reel in reels if reel.recorded.camera == "porch")
    assert [line.text for line in Opened((porch,), (said.read(porch.recorded),)).lines] == ["porch: hello", "hi"]
    for reel in reels:
        reel.close()


def test_that_what_is_no_recording_is_listed_as_damaged_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "porch").mkdir()
    (tmp_path / "porch" / f"{NAME}.mkv").write_bytes(b"nothing of the kind")
    recorded = the_one(tmp_path)
    assert recorded.is_damaged
    reel = Reel(recorded)
    assert len(reel) == 0
    assert "damaged" in reel.trouble
    reel.close()


@pytest.mark.parametrize("tag", ["0" * 20 + "9" * 25, "0" * 5000])
def test_that_a_file_that_says_a_senseless_time_began_when_its_name_says(tmp_path: Path, tag: str) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(3), started_ns=tag)
    recorded = the_one(tmp_path)
    reel = Reel(recorded)
    assert reel.begin_ns == recorded.started_ns == started_of(NAME)
    reel.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_that_what_is_called_strangely_or_is_no_file_hides_no_recording(tmp_path: Path) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(3))
    films.write(tmp_path / "porch" / "a.mkv", films.times(3)).rename(tmp_path / "porch" / "a\nb.mkv")
    os.mkfifo(tmp_path / "porch" / "endless.mkv")
    (tmp_path / "porch" / "folder.mkv").mkdir()
    assert {each.id.name for each in find(tmp_path)} == {f"{NAME}.mkv", "a\nb.mkv"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_that_a_conversation_that_is_none_is_left_out(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(3))
    films.write_said(path, [(1.0, "porch", "hello")])
    with path.with_suffix(".jsonl").open("a") as file:
        file.write("[" * 200_000 + "\n")
    assert [line.text for line in said.read(the_one(tmp_path))] == ["hello"]
    path.with_suffix(".jsonl").unlink()
    os.mkfifo(path.with_suffix(".jsonl"))
    assert said.read(the_one(tmp_path)) == []


def test_that_a_codec_of_somebody_else_is_named(tmp_path: Path) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(3), "mpeg4")
    reel = Reel(the_one(tmp_path))
    with pytest.raises(NotShown, match="MPEG4"):
        reel.decode(0)
    reel.close()


def test_that_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert find(tmp_path / "nowhere") == []


def test_that_what_was_said_is_read_once_and_in_order(tmp_path: Path) -> None:
    path = films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(20))
    films.write_said(path, [(1.0, "porch", "hello"), (0.5, "me", "who is there?"), (1.2, "motion", "Motion")])
    films.write_said(path.with_name(f"{NAME} part 2.mkv"), [(1.0, "porch", "hello")])
    films.write(path.with_name(f"{NAME} part 2.mkv"), films.times(3))
    with path.with_suffix(".jsonl").open("a") as file:
        file.write('{"time": "half wri')
    lines = said.read(the_one(tmp_path))
    assert [(line.text, line.is_mine, line.role) for line in lines] == [
        ("who is there?", True, ""),
        ("hello", False, ""),
        ("Motion", False, "motion"),
    ]
    assert lines[0].time_ns == pytest.approx(STARTED_NS + 5e8, abs=1e6)


def test_that_a_picture_near_by_is_found_where_many_would_have_to_be_decoded(tmp_path: Path) -> None:
    films.write(tmp_path / "porch" / f"{NAME}.mkv", films.times(80), "h264", keyframe_every=40)
    reel = Reel(the_one(tmp_path))
    assert reel.near(10) == 10
    assert reel.near(39) == 0
    assert reel.near(75) == 40
    assert reel.decode(70) is not None
    assert reel.near(75) == 75
    reel.close()
