"""Two computers, a cable, and a code: found, paired and watched without an address, and nobody else sees a thing."""

import signal
import subprocess
import sys
import time

import pytest

from tests.end_to_end.test_finding_between_computers import running, wait
from tests.support.two_computers import Computer

pytestmark = pytest.mark.slow
CAMERA = ("-m", "sender", "--name", "porch", "--secure", "--size", "320x240")
CODE = "Pairing code: "
SECONDS = 30.0


def newcomer(computer: Computer, code: str) -> list[str]:
    command = [*computer.prefix, sys.executable, "-m", "tests.support.newcomer", "porch", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()


def test_that_a_camera_without_an_address_is_found_paired_and_watched(computers: tuple[Computer, Computer]) -> None:
    here, there = computers
    with running(here, *CAMERA) as camera:
        wait(lambda: len(camera.lines) == 2)
        assert camera.lines[0].startswith("Listening on tcp://")
        code = camera.lines[1].removeprefix(CODE).strip()
        began = time.monotonic()
        assert newcomer(there, code) == ["found tcp://10.99.0.1:5600", "paired", "sees 10"]
        assert time.monotonic() - began < SECONDS
        with running(here, "-m", "sender", "pair") as command:
            wait(lambda: command.lines)
            code = command.lines[0].removeprefix(CODE).strip()
            other = "0000-apple-zebra" if code != "0000-apple-zebra" else "0001-apple-zebra"
            (_, refused) = newcomer(there, other)
            assert "WRONG" in refused
            assert newcomer(there, code)[1:] == ["paired", "sees 10"]
            assert command.process.wait(5) == 0
            assert command.lines[-1] == "Paired: “desk 2” may watch, talk and control.\n"
        camera.process.send_signal(signal.SIGINT)
        assert camera.process.wait(5) == 130
