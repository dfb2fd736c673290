"""Reads the emulated webcam at /dev/video97 in one of several ways; says what a picture costs, as one JSON line.

The time is that of the thread that reads, with the part of the driver, which here is the emulator: it copies each
picture once.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import cv2
import simplejpeg

from sender.sources.webcam import Webcam

NUMBER = 97
WARM = 10


def main() -> int:
    """Read for some seconds."""
    words = argparse.ArgumentParser()
    words.add_argument("way", choices=WAYS)
    words.add_argument("--seconds", type=float, default=4.0)
    said = words.parse_args()
    read, close = WAYS[said.way]()
    for _ in range(WARM):
        read()
    pictures, size = 0, 0
    began, cpu = time.monotonic(), time.thread_time()
    while time.monotonic() - began < said.seconds:
        size += read()
        pictures += 1
    taken = time.thread_time() - cpu
    close()
    fps = pictures / (time.monotonic() - began)
    print(json.dumps({"cpu_ms": 1000 * taken / pictures, "fps": fps, "kB": size / pictures / 1000}))
    return 0


Way = tuple[Callable[[], int], Callable[[], None]]


def _ours() -> Way:
    source = Webcam(str(NUMBER))
    source.open()

    def read() -> int:
        capture = source.read()
        assert capture is not None
        assert capture.jpeg is not None
        return len(capture.jpeg)

    return read, source.close


def _video() -> Any:
    video = cv2.VideoCapture(NUMBER, cv2.CAP_V4L2)
    video.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    return video


def _opencv_raw() -> Way:
    """As little as OpenCV can do."""
    video = _video()
    video.set(cv2.CAP_PROP_CONVERT_RGB, 0)
    return lambda: len(video.read()[1].tobytes()), video.release


def _opencv() -> Way:
    """As most programs do: decoded by OpenCV, and encoded again to be sent."""
    video = _video()

    def read() -> int:
        return len(simplejpeg.encode_jpeg(video.read()[1], 80, "BGR", "420"))

    return read, video.release


WAYS: dict[str, Callable[[], Way]] = {"ours": _ours, "opencv-raw": _opencv_raw, "opencv": _opencv}

if __name__ == "__main__":
    sys.exit(main())
