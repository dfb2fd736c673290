"""What goes wrong at the simulated board, as picamera2 sees it."""

import sys
import time
from pathlib import Path

import pytest

from tests.simulated_pi import Simulation
from tests.simulated_pi.apart import apart
from tests.simulated_pi.board import STALLED, Connector
from tests.simulated_pi.running import running, take_frames, told, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux")


@apart(cameras=2)
def test_that_a_camera_has_one_user_and_the_other_camera_is_free(pi: Simulation) -> None:
    from picamera2 import Picamera2

    assert [each["Model"] for each in Picamera2.global_camera_info()] == ["imx708", "imx477"]
    with running(0), running(1) as second:
        with pytest.raises(RuntimeError) as failure:
            Picamera2(0)
        assert "Device or resource busy" in str(failure.value.__cause__)
        assert told(second)
    pi.occupy()
    with pytest.raises(RuntimeError):
        Picamera2(0)
    pi.vacate()
    with running(0) as camera:
        assert told(camera)


@apart()
def test_that_frames_stop_when_it_stalls_and_go_on_when_it_resumes(pi: Simulation) -> None:
    with running(controls={"FrameRate": 100}) as camera:
        assert told(camera)
        pi.stall()
        frames = -1

        def is_quiet() -> bool:
            nonlocal frames
            before, frames = frames, pi.frames
            time.sleep(0.1)
            return before == pi.frames

        until(is_quiet)
        with pytest.raises(TimeoutError):
            take_frames(camera)
        pi.resume()
        until(lambda: pi.frames > frames + 5)


@apart()
def test_that_a_camera_that_was_pulled_out_has_to_be_started_again(pi: Simulation) -> None:
    from picamera2 import Picamera2

    with running(controls={"FrameRate": 100}) as camera:
        assert told(camera)
        pi.unplug()
        pi.plug()
        with pytest.raises(TimeoutError):
            take_frames(camera)
    with running() as camera:
        assert told(camera)
    pi.unplug()
    # Searched for anew, it is not there.
    with pytest.raises(RuntimeError, match="No camera number 0 found"):
        Picamera2()
    pi.plug()
    Picamera2._cm.reset()
    with running() as camera:
        assert told(camera)


@apart()
def test_that_a_wrong_type_breaks_picamera2_as_on_the_board(pi: Simulation) -> None:
    import logging

    logging.disable()
    with running(controls={"FrameRate": 100}) as camera:
        assert told(camera)
        camera.set_controls({"FrameDurationLimits": ("x", "y")})
        with pytest.raises(TimeoutError):
            take_frames(camera)
        # Its stop would wait for ever for the thread that has ended; close is the way out.
    with running() as camera:
        assert told(camera)


@apart()
def test_that_values_out_of_range_are_noted(pi: Simulation) -> None:
    with running() as camera:
        camera.set_controls({"Brightness": 7.0, "AfMode": 9})
        until(lambda: told(camera) and len(pi.wrong) == 2)
    assert sorted(sentence.split()[0] for sentence in pi.wrong) == ["AfMode", "Brightness"]


def test_that_another_process_switches_faults_by_files(tmp_path: Path):
    first, second = Connector(0, tmp_path), Connector(1, tmp_path)
    (tmp_path / "stalled-1").touch()
    assert [each.has(STALLED) for each in (first, second)] == [False, True]
