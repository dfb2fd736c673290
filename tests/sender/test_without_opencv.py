"""A camera program without OpenCV: everything works but webcams and the stabiliser, and those say what to install."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire.endpoint import Endpoint
from tests.sender.support import ANYWHERE, CLIP, Viewer, watching
from tests.support.rtsp_camera import RtspCamera
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
CODE = "import sys; sys.modules['cv2'] = None; from sender.__main__ import leave, main; leave(main())"
ROOT = Path(__file__).parents[2]
READY = "Listening on "

pytestmark = pytest.mark.slow


def said(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", CODE, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)


@contextmanager
def camera(*words: str) -> Iterator[str]:
    """Where a program without OpenCV listens."""
    command = [sys.executable, "-c", CODE, *words, "--listen", ANYWHERE, "--state", "none", "--attached"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        assert it.stdin is not None
        try:
            line = it.stdout.readline().strip()
            assert line.startswith(READY)
            yield line.removeprefix(READY)
        finally:
            it.stdin.close()
            it.wait(10)


def pictures(run: Run, context: Context, endpoint: str, count: int = 5) -> list[np.ndarray]:
    """Some that the camera there sends, BGR."""
    viewer = Viewer("desk")

    async def watch() -> None:
        with watching(context, Endpoint.parse(endpoint), viewer):
            await until(lambda: len(viewer.frames) >= count, timeout=30)

    run(watch())
    return [simplejpeg.decode_jpeg(bytes(each.payload), colorspace="BGR") for each in viewer.frames[:count]]


def test_that_the_demos_film_is_shown(run: Run, context: Context) -> None:
    with camera("--source", CLIP, "--loop") as endpoint:
        shown = pictures(run, context, endpoint)
    assert shown[0].shape == (720, 1280, 3)
    assert shown[0].std() > 30


def test_that_the_test_pattern_moves_in_the_size_that_is_asked_for(run: Run, context: Context) -> None:
    with camera("--source", "pattern", "--size", "320x180", "--name", "Größe") as endpoint:
        shown = pictures(run, context, endpoint, 15)
    assert {each.shape for each in shown} == {(180, 320, 3)}
    assert (shown[0].astype(int) - shown[-1]).any()


def test_that_pictures_of_a_folder_are_shown(run: Run, context: Context, tmp_path: Path) -> None:
    (tmp_path / "one.jpg").write_bytes(simplejpeg.encode_jpeg(np.full((48, 64, 3), 200, np.uint8)))
    with camera("--source", str(tmp_path), "--loop", "--fps", "20") as endpoint:
        shown = pictures(run, context, endpoint)
    assert shown[0].shape == (48, 64, 3)
    assert abs(int(shown[0].mean()) - 200) < 3


def test_that_a_network_camera_is_shown(run: Run, context: Context) -> None:
    with RtspCamera() as it, camera("--source", it.url()) as endpoint:
        assert pictures(run, context, endpoint)[0].ndim == 3


def test_that_a_webcam_says_what_to_install() -> None:
    it = said("--source", "0", "--listen", ANYWHERE, "--state", "none")
    assert it.returncode == 1
    assert "The webcam 0 cannot be read. It needs OpenCV, which is not installed here." in it.stderr


def test_that_the_stabiliser_says_what_to_install() -> None:
    it = said("--source", "pattern", "--filter", "stabiliser", "--listen", ANYWHERE, "--state", "none")
    assert it.returncode == 2
    assert "The filter stabiliser cannot be used here. It needs OpenCV" in it.stderr


def test_that_sources_are_listed() -> None:
    it = said("--list-sources")
    assert it.returncode == 0
    assert "pattern" in it.stdout
    assert "Traceback" not in it.stderr
