"""A camera with something to show, for the pictures of this folder: `python docs/images/workshop.py NAME`."""

import asyncio
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from sender import Call, Camera, Message, Range

CLIP = Path(__file__).resolve().parents[2] / "resources" / "bigbuckbunny.mp4"


def workshop(name: str) -> Camera:
    """The camera."""
    camera = Camera(name, source=str(CLIP), loop=True, listen="tcp://127.0.0.1:0", state="none")

    @camera.on_message
    def answer(message: Message) -> object:
        if message.text.startswith("Who"):
            return "A rabbit, just woken up. More of it at https://peach.blender.org"
        return None

    @camera.command
    def parts() -> list[dict[str, Any]]:
        """List what is on the bench."""
        return [
            {"part": "servo SG90", "count": 4, "volts": 4.8},
            {"part": "range finder", "count": 1, "volts": 3.3},
            {"part": "lamp", "count": 2, "volts": 12.0},
        ]

    @camera.command
    def sweep(
        from_: Annotated[int, Range(0, 180, unit="°")] = 0, to: Annotated[int, Range(0, 180, unit="°")] = 180
    ) -> Any:
        """Measure the distance at every angle."""
        angles = np.radians(np.linspace(from_, to, 240))
        return (2.2 + np.sin(3 * angles) * 0.8 + 0.1 * np.random.default_rng(3).standard_normal(240)).astype("float32")

    @camera.command(dangerous=True)
    def drill(depth: Annotated[float, Range(0, 40, unit="mm")], call: Call) -> str:
        """Drill a hole."""
        for step in range(100):
            call.check()
            call.progress(step / 100, f"{depth * step / 100:.1f} of {depth:g} mm")
            time.sleep(0.25)
        return f"{depth:g} mm deep."

    @camera.command
    def lamp(is_on: bool) -> str:
        """Switch the lamp."""
        raise RuntimeError("the relay does not answer on /dev/ttyUSB0")

    return camera


async def serve(name: str) -> None:
    """Until somebody ends it."""
    camera = workshop(name)
    async with camera:
        print(f"Listening on {camera.endpoint}", flush=True)
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
