"""The real program with a Pi camera, on a simulated board in its process, as a viewer sees it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import simplejpeg
import zmq

from camwire.endpoint import Endpoint
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux"), pytest.mark.slow]
SOURCE = "picamera?resolution=644x480&framerate=60&HWFAILURE_TIMEOUT=1&iso=200"
PATIENCE = 30.0


@contextmanager
def shown(folder: Path, *words: str) -> Iterator[Endpoint]:
    """The program shows the simulated camera. Faults are files in `folder`, which has its log, too."""
    program = [sys.executable, "-m", "tests.simulated_pi", "--switches", str(folder), "--"]
    command = [*program, "--source", SOURCE, "--listen", ANYWHERE, *words]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=log) as running,
    ):
        try:
            assert running.stdout is not None
            yield Endpoint.parse(running.stdout.readline().split()[-1])
        finally:
            running.terminate()


def test_that_a_viewer_sees_a_pi_camera_and_sets_it(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        with shown(tmp_path) as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: len(viewer.frames) >= 10, PATIENCE)
            assert simplejpeg.decode_jpeg(viewer.frames[-1].payload).shape == (480, 644, 3)
            assert "iso=200 of the old picamera is AnalogueGain 2.0 now." in (tmp_path / "log").read_text()
            asked = viewer.command("get", name="analogue_gain")
            await until(lambda: (asked, 2.0) in viewer.answers(), PATIENCE)
            asked = viewer.command("set", name="exposure_time", value="10")
            await until(lambda: viewer.answers("failure"), PATIENCE)
            assert "from 26 to" in str(viewer.answers("failure"))
            asked = viewer.command("set", name="exposure_time", value="5000")
            await until(lambda: (asked, 5000) in viewer.answers(), PATIENCE)

    run(scene())


def test_that_a_viewer_sees_it_again_after_its_cable_was_pulled(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        with shown(tmp_path) as endpoint, watching(context, endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.frames, PATIENCE)
            (tmp_path / "unplugged-0").touch()
            await until(lambda: "has sent no picture" in (tmp_path / "log").read_text(), PATIENCE)
            seen = len(viewer.frames)
            (tmp_path / "unplugged-0").unlink()
            await until(lambda: len(viewer.frames) > seen + 10, PATIENCE)
            await until(lambda: "The source is back" in (tmp_path / "log").read_text(), PATIENCE)

    run(scene())
