"""Our viewer without a window, which notes each picture: `python -m benchmarks.support.noting_viewer ENDPOINT`.

Prints {"ready": true} with the first picture, and at the end of standard input {"pictures": […]}: for each, when it was
ready to be painted, its age, its size, its bytes, its codec, and the quality of its JPEG. Camera and viewer are to run
on the same computer, whose clock tells the age.
"""

import argparse
import asyncio
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from camwire.frame import EncodedFrame
from tests.support.watching import Watcher, fleet
from viewer.core import decoders
from viewer.core.decoders.base import Decoder

# The sum of the table that JPEG's quality scales (ITU T.81, K.1).
LUMINANCE = 3688
KEPT = 64

frames: dict[int, EncodedFrame] = {}
pictures: list[tuple[Any, ...]] = []


def noting(decode: Callable[..., Any]) -> Callable[..., Any]:
    """A decoder's `decode` as ever, but the frame is kept for a moment."""

    def noted(self: Decoder, frame: EncodedFrame, place: object = None) -> Any:
        frames[frame.sequence] = frame
        frames.pop(frame.sequence - KEPT, None)
        return decode(self, frame, place)

    return noted


def quality_of(frame: EncodedFrame) -> int:
    """The quality that a JPEG was encoded with, of 100; 0 for anything else."""
    if frame.codec != "jpeg":
        return 0
    payload = bytes(frame.payload)
    at = payload.find(b"\xff\xdb") + 5
    scale = 100 * sum(payload[at : at + 64]) / LUMINANCE
    return round((200 - scale) / 2 if scale <= 100 else 5000 / scale)


class Notes(Watcher):
    """Takes each picture as soon as it could be painted."""

    def picture_ready(self) -> None:
        picture = self.session.take_picture()
        frame = frames.get(picture.sequence) if picture is not None else None
        if frame is None:
            return
        if not pictures:
            print(json.dumps({"ready": True}), flush=True)
        now, taken = time.monotonic(), (frame.capture_time_ns or 0) / 1e9
        size = memoryview(frame.payload).nbytes
        pictures.append((now, now - taken, frame.width, frame.height, size, frame.codec, quality_of(frame)))


async def watch(endpoint: str) -> None:
    """Until standard input ends."""
    loop, over = asyncio.get_running_loop(), asyncio.Event()

    def listen() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(over.set)

    threading.Thread(target=listen, daemon=True).start()
    async with fleet("benchmark") as viewer:
        Notes(viewer.add(endpoint))
        await over.wait()
    print(json.dumps({"pictures": pictures}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.noting_viewer")
    parser.add_argument("endpoint")
    parser.add_argument("--jpeg-only", action="store_true", help="offer the camera no other codec")
    words = parser.parse_args()
    for codec, decoder in decoders.registered().items():
        decoder.decode = noting(decoder.decode)  # type: ignore[method-assign]
        if words.jpeg_only and codec != "jpeg":
            decoder.is_available = classmethod(lambda cls: False)  # type: ignore[assignment, method-assign]
    asyncio.run(watch(words.endpoint))
    os._exit(0)


if __name__ == "__main__":
    main()
