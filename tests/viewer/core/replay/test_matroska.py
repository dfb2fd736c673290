"""Files are read as they are: whole, cut off, damaged, still growing, or no recording at all."""

from pathlib import Path

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import films
from viewer.core.replay.matroska import MatroskaFile, NotMatroska


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return films.write(tmp_path / "a.mkv", films.times(40))


def read(path: Path) -> MatroskaFile:
    file = MatroskaFile(path)
    file.read_on()
    file.close()
    return file


@pytest.mark.parametrize("codec", ["mjpeg", "h264"])
def test_that_every_frame_is_found_as_ffmpeg_finds_it(tmp_path: Path, codec: str) -> None:
    path = films.write(tmp_path / "a.mkv", [0, 40, 90, 3000, 3040, *range(4000, 6000, 50)], codec)
    file = MatroskaFile(path)
    file.read_on()
    with av.open(str(path)) as other:
        packets = [packet for packet in other.demux() if packet.size]
    assert list(file.times) == [int(packet.pts) * 1_000_000 for packet in packets]
    assert list(file.keyframes) == [packet.is_keyframe for packet in packets]
    assert [file.payload(number) for number in range(len(packets))] == [bytes(packet) for packet in packets]
    file.close()


def test_that_size_length_and_tags_are_read_without_the_frames(whole: Path) -> None:
    file = MatroskaFile(whole)
    file.read_head()
    assert (file.codec, file.width, file.height, len(file.times)) == ("V_MJPEG", 320, 180, 0)
    assert file.tags["WATCHWORD_NAME"] == "porch"
    assert file.seconds == pytest.approx(39 * 0.066, abs=0.1)
    file.close()


def test_that_a_file_that_was_cut_off_is_known_as_far_as_it_goes(whole: Path) -> None:
    file = read(films.cut(whole, 0.7))
    assert file.seconds is None
    assert 25 <= len(file.times) <= 30


def test_that_what_is_written_later_is_read_later(whole: Path) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) // 2])
    file = MatroskaFile(whole)
    first = file.read_on()
    whole.write_bytes(content)
    assert 0 < first < 40
    assert first + file.read_on() == 40
    assert file.read_on() == 0
    file.close()


def test_that_behind_damage_it_goes_on_with_what_is_whole(whole: Path) -> None:
    content = bytearray(whole.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 9000] = bytes(9000)
    whole.write_bytes(content)
    file = read(whole)
    assert 30 <= len(file.times) < 40
    assert file.times[-1] == 39 * 66 * 1_000_000


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"RIFF....AVI ", b"\x1a\x45"])
def test_that_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.mkv"
    path.write_bytes(content)
    with pytest.raises(NotMatroska):
        MatroskaFile(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(40, 20_000), junk=st.binary(min_size=1, max_size=40))
def test_that_no_damage_stops_the_program(whole: Path, place: int, junk: bytes) -> None:
    content = bytearray(whole.read_bytes())
    content[place : place + len(junk)] = junk
    damaged = whole.with_name("damaged.mkv")
    damaged.write_bytes(content)
    file = MatroskaFile(damaged)
    file.read_on()
    for number in range(len(file.times)):
        file.payload(number)
    file.close()
