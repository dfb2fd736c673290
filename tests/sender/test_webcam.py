"""The webcam path: the real OpenCV on an emulated V4L2 camera, in the real program. Needs Linux and a C compiler."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import simplejpeg
import zmq

from tests.sender.support import Viewer, watching
from tests.support.emulated_webcam import IS_POSSIBLE, SHADES, EmulatedWebcam, compiled
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
pytestmark = pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler")


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("emulator"))


class Webcam(EmulatedWebcam):
    """With a camera that answers standard commands."""

    @contextmanager
    def talking(self) -> Iterator[Callable[..., Any]]:
        """Yields a function that gives a standard command to a camera, and returns its answer."""
        command = [sys.executable, "-m", "tests.sender.webcam_talk", "97"]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self.log.open("w")}
        with pipes["stderr"], subprocess.Popen(command, text=True, env=self.environment, **pipes) as program:
            assert program.stdin is not None
            assert program.stdout is not None
            stdin, stdout = program.stdin, program.stdout

            def ask(*words: object) -> Any:
                stdin.write(json.dumps(words) + "\n")
                stdin.flush()
                return json.loads(stdout.readline())

            try:
                yield ask
            finally:
                stdin.close()
                assert program.wait(10) == 0


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


def test_that_the_drivers_controls_come_with_their_ranges(webcam: Webcam) -> None:
    with webcam.talking() as ask:
        rows = {row.pop("name"): tuple(row.values()) for row in ask("get")}
    sent = {name for name in rows if name.startswith("picture_")}
    rows = {name: row for name, row in rows.items() if name not in sent}
    by_itself = "aperture priority mode"
    inactive = "The camera sets this by itself now. Set Exposure auto (exposure_auto) to manual mode first."
    assert rows == {
        "brightness": (0, "-64 – 64", "", 0),
        "white_balance_auto": (True, "on, off", "", True),
        "gain": (50, "0 – 100", "", 50),
        "sharpness": (3, "0 – 7", "", 3),
        "exposure_auto": (by_itself, f"manual mode, {by_itself}", "", by_itself),
        "exposure": (15_700, "100 – 500,000", "µs", 15_700, inactive),
        "privacy": (False, "on, off", "", False, "privacy can only be read."),
    }


def test_that_set_and_get_tell_what_the_driver_has_in_force(webcam: Webcam) -> None:
    with webcam.talking() as ask:
        assert [ask("set", "brightness", "-12"), ask("get", "brightness")] == [-12, -12]
        assert [ask("set", "gain", "47"), ask("get", "gain")] == [50, 50]
        assert [ask("set", "white_balance_auto", "off"), ask("get", "white_balance_auto")] == [False, False]
        assert ask("set", "exposure_auto", "Manual") == "manual mode"
        assert [ask("set", "exposure", "351"), ask("get", "exposure")] == [400, 400]
        assert ask("set", "gain", "default") == 50


def test_that_what_the_driver_does_not_do_is_said(webcam: Webcam) -> None:
    with webcam.talking() as ask:
        answers = [
            ask("set", *words)
            for words in [
                ("brightness", "65"),
                ("exposure", "8"),
                ("privacy", "on"),
                ("sharpness", "4"),
                ("exposure_auto", "bulb"),
                ("smell", "1"),
            ]
        ]
    assert [answer["error"].partition(". There are")[0] for answer in answers] == [
        "brightness goes from -64 to 64.",
        "The camera sets this by itself now. Set Exposure auto (exposure_auto) to manual mode first.",
        "privacy can only be read.",
        "The webcam refuses that (Input/output error). It did not take 4 for sharpness. Try another value, or plug it "
        "in anew.",
        "exposure_auto is one of: manual mode, aperture priority mode.",
        "There is no control “smell”",
    ]


def test_that_a_webcam_without_a_cable_says_so_and_gets_back_what_was_set(webcam: Webcam) -> None:
    with webcam.talking() as ask:
        assert ask("set", "exposure_auto", "manual mode") == "manual mode"
        assert ask("set", "exposure", "300") == 300
        webcam.unplug()
        gone = {"error": "The webcam 97 is gone. Try again when it is back."}
        while ask("get", "exposure") != gone:
            pass
        webcam.plug()
        while ask("get", "exposure") == gone:
            pass
        assert ask("get", "exposure") == 300


def test_that_a_snapshot_is_the_webcams_own_jpeg_and_a_restart_keeps_what_was_set(webcam: Webcam) -> None:
    with webcam.talking() as ask:
        assert ask("set", "gain", "20") == 20
        assert ask("size", "64x48") == "64x48"
        jpeg, width, height = ask("snapshot")
        assert bytes.fromhex(jpeg) in webcam.jpegs
        assert (width, height) == (320, 240)
        assert "opened again: webcam 97. Its first picture, 320x240, came" in ask("restart")
        assert ask("get", "gain") == 20
        assert ask("fps", 15) == 15
        assert ask("size", "640x480") == "640x480"
        assert ask("snapshot")[1:] == [320, 240]


def test_that_set_and_get_work_over_the_wire(run: Run, context: Context, webcam: Webcam) -> None:
    async def scene() -> None:
        with webcam.shown("--state", "none") as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            right = [
                viewer.command("set", name="gain", value="47"),
                viewer.command("get", name="gain"),
                viewer.command("set", name="exposure_auto", value="manual mode"),
                viewer.command("set", name="exposure", value="351"),
            ]
            wrong = [
                viewer.command("set", name=name, value=value)
                for name, value in (("brightness", "65"), ("privacy", "on"))
            ]
            await until(lambda: len(viewer.received) == 6)
            assert viewer.answers() == list(zip(right, [50, 50, "manual mode", 400], strict=True))
            sentences = ["brightness goes from -64 to 64.", "privacy can only be read."]
            assert viewer.answers("failure") == list(zip(wrong, sentences, strict=True))
            count = len(viewer.frames)
            await until(lambda: len(viewer.frames) > count + 3)

    run(scene())
