"""The webcam path: the real OpenCV on an emulated V4L2 camera, in the real program. Needs Linux and a C compiler."""

import os
import shutil
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
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
COMPILER = shutil.which("gcc") or shutil.which("cc")
pytestmark = pytest.mark.skipif(sys.platform != "linux" or COMPILER is None, reason="needs Linux and a C compiler")

SHADES = range(40, 240, 20)


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("emulator") / "webcam.so"
    source = Path(__file__).with_name("webcam_emulator.c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True, timeout=60)
    return library


class Webcam:
    """A webcam whose pictures lie in `folder`, and the program that shows it."""

    def __init__(self, emulator: Path, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.jpegs = [simplejpeg.encode_jpeg(np.full((240, 320, 3), shade, np.uint8)) for shade in SHADES]
        for number, jpeg in enumerate(self.jpegs):
            (folder / f"{number}.jpg").write_bytes(jpeg)
        self.environment = {
            **os.environ,
            "LD_PRELOAD": str(emulator),
            "WEBCAM_DEVICE": "/dev/video97",
            "WEBCAM_PICTURES": str(folder),
        }

    def unplug(self) -> None:
        (self.folder / "unplugged").touch()

    def plug(self) -> None:
        (self.folder / "unplugged").unlink()

    @contextmanager
    def shown(self, *arguments: str) -> Iterator[Endpoint]:
        command = [sys.executable, "-m", "sender", "--source", "97", "--listen", ANYWHERE, *arguments]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": self.log.open("w")}
        with pipes["stderr"], subprocess.Popen(command, text=True, env=self.environment, **pipes) as program:
            try:
                assert program.stdout is not None
                yield Endpoint.parse(program.stdout.readline().split()[-1])
            finally:
                program.terminate()


@pytest.fixture
def webcam(emulator: Path, tmp_path: Path) -> Webcam:
    return Webcam(emulator, tmp_path)


def test_that_the_cameras_own_jpeg_reaches_the_viewer_untouched(run: Run, context: Context, webcam: Webcam) -> None:
    async def scene() -> None:
        with webcam.shown() as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: len(viewer.frames) >= 10)
            assert {bytes(frame.payload) for frame in viewer.frames} <= set(webcam.jpegs)
            assert (viewer.frames[0].width, viewer.frames[0].height) == (320, 240)
            times = [frame.capture_time_ns for frame in viewer.frames]
            assert times == sorted(times)

    run(scene())


def test_that_another_size_is_decoded_and_scaled(run: Run, context: Context, webcam: Webcam) -> None:
    async def scene() -> None:
        with webcam.shown("--size", "160x100") as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            picture = simplejpeg.decode_jpeg(viewer.frames[0].payload)
            assert picture.shape == (100, 160, 3)
            assert min(abs(picture.mean() - shade) for shade in SHADES) < 2

    run(scene())


def test_that_a_camera_without_jpeg_is_encoded_here(run: Run, context: Context, webcam: Webcam) -> None:
    webcam.environment["WEBCAM_GRANTS"] = "YUYV"

    async def scene() -> None:
        with webcam.shown() as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            assert simplejpeg.decode_jpeg(viewer.frames[0].payload).shape == (240, 320, 3)

    run(scene())


def test_that_damaged_pictures_are_left_out(run: Run, context: Context, webcam: Webcam) -> None:
    (webcam.folder / "3.jpg").write_bytes(webcam.jpegs[3][:-2])
    (webcam.folder / "4.jpg").write_bytes(b"\0\0" + webcam.jpegs[4])

    async def scene() -> None:
        with webcam.shown() as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: len(viewer.frames) >= 20)
            assert {bytes(frame.payload) for frame in viewer.frames} <= {*webcam.jpegs[:3], *webcam.jpegs[5:]}

    run(scene())


def test_that_a_webcam_comes_back_after_its_cable_was_pulled(run: Run, context: Context, webcam: Webcam) -> None:
    async def scene() -> None:
        with webcam.shown() as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            webcam.unplug()
            await until(lambda: "The webcam 97 is gone." in webcam.log.read_text())
            before = len(viewer.frames)
            viewer.say("are you there?")
            await until(lambda: not viewer.conversation.unreceipted)
            webcam.plug()
            await until(lambda: len(viewer.frames) > before + 5)

    run(scene())
