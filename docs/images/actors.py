"""Cameras that play a part in the pictures of this folder: `python docs/images/actors.py talk|stop NAME [SOURCE]`."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from sender import Camera, Message

CLIP = Path(__file__).resolve().parents[2] / "resources" / "bigbuckbunny.mp4"
ANSWERS = {
    "Anyone at the gate?": "Only a rabbit. It is yawning.",
    "Lamp on, please": "Lamp is on.",
}
LINES = ("Soldering iron is on.", "It is 31 °C here.", "Nobody is at the bench.")
SHOWN = 130
"""So many pictures are seen of a camera that stops."""


def talk(name: str, source: str) -> Camera:
    """Have an answer; without a film, also speak first."""
    is_film = source != "pattern"
    size = None if is_film else "960x540"
    camera = Camera(name, source=source, listen="tcp://127.0.0.1:0", state="none", loop=is_film, size=size)

    @camera.on_message
    def answer(message: Message) -> str:
        return ANSWERS.get(message.text, "")

    return camera


def stop(name: str) -> Camera:
    """Show the film for a while to whoever comes, and then nothing more."""
    camera = Camera(name, listen="tcp://127.0.0.1:0", state="none", fps=24)

    @camera.pictures
    def pictures() -> Iterator[np.ndarray]:
        left = SHOWN
        while left:
            film = cv2.VideoCapture(str(CLIP))
            while left and (picture := film.read()[1]) is not None:
                left -= bool(camera.viewers)
                yield picture

    return camera


async def play(camera: Camera, lines: tuple[str, ...]) -> None:
    """Until somebody ends it."""
    async with camera:
        print(f"Listening on {camera.endpoint}", flush=True)
        while not camera.viewers:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        for line in lines:
            camera.say(line)
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    part, *words = sys.argv[1:]
    asyncio.run(play({"talk": talk, "stop": stop}[part](*words), LINES if "pattern" in words else ()))
