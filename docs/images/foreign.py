"""Stock cameras for a picture of this folder: scripts as people have them, with VidGear and imagezmq.

`python docs/images/foreign.py netgear|imagezmq PORT`
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

CLIP = Path(__file__).resolve().parents[2] / "resources" / "bigbuckbunny.mp4"
PAUSE = 1 / 24


def film(skip: int) -> Iterator[np.ndarray]:
    """The demo film again and again, each picture when it is due."""
    while True:
        reader = cv2.VideoCapture(str(CLIP))
        for number in range(10_000):
            is_read, picture = reader.read()
            if not is_read:
                break
            if number >= skip:
                time.sleep(PAUSE)
                yield picture
        skip = 0


def netgear(port: str) -> None:
    """A NetGear sender that says something, and answers."""
    from vidgear.gears import NetGear

    server = NetGear(address="127.0.0.1", port=port, pattern=1, max_retries=0, bidirectional_mode=True)
    said = "Watching the meadow."
    for picture in film(40):
        heard = server.send(picture, message=said)
        said = f"You said: {heard}" if heard else None


def imagezmq_sender(port: str) -> None:
    """An imagezmq sender with a name."""
    import imagezmq

    sender = imagezmq.ImageSender(connect_to=f"tcp://127.0.0.1:{port}")
    for picture in film(0):
        sender.send_image("greenhouse", cv2.flip(picture, 1))


if __name__ == "__main__":
    {"netgear": netgear, "imagezmq": imagezmq_sender}[sys.argv[1]](sys.argv[2])
