"""Everything on the cable between two computers, while a paired camera is watched and talked with."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_finding_between_computers import running, wait
from tests.support.two_computers import Computer

pytestmark = pytest.mark.slow
CAMERA = (
    *("-m", "sender", "--name", "porch of Penelope", "--listen", "tcp://*:5600", "--no-announce"),
    *("--echo", "--size", "320x240"),
)
PAIR = """
import asyncio, sys
from viewer.api import Wall
async def pair(state, code):
    async with Wall("desk of Odysseus", state) as wall:
        await wall.pair("tcp://10.99.0.1:5600", code)
asyncio.run(pair(*sys.argv[1:]))
"""
# Says something, has it answered, and sees pictures.
WATCH = """
import asyncio, sys
from viewer.api import Wall
async def watch(state):
    async with Wall("desk of Odysseus", state) as wall:
        camera = await wall.add("tcp://10.99.0.1:5600")
        assert await camera.ask("the bow stands behind the loom") == "the bow stands behind the loom"
        seen = 0
        async for _ in camera.pictures():
            seen += 1
            if seen == 20:
                break
        print(camera.name)
asyncio.run(watch(*sys.argv[1:]))
"""
SECRETS = (
    *(b"Penelope", b"Odysseus", b"the bow stands behind the loom"),
    *(b"\xff\xd8\xff\xe0\x00\x10JFIF", b"camera-hello", b"viewer-hello", b"watchword-camera"),
)
LEAST_BYTES = 50_000


def done(computer: Computer, program: str, *words: str) -> str:
    """What it printed there."""
    command = [*computer.prefix, sys.executable, "-c", program, *words]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def carried(computers: tuple[Computer, Computer], folder: Path, way: str) -> bytes:
    """What the cable carried from before the viewer called until it left; where a code is asked, they are paired."""
    here, there = computers
    tapped, state = folder / f"tapped{way}", str(folder / f"viewer{way}")
    with running(here, *CAMERA, way, "--state", str(folder / way)) as camera:
        wait(lambda: len(camera.lines) >= (2 if way == "--secure" else 1))
        for line in camera.lines[1:]:
            done(there, PAIR, state, line.partition(": ")[2].strip())
        with running(there, "-m", "tests.support.tap", there.cable, str(tapped)) as listener:
            wait(lambda: listener.lines)
            assert done(there, WATCH, state) == "porch of Penelope\n"
            wait(lambda: tapped.stat().st_size > LEAST_BYTES)
    return tapped.read_bytes()


def test_that_no_name_word_or_picture_of_a_paired_session_can_be_read(
    computers: tuple[Computer, Computer], tmp_path: Path
) -> None:
    secured = carried(computers, tmp_path, "--secure")
    assert not [secret for secret in SECRETS if secret in secured]
    # The same of an open one, or nothing was shown by that.
    plain = carried(computers, tmp_path, "--open")
    assert not [secret for secret in SECRETS if secret not in plain]
