"""The simulated board under the real picamera2: what tests of the source and of programs rely on."""

import json
import subprocess
import sys
import time
from typing import Any

import numpy as np
import pytest

from tests.simulated_pi import Simulation
from tests.simulated_pi.apart import ROOT, apart
from tests.simulated_pi.running import PATIENCE, running, told, until
from tests.simulated_pi.scene import GRASS, SKY, Look, Shape, draw
from tests.simulated_pi.sensor import DELAY_FRAMES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux")


def is_near(color: Any, expected: tuple[int, int, int]) -> bool:
    return bool(np.abs(np.asarray(color, float) - expected).max() < 12)


@apart()
def test_that_both_streams_show_the_scene_and_rows_are_padded(pi: Simulation) -> None:
    import cv2
    from libcamera import ColorSpace

    asked = {"main": {"size": (644, 480), "format": "YUV420"}, "lores": {"size": (320, 240), "format": "YUV420"}}
    with running(**asked, colour_space=ColorSpace.Sycc()) as camera:
        assert camera.camera_configuration()["main"]["stride"] == 704
        (main, lores), _ = camera.capture_arrays(["main", "lores"], wait=PATIENCE)
    assert main.shape == (720, 704)
    assert lores.shape == (360, 320)
    picture = cv2.cvtColor(lores, cv2.COLOR_YUV2BGR_I420)
    # OpenCV takes planes for the range of television, so colours are only roughly right.
    assert np.abs(picture[5].mean(axis=0) - SKY).max() < 30
    assert np.abs(picture[-5].mean(axis=0) - GRASS).max() < 30
    assert abs(int(main[5, 5]) - int(lores[5, 5])) < 20


@apart()
def test_that_a_turned_picture_has_its_grass_on_top(pi: Simulation) -> None:
    from libcamera import Transform

    with running(main={"size": (320, 240), "format": "RGB888"}, transform=Transform(vflip=1)) as camera:
        picture = camera.capture_array("main", wait=PATIENCE)
    assert is_near(picture[3].mean(axis=0), GRASS)
    assert is_near(picture[-3].mean(axis=0), SKY)


@apart()
def test_that_a_change_is_told_by_a_later_frame(pi: Simulation) -> None:
    with running(controls={"FrameRate": 100}) as camera:
        assert told(camera)["FrameDuration"] == 10_000
        frames: list[dict[str, Any]] = []
        camera.pre_callback = lambda request: frames.append(request.get_metadata())
        camera.set_controls({"ExposureTime": 5000, "AnalogueGain": 2.0, "Brightness": 0.5})
        until(lambda: frames and frames[-1]["ExposureTime"] == 5000)
    exposed = next(number for number, frame in enumerate(frames) if frame["ExposureTime"] == 5000)
    assert frames[exposed]["AnalogueGain"] == 2.0
    # What the sensor need not do is done at once, and told only once.
    brightened = [number for number, frame in enumerate(frames) if "Brightness" in frame]
    assert brightened == [exposed - DELAY_FRAMES]
    assert frames[brightened[0]]["Brightness"] == 0.5
    assert ("Brightness", 0.5) in pi.driven
    assert not pi.wrong


@apart()
def test_that_a_crop_is_shown_large(pi: Simulation) -> None:
    with running(main={"size": (320, 240), "format": "RGB888"}) as camera:
        assert len(camera.camera_controls) == 28
        _, _, width, height = camera.camera_controls["ScalerCrop"][1]
        camera.set_controls({"ScalerCrop": (0, height * 9 // 10, width // 10, height // 10)})
        until(lambda: told(camera)["ScalerCrop"][3] == height // 10)
        picture = camera.capture_array("main", wait=PATIENCE)
    assert is_near(picture.mean(axis=(0, 1)), GRASS)


@pytest.mark.alone
@pytest.mark.slow
@apart()
def test_that_the_camera_keeps_its_pace_up_to_120_frames_a_second(pi: Simulation) -> None:
    for rate in (30, 120):
        with running(main={"size": (640, 480), "format": "YUV420"}, controls={"FrameRate": rate}) as camera:
            assert round(1e6 / told(camera)["FrameDuration"]) == rate
            began, first = time.monotonic(), pi.frames
            time.sleep(1)
            measured = (pi.frames - first) / (time.monotonic() - began)
        assert 0.9 * rate < measured < 1.1 * rate


def test_that_a_mirrored_picture_is_the_other_way_round():
    shape = Shape(64, 48, 192, "RGB888")
    straight, mirrored, turned = (np.zeros(shape.stride * shape.height, np.uint8) for _ in range(3))
    draw(shape, Look(), 0, straight)
    draw(shape, Look(is_mirrored=True), 0, mirrored)
    draw(shape, Look(is_upside_down=True), 0, turned)
    picture = straight.reshape(48, 64, 3)
    assert (mirrored.reshape(48, 64, 3) == picture[:, ::-1]).all()
    assert (turned.reshape(48, 64, 3) == picture[::-1]).all()


def test_that_the_program_finds_the_simulated_cameras():
    command = [sys.executable, "-m", "tests.simulated_pi", "--cameras", "2", "--", "--list-sources", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    found = [each["source"] for each in json.loads(done.stdout)["sources"] if each["source"].startswith("picamera")]
    assert [each.rpartition("/")[2] for each in found] == ["imx708@1a", "imx477@1a"]
