"""A camera that takes pictures, as a program that can be killed: `python -m tests.support.taking_camera ENDPOINT`.

Prints `Listening on ENDPOINT`, then a JSON line for each picture: [width, height, sequence].
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sender import Camera

READY = "Listening on "
ROOT = Path(__file__).parents[2]


class TakingCamera:
    """The program as a process; its lines go through a file, so that it never waits for the test to read them."""

    def __init__(self, lines: Path, listen: str = "tcp://127.0.0.1:0") -> None:
        self._lines = lines
        with lines.open("wb") as out:
            command = [sys.executable, "-m", "tests.support.taking_camera", listen]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, cwd=ROOT)

    @property
    def endpoint(self) -> str:
        """Where it listens; empty until it does."""
        return self._lines.read_text().partition("\n")[0].removeprefix(READY)

    @property
    def pictures(self) -> list[list[int]]:
        """Width, height and sequence of what came."""
        return [json.loads(line) for line in self._lines.read_text().split("\n")[1:-1]]

    def kill(self) -> None:
        """Take the process away without a word."""
        self.process.kill()
        self.process.communicate()


@contextmanager
def taking_camera(lines: Path, listen: str = "tcp://127.0.0.1:0") -> Iterator[TakingCamera]:
    """Run one; it is gone at the end."""
    camera = TakingCamera(lines, listen)
    try:
        yield camera
    finally:
        camera.kill()


async def _take(endpoint: str) -> None:
    camera = Camera("taker", size="64x48", fps=5, listen=endpoint, state="none")

    @camera.on_picture
    async def tell(picture: object) -> None:
        height, width = picture.pixels.shape[:2]  # type: ignore[attr-defined]
        print(json.dumps([width, height, picture.sequence]), flush=True)  # type: ignore[attr-defined]

    async with camera:
        print(f"{READY}{camera.endpoint}", flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_take(sys.argv[1]))
