"""Everything on the cable between two computers, while a camera is paired, watched and talked with."""

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
# Says something, has it answered, sees pictures; by a code where there is one.
VIEWER = """
import asyncio, sys
from viewer.api import Wall
async def watch(code):
    async with Wall("desk of Odysseus") as wall:
        where = "tcp://10.99.0.1:5600"
        camera = await (wall.pair(where, code) if code else wall.add(where))
        assert await camera.ask("the bow stands behind the loom") == "the bow stands behind the loom"
        seen = 0
        async for _ in camera.pictures():
            seen += 1
            if seen == 20:
                break
        print(camera.name)
asyncio.run(watch("".join(sys.argv[1:])))
"""
SECRETS = (
    *(b"Penelope", b"Odysseus", b"the bow stands behind the loom"),
    *(b"\xff\xd8\xff\xe0\x00\x10JFIF", b"camera-hello", b"viewer-hello", b"watchword-camera"),
)
LEAST_BYTES = 50_000


def carried(computers: tuple[Computer, Computer], folder: Path, way: str) -> bytes:
    """What the cable carried from before the viewer called until it left."""
    here, there = computers
    tapped = folder / f"tapped{way}"
    tap = ("-m", "tests.support.tap", there.cable, str(tapped))
    with running(there, *tap) as listener, running(here, *CAMERA, way, "--state", str(folder / way)) as camera:
        wait(lambda: listener.lines and len(camera.lines) >= (2 if way == "--secure" else 1))
        code = [camera.lines[1].partition(": ")[2].strip()] if way == "--secure" else []
        watching = [*there.prefix, sys.executable, "-c", VIEWER, *code]
        done = subprocess.run(watching, capture_output=True, text=True, timeout=60, check=False)
        assert done.stdout == "porch of Penelope\n", done.stderr
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
