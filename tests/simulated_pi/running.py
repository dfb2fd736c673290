"""A picamera2 at work, and what its frames tell: for tests of the simulated board."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE = 20.0


@contextmanager
def running(number: int = 0, **asked: Any) -> Iterator[Any]:
    """A started Picamera2 that keeps no frame back."""
    from picamera2 import Picamera2

    camera = Picamera2(number)
    try:
        camera.configure(camera.create_video_configuration(**{"queue": False, "buffer_count": 3, **asked}))
        camera.start()
        yield camera
    finally:
        camera.close()


def told(camera: Any) -> dict[str, Any]:
    """What the next frame tells."""
    found: dict[str, Any] = camera.capture_metadata(wait=PATIENCE)
    return found


def take_frames(camera: Any) -> None:
    """Go on for as long as frames come. Raises TimeoutError."""
    while True:
        camera.capture_metadata(wait=0.3)


def until(fact: Callable[[], object]) -> None:
    """Fails after `PATIENCE`."""
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < PATIENCE
        time.sleep(0.01)
