"""A camera whose pictures show a quiet place, in which somebody may walk about."""

import asyncio
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import simplejpeg

from tests.support.joined_camera import JoinedCamera

WIDTH, HEIGHT = 320, 180
Pixels = npt.NDArray[np.uint8]
EVERY = 0.05
PLACE = np.random.default_rng(5).integers(40, 180, (9, 16, 3)).astype(np.uint8).repeat(20, 0).repeat(20, 1)


def walked(step: int) -> Pixels:
    """The place, with somebody who has taken so many steps; none: nobody is there."""
    pixels = PLACE.copy()
    if step:
        left = 6 * step % (WIDTH - 40)
        pixels[60:130, left : left + 30] = 230
    return pixels


class Scene:
    """Sends `camera`'s pictures while `until` waits."""

    def __init__(self, camera: JoinedCamera) -> None:
        self._camera = camera
        self._step = 0

    async def until(self, fact: Callable[[], object], somebody_walks: bool, timeout: float = 20.0) -> None:
        """Send pictures until a fact is so. Fails after `timeout` seconds."""
        began = time.monotonic()
        while not fact():
            assert time.monotonic() - began < timeout, "still not so"
            self._send(somebody_walks)
            await asyncio.sleep(EVERY)

    async def go_on(self, seconds: float, somebody_walks: bool) -> None:
        """Send pictures for so long."""
        ends = time.monotonic() + seconds
        await self.until(lambda: time.monotonic() > ends, somebody_walks)

    def _send(self, somebody_walks: bool) -> None:
        self._step += somebody_walks
        payload = simplejpeg.encode_jpeg(walked(self._step if somebody_walks else 0), 85, "BGR")
        if self._camera.peer.credit.has_credit:
            self._camera.show_bytes(payload, WIDTH, HEIGHT)
