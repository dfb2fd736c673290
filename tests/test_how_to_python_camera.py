"""The examples of docs/how-to/python-camera.md, each as a program of its own that a viewer talks to."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire import messages
from camwire.endpoint import Endpoint
from camwire.frame import EncodedFrame
from camwire.messages import Want
from tests.sender.support import Viewer, listening, watching
from tests.sender.test_viewer_files import FileViewer
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
ROOT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs/how-to/python-camera.md").read_text(), re.DOTALL)
ADDRESS = r"tcp://127\.0\.0\.1:\d+"

pytestmark = pytest.mark.slow


def example(words: str) -> str:
    """The one example that holds these words."""
    (found,) = [each for each in EXAMPLES if words in each]
    return str(found)


@contextmanager
def running(code: str, context: Context, folder: Path, viewer: Viewer) -> Iterator[None]:
    """The example as a program, with `viewer` connected to it."""
    with listening(context, Viewer("for its port")) as endpoint:
        pass
    script = folder / "camera.py"
    script.write_text(re.sub(ADDRESS, endpoint, code))
    process = subprocess.Popen([sys.executable, str(script)], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        with watching(context, Endpoint.parse(endpoint), viewer):
            yield
    finally:
        process.terminate()
        process.wait(timeout=5)


async def is_live(viewer: Viewer) -> None:
    await until(lambda: viewer.frames, timeout=20)


def middle(frame: EncodedFrame) -> list[int]:
    """The colour in the middle of a picture."""
    pixels = simplejpeg.decode_jpeg(frame.payload, colorspace="BGR")
    return [int(each) for each in pixels[pixels.shape[0] // 2, pixels.shape[1] // 2]]


def test_that_every_example_is_tried() -> None:
    words = ["on_message", "camera.command", "chance", "async def pictures", "Yuv420", "on_picture", "camera.say"]
    assert [example(each) for each in words] == EXAMPLES


def test_that_the_camera_answers_with_every_kind_of_value(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        viewer = FileViewer(tmp_path / "viewer")
        with running(example("on_message"), context, tmp_path, viewer):
            await is_live(viewer)
            for text in ("good day", "time", "table", "curve", "picture", "file"):
                viewer.say(text)
            await until(viewer.fetched)
            hello, now, table, curve, picture = [value for _, value in viewer.answers()]
            assert hello == "Hello desk, you said: good day"
            assert isinstance(now, datetime)
            assert table == [{"room": "hall", "°C": 21.5}, {"room": "attic", "°C": 14.0}]
            assert np.asarray(curve).shape == (200,)
            assert np.asarray(picture).shape == (240, 320, 3)
            assert viewer.fetched()[0].read_text() == (tmp_path / "camera.py").read_text()
        viewer.exchange.close()
        viewer.filing.close()

    run(scene(), timeout=30)


def test_that_the_servo_moves_tells_how_far_and_can_be_cancelled(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        with running(example("camera.command"), context, tmp_path, viewer):
            await is_live(viewer)
            moved = viewer.command("move", pan=20, speed=40)
            await until(lambda: viewer.answers() == [(moved, "at 20°")])
            assert any(0 < each.fraction < 1 and each.text.startswith("at ") for each in viewer.progress)
            wrong = viewer.command("move", pan=200)
            await until(lambda: len(viewer.answers("failure")) == 1)
            assert viewer.answers("failure")[0][0] == wrong
            before = len(viewer.progress)
            long = viewer.command("move", pan=180, speed=1)
            await until(lambda: len(viewer.progress) > before)
            viewer.say("", role="cancel", about=long)
            await until(lambda: (long, "Cancelled.") in viewer.answers("failure"))

    run(scene(), timeout=30)


@pytest.mark.parametrize("words", ["chance", "async def pictures"])
def test_that_generators_plain_and_async_are_live(run: Run, context: Context, tmp_path: Path, words: str) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        with running(example(words), context, tmp_path, viewer):
            await until(lambda: len(viewer.frames) > 5, timeout=20)
            assert (viewer.frames[0].width, viewer.frames[0].height) == (320, 240)

    run(scene(), timeout=30)


def test_that_what_a_viewer_shows_comes_back(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        with running(example("on_picture"), context, tmp_path, viewer):
            await is_live(viewer)
            red = simplejpeg.encode_jpeg(np.full((48, 64, 3), (0, 0, 255), np.uint8), colorspace="BGR")
            viewer.send(*messages.encode_frame(EncodedFrame(1, 0, "jpeg", 64, 48, red)))
            await until(lambda: middle(viewer.frames[-1])[2] > 200)

    run(scene(), timeout=30)


def test_that_the_camera_speaks_first(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        code = example("camera.say").replace("sleep(60)", "sleep(0.2)").replace("range(3)", "range(100)")
        with running(code, context, tmp_path, viewer):
            await until(lambda: len(viewer.received) >= 2, timeout=20)
            assert {type(each.value) for each in viewer.received} == {dict, str}
            assert "lunch is ready" in viewer.lines

    run(scene(), timeout=30)


def test_that_planes_are_shown_in_the_size_of_the_tile(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        viewer = Viewer("desk")
        with running(example("Yuv420"), context, tmp_path, viewer):
            await is_live(viewer)
            viewer.send(*viewer.camera.send_want(Want(width=160, height=160)))
            await until(lambda: (viewer.frames[-1].width, viewer.frames[-1].height) == (160, 120))
            blue, green, red = middle(viewer.frames[-1])
            assert blue < green < red

    run(scene(), timeout=30)
