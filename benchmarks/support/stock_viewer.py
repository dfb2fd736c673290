"""A peer's receiver with the wall that a user would write around it, as cheap as it can correctly be.

`python -m benchmarks.support.stock_viewer netgear --ports 5601,5602`: receive a picture, scale it into its tile of one
large array. Showing that array is not charged. Prints {"ready": true} when it listens, and after warming up one line
of figures.
"""

import argparse
import json
import math
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import psutil

from benchmarks.support import cpu
from sender.asked import Size
from sender.pipeline.rendition import fitted
from tests.stock import pictures
from viewer.core.pictures.stats import percentiles

Received = Iterator[tuple[str, npt.NDArray[np.uint8]]]


def netgear(address: str, ports: list[str], pattern: int) -> Received:
    """NetGear in receive mode, multi-server: a camera is known by its port."""
    from vidgear.gears import NetGear

    options = {"multiserver_mode": True, "jpeg_compression": True, "max_retries": 0}
    client = NetGear(address, ports, "tcp", pattern, receive_mode=True, logging=False, **options)
    print(json.dumps({"ready": True}), flush=True)
    while (came := client.recv()) is not None:
        yield str(came[0]), came[-1]


def imagezmq(address: str, ports: list[str], pattern: int) -> Received:
    """ImageHub with JPEG: a camera is known by its name, which is its port here."""
    import simplejpeg
    from imagezmq import ImageHub

    is_asked = pattern == 1
    hub = ImageHub(f"tcp://{address}:{ports[0]}", REQ_REP=is_asked)
    for port in [] if is_asked else ports[1:]:
        hub.connect(f"tcp://{address}:{port}")
    print(json.dumps({"ready": True}), flush=True)
    while True:
        name, jpeg = hub.recv_jpg()
        picture = simplejpeg.decode_jpeg(jpeg, "BGR")
        if is_asked:
            hub.send_reply()
        yield name, picture


KINDS: dict[str, Callable[[str, list[str], int], Received]] = {"netgear": netgear, "imagezmq": imagezmq}


class Wall:
    """One array with a tile for each camera."""

    def __init__(self, names: list[str], place: Size) -> None:
        across = math.ceil(math.sqrt(len(names)))
        self._place = place
        self._at = {
            name: (number // across * place.height, number % across * place.width) for number, name in enumerate(names)
        }
        self._pixels = np.zeros((-(-len(names) // across) * place.height, across * place.width, 3), np.uint8)

    def show(self, name: str, picture: npt.NDArray[np.uint8]) -> None:
        """Scale `picture` into its tile."""
        size = fitted(Size(picture.shape[1], picture.shape[0]), self._place)
        top, left = self._at[name]
        cv2.resize(
            picture, (size.width, size.height), dst=self._pixels[top : top + size.height, left : left + size.width]
        )


class Meter:
    """What a wall did since `begin`."""

    def __init__(self, names: list[str]) -> None:
        self._names = names
        self.begin()

    def begin(self) -> None:
        """Count anew."""
        self.began = time.monotonic()
        self._used = sum(cpu.by_thread_class().values())
        self._shown: Counter[str] = Counter(dict.fromkeys(self._names, 0))
        self._ages: list[float] = []

    def show(self, name: str, age: float | None) -> None:
        """A picture was shown, so many seconds old if that is known."""
        self._shown[name] += 1
        if age is not None:
            self._ages.append(age)

    @property
    def has_all(self) -> bool:
        """Whether every camera was shown."""
        return all(self._shown.values())

    def figures(self) -> dict[str, Any]:
        """The figures from then to now."""
        took = time.monotonic() - self.began
        used = sum(cpu.by_thread_class().values()) - self._used
        painted, ages = self._shown.total(), percentiles(self._ages)
        return {
            "seconds": took,
            "painted": painted,
            "fps": painted / took / len(self._names),
            "fps_least": min(self._shown.values()) / took,
            "cpu_ms": 1000 * used / max(1, painted),
            "cpu_percent": 100 * used / took,
            "age_p50_ms": ages.p50,
            "age_p95_ms": ages.p95,
            "age_p99_ms": ages.p99,
            "rss_mb": psutil.Process().memory_info().rss / 1e6,
        }


def watched(received: Received, wall: Wall, meter: Meter, words: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Show what is received; once every camera is there and all is warm, yield figures for each slice, for ever."""
    lasts, is_warm = math.inf, False
    for name, picture in received:
        captured = pictures.read_stamp(picture) if words.stamped else None
        meter.show(name, None if captured is None else time.monotonic() - captured)
        wall.show(name, picture)
        time.sleep(words.slow / 1000)
        if lasts == math.inf and meter.has_all:
            meter.begin()
            lasts = words.warm_up
        elif time.monotonic() >= meter.began + lasts:
            if is_warm:
                yield meter.figures()
            meter.begin()
            lasts, is_warm = words.slice, True


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.stock_viewer")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--ports", required=True, help="of each camera one, with commas between")
    parser.add_argument("--address", default="127.0.0.1", help="its own; where the senders are, if it calls them")
    parser.add_argument("--pattern", type=int, choices=(1, 2), default=1)
    parser.add_argument("--place", default="320x180")
    parser.add_argument("--slow", type=float, default=0.0, help="ms that showing a picture takes longer")
    parser.add_argument("--stamped", action="store_true", help="read the ages from the pictures")
    parser.add_argument("--warm-up", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--slice", type=float, default=math.inf, help="a line of figures for each so many seconds")
    words = parser.parse_args()
    words.slice = min(words.slice, words.seconds)
    ports = words.ports.split(",")
    wall, meter = Wall(ports, Size.parse(words.place)), Meter(ports)
    lines = watched(KINDS[words.kind](words.address, ports, words.pattern), wall, meter, words)
    for _ in range(max(1, round(words.seconds / words.slice))):
        print(json.dumps(next(lines)), flush=True)
    # Closing one aborts the process at times.
    os._exit(0)


if __name__ == "__main__":
    main()
