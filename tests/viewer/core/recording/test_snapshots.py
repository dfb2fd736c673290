"""Snapshots of cameras over real sockets."""

import errno
import re
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from camwire.messages import CameraHello, Stream, Want
from tests.support import h264, jpegs
from tests.viewer.core.recording.conftest import RecordingStage
from viewer.core.pictures.wanting import Place
from viewer.core.recording.png import png
from viewer.core.recording.unbroken import ASK_SECONDS


def test_that_a_jpeg_is_kept_as_it_came_under_its_camera_and_its_time(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    ((file,), troubles) = stage.snapshot(witness.session)
    assert troubles == []
    assert file.read_bytes() == camera.payload
    assert re.fullmatch(r"porch \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.\d{3}\.jpg", file.name)
    assert list(file.parent.iterdir()) == [file]


def test_that_the_full_size_is_asked_for_and_waited_for(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.own_size = (640, 480)
    witness.session.hello = CameraHello(protocol=(0, 0), id="x", name="x", streams=[Stream(width=640, height=480)])
    stage.now(lambda: witness.session.place(Place(160, 120)))
    stage.until(lambda: witness.pictures[-1].width == 160)
    ((file,), _) = stage.snapshot(witness.session)
    assert cv2.imread(str(file)).shape == (480, 640, 3)
    stage.until(lambda: camera.wants[-1] == Want(width=160, height=120))


def test_that_a_camera_that_never_sends_its_full_size_gives_what_it_sends(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.core.recording.snapshot.FULL_SIZE_SECONDS", 0.1)
    _, witness = stage.live()
    witness.session.hello = CameraHello(protocol=(0, 0), id="x", name="x", streams=[Stream(width=9999, height=9999)])
    ((file,), _) = stage.snapshot(witness.session)
    assert cv2.imread(str(file)).shape == (48, 64, 3)


def test_that_h264_gives_a_png_of_the_keyframe(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.codec, camera.payload = "h264", bytes(h264.frames(h264.pictures(1))[0].payload)
    stage.until(lambda: witness.session.stats.codec == "h264")
    ((file,), _) = stage.snapshot(witness.session)
    assert file.suffix == ".png"
    difference = cv2.imread(str(file)).astype(int) - h264.pictures(1)[0]
    assert np.abs(difference).mean() < 6


def test_that_a_camera_that_sends_small_keyframes_is_not_asked_for_one_at_each(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.codec, camera.payload = "h264", bytes(h264.frames(h264.pictures(1))[0].payload)
    stage.until(lambda: witness.session.stats.codec == "h264")
    witness.session.hello = CameraHello(protocol=(0, 0), id="x", name="x", streams=[Stream(width=9999, height=9999)])
    asked, sent, began = camera.keyframe_requests, camera.frames_sent, time.monotonic()
    ((file,), _) = stage.snapshot(witness.session)
    assert camera.frames_sent > sent + 10
    assert 0 < camera.keyframe_requests - asked <= 2 + (time.monotonic() - began) / ASK_SECONDS
    assert file.suffix == ".png"


def test_that_a_camera_that_is_away_gives_its_last_picture(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.now(camera.close)
    stage.until(lambda: not witness.session.is_connected)
    ((file,), _) = stage.snapshot(witness.session)
    assert abs(int(cv2.imread(str(file))[24, 32, 0]) - jpegs.BLUE) <= 3
    assert file.suffix == ".png"


def test_that_a_camera_that_has_shown_nothing_gives_a_sentence(stage: RecordingStage) -> None:
    witness = stage.witness(stage.camera())
    stage.until(lambda: witness.session.is_connected)
    stage.now(lambda: witness.session.disconnected())
    files, (trouble,) = stage.snapshot(witness.session)
    assert files == []
    assert "There is no picture of" in trouble


def test_that_a_snapshot_of_all_is_one_piece_of_news(stage: RecordingStage) -> None:
    sessions = [stage.live(name)[1].session for name in ("porch", "garden")]
    files, _ = stage.snapshot(*sessions)
    assert [file.name.split()[0] for file in files] == ["garden", "porch"]
    assert len(stage.snapshots) == 1


def test_that_two_of_the_same_moment_are_two_files(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.now(camera.close)
    stage.until(lambda: not witness.session.is_connected)
    names = [stage.snapshot(witness.session, witness.session)[0] for _ in range(2)]
    assert len({file for files in names for file in files}) == 4


def test_that_a_snapshot_that_cannot_be_written_gives_a_sentence(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    _, witness = stage.live()
    files, (trouble,) = stage.snapshot(witness.session)
    assert files == []
    assert "is full" in trouble


def test_that_a_snapshot_under_way_does_not_outlive_the_recorder(stage: RecordingStage) -> None:
    _, witness = stage.live()
    witness.session.hello = CameraHello(protocol=(0, 0), id="x", name="x", streams=[Stream(width=9999, height=9999)])
    stage.now(lambda: stage.recorder.snapshots.take([witness.session]))
    stage.now(stage.recorder.close)
    assert stage.snapshots == []
    assert not witness.session._recorders


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (640, 360)])
def test_that_png_holds_the_very_pixels(size: tuple[int, int]) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (size[1], size[0], 4), np.uint8)
    read = cv2.imdecode(np.frombuffer(png(pixels), np.uint8), cv2.IMREAD_COLOR)
    assert (read == pixels[:, :, :3]).all()
