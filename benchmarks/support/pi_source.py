"""One way to get pictures from the simulated Raspberry Pi camera: what it gives and costs, as a line of JSON.

The simulation's own work is in every way's figures; `bare` is picamera2 alone, which nobody goes below.
"""

import argparse
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests import simulated_pi

WARM_UP = 2.0
PATIENCE = 5.0

Count = Callable[[], int]
"""How many pictures came so far."""


@contextmanager
def ours(size: tuple[int, int], fps: float) -> Iterator[Count]:
    """The source of the camera program, read as its capture thread does."""
    from sender.asked import Asked, Size
    from sender.sources import source_for

    source = source_for("picamera", Asked(size=Size(*size), fps=fps))
    pictures = 0

    def read() -> None:
        nonlocal pictures
        source.open()
        while not source.is_interrupted:
            pictures += source.read() is not None
        source.close()

    with _reading(read, source.interrupt):
        yield lambda: pictures


@contextmanager
def bare(size: tuple[int, int], fps: float) -> Iterator[Count]:
    """picamera2 with one copy for each picture."""
    from picamera2 import Picamera2

    camera = Picamera2()
    controls = {"FrameRate": fps}
    camera.configure(camera.create_video_configuration(main={"size": size, "format": "RGB888"}, controls=controls))
    camera.start()
    pictures, is_over = 0, threading.Event()

    def read() -> None:
        nonlocal pictures
        while not is_over.is_set():
            camera.capture_array("main")
            pictures += 1

    with _reading(read, is_over.set):
        yield lambda: pictures
    camera.close()


@contextmanager
def pigear(size: tuple[int, int], fps: float) -> Iterator[Count]:
    """VidGear's PiGear, whose pictures are counted where it puts them, and looked at by nobody."""
    from vidgear.gears import PiGear

    class Counted(PiGear):
        pictures = 0

        @property
        def frame(self) -> Any:
            return self._frame

        @frame.setter
        def frame(self, picture: Any) -> None:
            self._frame = picture
            self.pictures += 1

    gear = Counted(resolution=size, framerate=fps, logging=False).start()
    yield lambda: gear.pictures
    gear.stop()


WAYS = {each.__name__: each for each in (ours, bare, pigear)}


@contextmanager
def _reading(read: Callable[[], None], end: Callable[[], None]) -> Iterator[None]:
    thread = threading.Thread(target=read)
    thread.start()
    yield
    end()
    thread.join()


def main() -> None:
    """Measure, then close, and try to open once more."""
    parser = argparse.ArgumentParser()
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--size", default="640x480")
    parser.add_argument("--fps", type=float, default=30.0)
    said = parser.parse_args()
    width, height = map(int, said.size.split("x"))
    simulated_pi.install()
    with WAYS[said.way]((width, height), said.fps) as count:
        time.sleep(WARM_UP)
        first, cpu, at = count(), time.process_time(), time.monotonic()
        time.sleep(said.seconds)
        pictures, cpu, taken = count() - first, time.process_time() - cpu, time.monotonic() - at
    figures = {
        "fps": pictures / taken,
        "cpu_percent": 100 * cpu / taken,
        "cpu_ms": 1000 * cpu / max(pictures, 1),
        "opens_again_s": _opened_again(said.way, (width, height), said.fps),
    }
    print(json.dumps(figures), flush=True)
    # PiGear's camera is still open where it could not be opened again; picamera2 would wait for it.
    os._exit(0)


def _opened_again(way: str, size: tuple[int, int], fps: float) -> float | None:
    """Seconds until a picture comes, or None when none does."""
    began = time.monotonic()
    try:
        with WAYS[way](size, fps) as count:
            while not count():
                if time.monotonic() - began > PATIENCE:
                    return None
                time.sleep(0.005)
            return time.monotonic() - began
    except Exception:
        return None


if __name__ == "__main__":
    main()
