"""What is written of one camera: file after file, in this very thread."""

import errno
from datetime import datetime
from pathlib import Path
from shutil import rmtree

import av
import numpy as np
import pytest

from camwire.frame import EncodedFrame, Layout
from tests.support import h264, jpegs
from tests.support.recordings import SECOND, STARTED_NS, all_in, lines, payloads, recorded, sizes, tags, times_ms
from viewer.core.recording.parts import Bounds, Parts
from viewer.core.recording.spoken import Spoken


class Written(Parts):
    """In a folder, with what it tells."""

    def __init__(self, folder: Path, name: str = "Porch", bounds: Bounds | None = None) -> None:
        self.folder = folder
        self.wishes = 0
        self.errors: list[OSError] = []
        super().__init__(folder, "tcp://10.0.0.7:5600", name, bounds or Bounds(), self._wish, self.errors.append)

    def _wish(self) -> None:
        self.wishes += 1

    @property
    def files(self) -> list[Path]:
        self.close()
        return all_in(self.folder)


def jpeg(sequence: int = 1, width: int = 160, height: int = 120, stated: tuple[int, int] | None = None) -> EncodedFrame:
    return EncodedFrame(sequence, 0, "jpeg", *(stated or (width, height)), jpegs.noisy(width, height))


def test_that_frames_are_in_the_file_as_they_came_and_at_their_times(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    for number, seconds in enumerate((0, 0.040, 0.1234, 2.5)):
        parts.write(recorded(jpeg(number), seconds))
    (file,) = parts.files
    assert times_ms(file) == [0, 40, 123, 2500]
    assert payloads(file) == [jpegs.noisy()] * 4
    assert sizes(file) == [(160, 120)] * 4


def test_that_h264_is_in_the_file_as_it_came_and_plays(tmp_path: Path) -> None:
    parts, frames = Written(tmp_path), h264.frames(h264.pictures(6))
    for number, frame in enumerate(frames):
        parts.write(recorded(frame, number / 10))
    (file,) = parts.files
    assert times_ms(file) == [0, 100, 200, 300, 400, 500]
    assert sizes(file) == [(h264.WIDTH, h264.HEIGHT)] * 6


def test_that_h264_of_another_encoder_goes_on_in_the_same_file(tmp_path: Path) -> None:
    parts, shown = Written(tmp_path), h264.pictures(8)
    frames = [*h264.frames(shown[:4]), *h264.frames(shown[4:], quality=30)]
    for number, frame in enumerate(frames):
        parts.write(recorded(frame, number / 10))
    (file,) = parts.files
    with av.open(str(file)) as container:
        pictures = [each.to_ndarray(format="bgr24") for each in container.decode(video=0)]
    assert len(pictures) == 8
    for picture, original in zip(pictures, shown, strict=True):
        assert np.abs(picture.astype(int) - original).mean() < 12


def test_that_the_file_says_which_camera_it_is_of_and_when_it_began(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(jpeg(), 0))
    (file,) = parts.files
    found = tags(file)
    assert found["WATCHWORD_CAMERA"] == "tcp://10.0.0.7:5600"
    assert found["WATCHWORD_NAME"] == "Porch"
    assert found["WATCHWORD_STARTED_NS"] == str(STARTED_NS)
    assert found["WATCHWORD_UNCERTAINTY_MS"] == "2.000"
    assert found["DATE_RECORDED"].endswith(".123Z")
    assert found["creation_time"].startswith(found["DATE_RECORDED"][:-1])


def test_that_a_file_lies_in_its_camera_s_folder_and_is_named_by_local_time(tmp_path: Path) -> None:
    parts = Written(tmp_path, "Hof/Süd: *1*")
    parts.write(recorded(jpeg(), 0))
    (file,) = parts.files
    assert file.parent == tmp_path / "Hof_Süd_ _1_"
    assert file.stem == f"{datetime.fromtimestamp(STARTED_NS / 1e9):%Y-%m-%d %H-%M-%S}"


def test_that_two_recordings_of_the_same_second_are_two_files(tmp_path: Path) -> None:
    for _ in range(2):
        parts = Written(tmp_path)
        parts.write(recorded(jpeg(), 0))
        parts.close()
    again, first = all_in(tmp_path)
    assert again.stem == f"{first.stem} (2)"


def test_that_a_time_that_goes_back_is_put_behind_the_one_before(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    for seconds in (0, 0.1, 0.05, 0.2):
        parts.write(recorded(jpeg(), seconds))
    (file,) = parts.files
    assert times_ms(file) == [0, 100, 101, 200]


def test_that_a_new_part_begins_after_so_many_seconds(tmp_path: Path) -> None:
    parts = Written(tmp_path, bounds=Bounds(seconds=1))
    for number in range(25):
        parts.write(recorded(jpeg(number), number / 10))
    first, second, third = sorted(parts.files, key=lambda each: len(each.stem + "1") if "part" in each.stem else 0)
    assert [second.stem[-7:], third.stem[-7:]] == [" part 2", " part 3"]
    assert [len(times_ms(each)) for each in (first, second, third)] == [10, 10, 5]
    assert tags(second)["WATCHWORD_STARTED_NS"] == str(STARTED_NS + SECOND)


def test_that_a_new_part_begins_after_so_many_bytes(tmp_path: Path) -> None:
    size = len(jpegs.noisy())
    parts = Written(tmp_path, bounds=Bounds(bytes=3 * size))
    for number in range(7):
        parts.write(recorded(jpeg(number), number / 10))
    assert sorted(len(times_ms(each)) for each in parts.files) == [1, 3, 3]


def test_that_a_part_of_h264_goes_on_until_a_keyframe_is_there_and_asks_for_one(tmp_path: Path) -> None:
    parts, frames = Written(tmp_path, bounds=Bounds(seconds=0.3)), h264.frames(h264.pictures(9), keyframes=[7])
    for number, frame in enumerate(frames):
        parts.write(recorded(frame, number / 10))
    assert parts.wishes > 0
    assert sorted(len(sizes(each)) for each in parts.files) == [3, 6]


def test_that_a_larger_size_or_another_codec_begins_a_new_part(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    frames = [jpeg(1, 64, 48), jpeg(2), h264.frames(h264.pictures(1))[0]]
    for number, frame in enumerate(frames):
        parts.write(recorded(frame, number))
    assert sorted(sizes(each) for each in parts.files) == [[(64, 48)], [(160, 120)], [(h264.WIDTH, h264.HEIGHT)]]


def test_that_smaller_pictures_go_on_in_the_same_part(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    for number, frame in enumerate([jpeg(1), jpeg(2, 64, 48), jpeg(3)]):
        parts.write(recorded(frame, number))
    (file,) = parts.files
    assert sizes(file) == [(160, 120), (64, 48), (160, 120)]


def test_that_smaller_pictures_of_h264_go_on_in_the_same_part(tmp_path: Path) -> None:
    large = h264.pictures(4)
    small = [np.ascontiguousarray(each[:120, :160]) for each in large]
    parts = Written(tmp_path)
    for number, frame in enumerate([*h264.frames(large), *h264.frames(small), *h264.frames(large)]):
        parts.write(recorded(frame, number / 10))
    (file,) = parts.files
    assert sizes(file) == [(320, 240)] * 4 + [(160, 120)] * 4 + [(320, 240)] * 4


def test_that_the_size_of_a_jpeg_is_its_own_and_not_what_was_stated(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(jpeg(1, stated=(0, 0)), 0))
    parts.write(recorded(jpeg(2, stated=(5, 5)), 1))
    (file,) = parts.files
    assert sizes(file) == [(160, 120)] * 2


def test_that_pixels_of_foreign_cameras_are_recorded_as_jpeg(tmp_path: Path) -> None:
    pixels = np.full((48, 64, 3), (200, 120, 40), np.uint8)
    frame = EncodedFrame(1, None, "raw", 64, 48, pixels.tobytes(), layout=Layout("uint8", (48, 64, 3)))
    parts = Written(tmp_path)
    parts.write(recorded(frame, 0))
    (file,) = parts.files
    assert payloads(file)[0].startswith(b"\xff\xd8")
    assert sizes(file) == [(64, 48)]


@pytest.mark.parametrize("payload", [b"", jpegs.corrupt(), b"x" * 5000])
def test_that_what_is_no_picture_makes_no_file_and_does_not_end_the_recording(payload: bytes, tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(EncodedFrame(1, 0, "jpeg", 160, 120, payload), 0))
    parts.write(recorded(EncodedFrame(1, 0, "h264", 160, 120, payload), 0.1))
    assert all_in(tmp_path) == []
    parts.write(recorded(jpeg(2), 1))
    (file,) = parts.files
    assert len(sizes(file)) == 1


def test_that_what_is_said_lies_beside_the_part_on_its_clock(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.say(Spoken("me", "before"), STARTED_NS - SECOND)
    parts.write(recorded(jpeg(), 0))
    parts.say(Spoken("Porch", "a <b> & c\n\nd --> e", "answer"), STARTED_NS + 83 * SECOND // 2)
    (file,) = parts.files
    said = lines(file)
    assert [(each["t"], each["who"], each["kind"]) for each in said] == [(0.0, "me", "text"), (41.5, "Porch", "answer")]
    assert said[1]["text"] == "a <b> & c\n\nd --> e"
    assert datetime.fromisoformat(said[1]["time"]).timestamp() == pytest.approx(STARTED_NS / 1e9 + 41.5, abs=0.001)
    cues = file.with_suffix(".vtt").read_text("utf-8").split("\n\n")
    assert cues[0] == "WEBVTT"
    assert cues[2].startswith("00:00:41.500 --> 00:00:4")
    assert cues[2].rstrip().endswith("<v Porch>a &lt;b&gt; &amp; c\nd --&gt; e")


def test_that_a_name_and_a_line_may_be_of_any_characters(tmp_path: Path) -> None:
    parts = Written(tmp_path, "Süd 🐈 \ud800")
    parts.write(recorded(jpeg(), 0))
    parts.say(Spoken("me", "half a \ud83d"), STARTED_NS)
    (file,) = parts.files
    assert parts.errors == []
    assert tags(file)["WATCHWORD_NAME"] == "Süd 🐈 ?"
    assert lines(file)[0]["text"] == "half a ?"


def test_that_nothing_lies_beside_a_recording_without_a_word(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(jpeg(), 0))
    (file,) = parts.files
    assert list(file.parent.iterdir()) == [file]


def test_that_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "Porch").write_text("in the way")
    parts = Written(tmp_path)
    for number in range(3):
        parts.write(recorded(jpeg(number), number))
    parts.close()
    assert [error.errno for error in parts.errors] == [errno.EEXIST]
    assert parts.written.files == []


def test_that_a_recording_whose_file_was_taken_away_is_told_to_be_over(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(jpeg(1), 0))
    all_in(tmp_path)[0].unlink()
    parts._looked -= 2
    parts.write(recorded(jpeg(2), 1))
    assert [error.errno for error in parts.errors] == [errno.ENOENT]


def test_that_a_disk_is_not_filled_to_the_last_byte(tmp_path: Path) -> None:
    parts = Written(tmp_path)
    parts.write(recorded(jpeg(1), 0))
    parts._bounds = Bounds(spare_bytes=2**62)
    parts._looked -= 2
    parts.write(recorded(jpeg(2), 1))
    assert [error.errno for error in parts.errors] == [errno.ENOSPC]
    assert len(sizes(parts.files[0])) == 1


def test_that_nothing_is_begun_on_a_disk_that_is_as_good_as_full(tmp_path: Path) -> None:
    parts = Written(tmp_path / "not made yet", bounds=Bounds(spare_bytes=2**62))
    parts.write(recorded(jpeg(1), 0))
    assert [error.errno for error in parts.errors] == [errno.ENOSPC]
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_of_no_possible_name_ends_the_recording(tmp_path: Path) -> None:
    parts = Written(tmp_path / "a\0b")
    for number in range(3):
        parts.write(recorded(jpeg(number), number))
    assert [error.errno for error in parts.errors] == [errno.EINVAL]
    assert parts.written.files == []


def test_that_files_that_were_taken_away_are_not_said_to_be_kept(tmp_path: Path) -> None:
    parts = Written(tmp_path, bounds=Bounds(seconds=1))
    for number in range(15):
        parts.write(recorded(jpeg(number), number / 10))
    rmtree(tmp_path)
    parts.close()
    assert [error.errno for error in parts.errors] == [errno.ENOENT]
    assert (parts.written.files, parts.written.frames, parts.written.bytes) == ([], 0, 0)
    assert parts.written.seconds == pytest.approx(0)
    assert parts.written.is_lost


def test_that_what_is_left_of_a_recording_is_told_where_a_part_was_taken_away(tmp_path: Path) -> None:
    parts = Written(tmp_path, bounds=Bounds(seconds=1))
    for number in range(15):
        parts.write(recorded(jpeg(number), number / 10))
    parts.written.files[0].unlink()
    parts.close()
    assert parts.errors == []
    assert [len(times_ms(file)) for file in parts.written.files] == [parts.written.frames] == [5]
    assert parts.written.is_lost


@pytest.mark.parametrize("codec", ["jpeg", "h264", "of the future"])
def test_that_a_recording_to_which_no_picture_comes_does_not_look_like_one_for_ever(codec: str, tmp_path: Path) -> None:
    parts = Written(tmp_path)
    for second in range(15):
        parts.write(recorded(EncodedFrame(second, 0, codec, 160, 120, jpegs.corrupt()), second))
    assert [error.errno for error in parts.errors] == [errno.EILSEQ]
    assert all_in(tmp_path) == []
