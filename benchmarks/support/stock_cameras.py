"""Stock senders of a peer, one for each port: `python -m benchmarks.support.stock_cameras netgear --ports 5601,5602`.

Each runs in a thread of its own, with the package as it comes: NetGear in multi-server mode with its usual JPEG, or
imagezmq with JPEG as its documentation has it. Prints {"ready": true} once all are made, and ends with its input.
"""

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from benchmarks.support.film import Film, usual_clip
from sender.asked import Size
from tests.stock import pictures

# VidGear leaves a receiver alone for good after so many silences; 0 would have it send no goodbye.
ENDLESS = 1000
# What VidGear takes if it is asked for nothing else.
JPEG_QUALITY = 90

Send = Callable[[npt.NDArray[np.uint8]], object]


def netgear(name: str, address: str, port: str, pattern: int) -> Send:
    """NetGear in send mode."""
    from vidgear.gears import NetGear

    options = {"multiserver_mode": True, "jpeg_compression": True, "max_retries": ENDLESS}
    return NetGear(address, port, "tcp", pattern, receive_mode=False, logging=False, **options).send


def imagezmq(name: str, address: str, port: str, pattern: int) -> Send:
    """ImageSender; it calls with pattern 1 and publishes with pattern 2."""
    import simplejpeg
    from imagezmq import ImageSender

    place = address if pattern == 1 else "*"
    sender = ImageSender(f"tcp://{place}:{port}", REQ_REP=pattern == 1)
    return lambda picture: sender.send_jpg(name, simplejpeg.encode_jpeg(picture, JPEG_QUALITY, "BGR", "422"))


KINDS = {"netgear": netgear, "imagezmq": imagezmq}


def run(send: Send, film: Film, number: int, count: int, words: argparse.Namespace) -> None:
    """Send pictures at their rate for ever; what a slow receiver delays is not caught up with."""
    interval = 1 / words.fps
    due = time.monotonic() + number * interval / count
    for sequence in range(sys.maxsize):
        time.sleep(max(0.0, due - time.monotonic()))
        now = time.monotonic()
        due = max(due + interval, now)
        picture = film.picture(number + sequence)
        send(pictures.stamp(picture, now) if words.stamped else picture)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.stock_cameras")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--ports", required=True, help="of each camera one, with commas between")
    parser.add_argument("--address", default="127.0.0.1", help="where the receiver is")
    parser.add_argument("--one-port", action="store_true", help="all call at the first one")
    parser.add_argument("--pattern", type=int, choices=(1, 2), default=1)
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--stamped", action="store_true", help="the time of capture is on the picture")
    words = parser.parse_args()
    size = Size.parse(words.size)
    film = Film(usual_clip(size), size)
    ports = words.ports.split(",")
    for number, port in enumerate(ports):
        send = KINDS[words.kind](port, words.address, ports[0] if words.one_port else port, words.pattern)
        threading.Thread(target=run, args=(send, film, number, len(ports), words), daemon=True).start()
    print(json.dumps({"ready": True}), flush=True)
    sys.stdin.read()
    # Closing waits in both packages until somebody takes the last picture.
    os._exit(0)


if __name__ == "__main__":
    main()
