"""A Raspberry Pi's camera that looks at the demo film, for the pictures of this folder: the simulated one.

`python docs/images/pi.py WORDS…`: what `watchword-camera` is told.
"""

import sys
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
CLIP = ROOT / "resources" / "bigbuckbunny.mp4"
FRAME = 130


@lru_cache(maxsize=2)
def seen(width: int, height: int) -> np.ndarray:
    """A frame of the film, (height, width, 3), BGR."""
    film = cv2.VideoCapture(str(CLIP))
    film.set(cv2.CAP_PROP_POS_FRAMES, FRAME)
    is_read, picture = film.read()
    assert is_read
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)


def main(words: list[str]) -> int:
    """Run the camera program on the simulated board."""
    sys.path.insert(0, str(ROOT))
    from tests.simulated_pi import scene

    moving = scene.draw
    scene.landscape = seen
    # The simulated camera turns its head, and the film has edges.
    scene.draw = lambda shape, look, number, memory: moving(shape, look, 0, memory)
    from tests.simulated_pi import install

    install()
    from sender.__main__ import main as run

    return run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
