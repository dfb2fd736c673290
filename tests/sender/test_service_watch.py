"""What systemd and the journal are told by the real program; a frozen source trips the watchdog."""

import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zmq

from camwire.endpoint import Endpoint
from sender import Camera, SourceError
from sender.service.notify import Notifier
from sender.service.watch import STEP_NS, Flowing, _status, watched
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.systemd import Systemd
from tests.support.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="systemd is a Linux matter")
Run = Callable[..., Any]
PROGRAM = [sys.executable, "-m", "sender", "--listen", ANYWHERE, "--state", "none", "--name", "porch"]
FREEZING = [sys.executable, "-m", "tests.sender.freezing_camera", *PROGRAM[3:]]
SECONDS = 30.0


@pytest.mark.slow
@pytest.mark.alone
def test_that_a_frozen_source_trips_the_watchdog_and_the_log_tells_where(run: Run, tmp_path: Path) -> None:
    frozen, log = tmp_path / "frozen", tmp_path / "log"
    systemd = Systemd(tmp_path / "notify", watchdog_seconds=3.0)

    async def scene() -> None:
        with systemd.running([*FREEZING, "--source", f"freezing:{frozen}"], log):
            await until(lambda: systemd.count("READY=1"), SECONDS)
            began = time.monotonic()
            # Well over the watchdog's patience it lives, and is fed.
            await until(lambda: systemd.count("WATCHDOG=1") >= 6, SECONDS)
            await until(lambda: time.monotonic() - began > 4.5, SECONDS)
            assert systemd.program.poll() is None
            frozen.touch()
            await until(lambda: systemd.program.poll() is not None, SECONDS)
            assert systemd.program.returncode == -signal.SIGABRT
            assert "freezing_camera.py" in log.read_text()

    run(scene(), timeout=90)


def test_that_a_service_says_that_it_is_ready_how_it_does_and_that_it_ends(run: Run, tmp_path: Path) -> None:
    systemd = Systemd(f"@watchword-test-{tmp_path.name}-{time.monotonic_ns()}", watchdog_seconds=0)

    async def scene() -> None:
        with systemd.running(PROGRAM, tmp_path / "log"):
            await until(lambda: systemd.count("READY=1"), SECONDS)
            await until(lambda: any(re.match(r"STATUS=porch: [1-9]\d* pictures", each) for each in systemd.heard))
            systemd.program.terminate()
            assert systemd.program.wait(10) == 0
            await until(lambda: systemd.heard[-1] == "STOPPING=1")
            assert systemd.count("READY=1") == 1
            assert systemd.count("WATCHDOG=1") == 0

    run(scene(), timeout=60)


@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "--net", "true"], capture_output=True).returncode != 0,
    reason="this needs to be allowed to take the network away",
)
def test_that_a_service_is_ready_without_any_network(run: Run, tmp_path: Path) -> None:
    systemd = Systemd(tmp_path / "notify", watchdog_seconds=0)
    words = ["--listen", "tcp://*:0", "--open", "--dial", "tcp://desk.invalid:5555"]

    async def scene() -> None:
        with systemd.running(["unshare", "--net", *PROGRAM, *words], tmp_path / "log"):
            await until(lambda: systemd.count("READY=1"), SECONDS)
            systemd.program.terminate()
            assert systemd.program.wait(10) == 0

    run(scene(), timeout=60)


def test_that_the_journal_gets_priorities_and_no_times_and_not_what_people_say(
    run: Run, context: "zmq.Context[zmq.Socket[bytes]]", tmp_path: Path
) -> None:
    frozen, log = tmp_path / "frozen", tmp_path / "log"
    systemd = Systemd(tmp_path / "notify", watchdog_seconds=0)

    async def scene() -> None:
        with systemd.running([*FREEZING, "--source", f"freezing:{frozen}", "--echo"], log):
            assert systemd.program.stdout is not None
            end = Endpoint.parse(systemd.program.stdout.readline().split()[2])
            with watching(context, end, Viewer("desk")) as viewer:
                await until(lambda: viewer.frames)
                viewer.say("a secret")
                await until(lambda: viewer.lines == ["a secret"])
                frozen.touch()
                await until((tmp_path / "hangs").exists)
                systemd.program.terminate()
                systemd.program.wait(10)
            assert "secret" not in systemd.program.stdout.read() + log.read_text()
            assert "\n<4>The source does not let go: a source that freezes. Leaving it behind.\n" in log.read_text()

    run(scene(), timeout=60)


@pytest.mark.slow
def test_that_a_missing_pi_camera_is_told_and_does_not_starve_the_others(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "camera.toml"
    cameras = "".join(f'[[camera]]\nname = "pi {number}"\nsource = "picamera:{number}"\n' for number in range(3))
    config.write_text(f'listen = "{ANYWHERE}"\nstate = "none"\n{cameras}')
    systemd = Systemd(tmp_path / "notify", watchdog_seconds=60.0)
    command = [sys.executable, "-m", "tests.simulated_pi", "--cameras", "2", "--", "--config", str(config)]

    async def scene() -> None:
        with systemd.running(command, tmp_path / "log"):
            await until(lambda: any("pi 2: There is no Pi camera 2" in each for each in systemd.heard), SECONDS)
            try:
                await until(lambda: systemd.count("WATCHDOG=1") >= 2, SECONDS)
            except AssertionError as error:
                raise AssertionError(f"{systemd.heard}\n{(tmp_path / 'log').read_text()}") from error
            assert systemd.program.poll() is None

    run(scene(), timeout=90)


def test_that_one_lost_camera_is_excused_and_a_frozen_one_is_not(run: Run) -> None:
    left, right = SwitchedSource(), SwitchedSource()

    async def scene() -> None:
        cameras = [Camera(name, source, ANYWHERE, state="none") for name, source in (("left", left), ("right", right))]
        flowing = Flowing(cameras)
        assert not flowing.look(), "none serves"

        async def given(*sources: SwitchedSource) -> None:
            for source in sources:
                before = source.last_time_ns
                source.give()
                await until(lambda source=source, before=before: source.last_time_ns > before)
            await until(lambda: all(is_counted(camera) for camera in cameras))

        def is_counted(camera: Camera) -> bool:
            source = left if camera is cameras[0] else right
            return camera.flow is not None and camera.flow.newest_ns >= source.last_time_ns

        async with cameras[0]:
            await until(lambda: cameras[0].flow is not None)
            left.give()
            await until(lambda: cameras[0].flow is not None and cameras[0].flow.newest_ns > 0)
            assert flowing.look(), "one that has not started is tried again meanwhile"
            async with cameras[1]:
                await given(left)
                assert not flowing.look(), "one of them gives nothing"
                await given(right)
                assert flowing.look()
                assert not flowing.look(), "nothing new since"
                right.is_plugged = False
                await until(lambda: cameras[1].flow is not None and cameras[1].flow.is_lost)
                assert not flowing.look(), "the other one has stopped, too"
                await given(left)
                assert flowing.look()

    run(scene(), timeout=60)


def test_that_a_lost_camera_is_excused_only_while_its_source_does_not_hang(run: Run) -> None:
    left, right = SwitchedSource(), HangingSource()
    now_ns = 0

    async def scene() -> None:
        nonlocal now_ns
        async with (
            Camera("left", left, ANYWHERE, state="none") as flows,
            Camera("right", right, ANYWHERE, state="none") as lost,
        ):
            flowing = Flowing([flows, lost], lambda: now_ns)
            right.hangs = True
            right.is_plugged = False
            await until(right.is_opening.is_set)
            flow = lost.flow
            assert flow is not None
            assert flow.is_lost
            for age_ns, is_fed in ((STEP_NS - 1, True), (STEP_NS, False)):
                now_ns = flow.stepped_ns + age_ns
                left.give()
                await until(lambda: flows.flow is not None and flows.flow.newest_ns not in (0, flowing._newest[0]))
                assert flowing.look() is is_fed
            right.goes_on.set()
            await until(lambda: lost.flow is not None and lost.flow.stepped_ns > flow.stepped_ns)
            right.hangs = False

    try:
        run(scene())
    finally:
        right.goes_on.set()


def test_that_a_source_that_is_slow_on_purpose_is_awaited_and_no_longer(run: Run) -> None:
    now_ns = 0

    async def scene() -> None:
        nonlocal now_ns
        async with Camera("slow", "pattern", ANYWHERE, fps=0.01, state="none") as camera:
            flowing = Flowing([camera], lambda: now_ns)
            await until(lambda: camera.flow is not None and 0 < camera.flow.newest_ns < camera.flow.silent_until_ns)
            flow = camera.flow
            assert flow is not None
            now_ns = flow.silent_until_ns - 1
            assert [flowing.look() for _ in range(3)] == [True] * 3
            assert _status(camera) == "slow: a picture now and then, 0 viewers."
            now_ns = flow.silent_until_ns
            assert not flowing.look()

    run(scene())


def test_that_a_source_that_has_come_to_its_end_does_not_hang(run: Run) -> None:
    async def scene() -> None:
        async with Camera("clip", [np.zeros((32, 32, 3), np.uint8)], ANYWHERE, state="none") as camera:
            flowing = Flowing([camera])
            await until(lambda: camera.flow is not None and camera.flow.has_ended)
            assert [flowing.look() for _ in range(3)] == [True] * 3

    run(scene())


class HangingSource(SwitchedSource):
    """As a driver that hangs while it is opened, until it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.hangs = False
        self.is_opening, self.goes_on = threading.Event(), threading.Event()

    def open(self) -> None:
        if self.hangs:
            self.is_opening.set()
            self.goes_on.wait()
        super().open()


def test_that_a_trouble_of_several_lines_says_nothing_else_to_systemd(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = SwitchedSource()
    heard: list[str] = []

    def lost() -> None:
        raise SourceError("No cable.\nWATCHDOG=1\r\n\x1b[31m")

    async def scene() -> None:
        monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
        monkeypatch.setattr(Notifier, "tell", lambda _, *words: heard.extend(words))
        monkeypatch.setattr(source, "open", lost)
        async with Camera("porch", source, ANYWHERE, state="none", is_patient=True) as camera:
            await until(lambda: camera.flow is not None and camera.flow.trouble)
            with watched([camera]) as begin:
                begin()

    run(scene())
    assert heard == ["READY=1", "STATUS=porch: No cable. WATCHDOG=1 \ufffd[31m", "STOPPING=1"]
