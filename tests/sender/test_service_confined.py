"""The real program does its work under everything that the unit forbids."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zmq

from camwire.endpoint import Endpoint
from sender.service.unit import Service, text
from tests.sender.confined_camera import CANNOT
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="system calls are Linux' matter")]
Run = Callable[..., Any]
SECONDS = 30.0
FORBIDDEN = """
import os, socket
for attempt in (lambda: socket.socket(socket.AF_PACKET), lambda: os.chroot("/"), lambda: os.sched_setscheduler(
    0, os.SCHED_FIFO, os.sched_param(1))):
    try:
        attempt()
    except PermissionError:
        print("no", end=" ")
"""


@pytest.fixture
def confined(tmp_path: Path) -> list[str]:
    """What to put before a program, so that it is confined as a service is."""
    unit = tmp_path / "watchword-camera.service"
    unit.write_text(text(Service(["/bin/sh"], "watchword")))
    command = [sys.executable, "-m", "tests.sender.confined_camera", str(unit)]
    tried = subprocess.run([*command, sys.executable, "-c", FORBIDDEN], capture_output=True, text=True, timeout=60)
    if tried.returncode == CANNOT:
        pytest.skip(f"filters of system calls are not for this machine: {tried.stderr.strip()}")
    assert (tried.stdout, tried.stderr) == ("no no no ", "")
    return command


@pytest.mark.parametrize("codec", ["jpeg", "h264"])
def test_that_a_camera_works_under_all_that_its_unit_forbids(
    run: Run, context: "zmq.Context[zmq.Socket[bytes]]", confined: list[str], tmp_path: Path, codec: str
) -> None:
    camera = [sys.executable, "-m", "sender", "--listen", ANYWHERE, "--state", str(tmp_path), "--codec", codec]

    async def scene(it: "subprocess.Popen[str]") -> None:
        assert it.stdout is not None
        words = it.stdout.readline().split()
        assert words[:2] == ["Listening", "on"]
        with watching(context, Endpoint.parse(words[2]), Viewer("desk", codecs=[codec])) as viewer:
            await until(lambda: len(viewer.frames) >= 3, SECONDS)
            assert {frame.codec for frame in viewer.frames} == {codec}
            number = viewer.command("status")
            await until(viewer.answers, SECONDS)
            assert viewer.answers()[0][0] == number

    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([*confined, *camera, "--attached"], text=True, **pipes) as it:
        try:
            run(scene(it), timeout=90)
        finally:
            it.kill()
