"""One stock sender as a program: `python -m tests.stock.senders KIND --port 5555 --seed 7 …`.

Prints {"ready": true}, then a line for each thing a receiver gave back, at the end {"frames": n}; {"failed": …} if the
stock package gave up. A line on standard input is sent once, with the next frame, in place of `--message`.
"""

import argparse
import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tests.stock import pictures
from tests.stock.attached import Attached

PATIENCE = 2.0
# VidGear says no goodbye when `max_retries` is 0, which is its word for endless; so many are endless as well.
ENDLESS = 1000
JPEG_QUALITY = 90


class Frames:
    """The pictures to send, each when it is due; what a slow receiver delayed is not caught up with."""

    def __init__(self, words: argparse.Namespace, over: Callable[[], bool]) -> None:
        draw = pictures.gray if words.gray else pictures.picture
        self.count = 0
        self._picture = draw(words.seed, *map(int, words.size.split("x")))
        self._is_stamped = words.stamped
        self._pause = 1 / words.fps
        self._due = time.monotonic()
        self._end = self._due + words.seconds
        self._over = over

    def __iter__(self) -> Iterator[np.ndarray]:
        while True:
            time.sleep(self.wait())
            if self.are_over:
                return
            yield self.take()

    @property
    def are_over(self) -> bool:
        """Whether none is to be sent any more.

        Asked after the wait, not before: a publisher of VidGear queues one message, so that a goodbye which follows
        upon a frame is lost.
        """
        return self._over() or time.monotonic() >= self._end

    def wait(self) -> float:
        """Seconds until the next is due."""
        return max(self._due - time.monotonic(), 0.0)

    def take(self) -> np.ndarray:
        """The next one, captured now."""
        now = time.monotonic()
        self._due = max(self._due + self._pause, now)
        self.count += 1
        return pictures.stamp(self._picture, now) if self._is_stamped else self._picture


def netgear(words: argparse.Namespace, frames: Frames, attached: Attached) -> None:
    """NetGear in send mode; it says goodbye at the end."""
    from vidgear.gears import NetGear

    compression = False if words.raw else "GRAY" if words.gray else True
    options: dict[str, Any] = {"max_retries": words.retries, "jpeg_compression": compression}
    options |= {f"{mode}_mode": True for mode in ("multiserver", "bidirectional", "multiclient") if vars(words)[mode]}
    options |= {"request_timeout": words.timeout} if words.timeout else {}
    options |= {"secure_mode": words.secure, "custom_cert_location": words.keys} if words.secure else {}
    # A port that is a number works too, but becomes a number in the header.
    port = words.port.split(",") if words.multiclient else words.port
    sender = NetGear(words.address, port, "tcp", words.pattern, receive_mode=False, logging=False, **options)
    attached.print(ready=True)
    for frame in frames:
        got = sender.send(frame, message=message(words, frames, attached))
        if words.multiclient and got is not None:
            tell(attached, got[1], port=got[0])
        else:
            tell(attached, got)
    sender.close()
    # The goodbye of a publisher is under way for a moment yet; the end of an ordinary program takes longer than this.
    time.sleep(0.1)


def netgear_async(words: argparse.Namespace, frames: Frames, attached: Attached) -> None:
    """NetGear_Async in send mode with a generator of our own; it says goodbye at the end."""
    from vidgear.gears.asyncio import NetGear_Async

    options = {"bidirectional_mode": True} if words.bidirectional else {}
    server = NetGear_Async(
        address=words.address, port=words.port, pattern=words.pattern, timeout=float(words.timeout), **options
    )
    asyncio.set_event_loop(server.loop)

    async def pictures_and_data() -> Any:
        while True:
            await asyncio.sleep(frames.wait())
            if frames.are_over:
                return
            if words.bidirectional:
                tell(attached, await server.transceive_data())
                frame = frames.take()
                yield message(words, frames, attached), frame
            else:
                yield frames.take()

    server.config["generator"] = pictures_and_data()
    server.launch()
    attached.print(ready=True)
    server.loop.run_until_complete(server.task)
    server.close()


def imagezmq(words: argparse.Namespace, frames: Frames, attached: Attached) -> None:
    """ImageSender; its dialect has no goodbye, and it waits for a reply for as long as it takes."""
    import simplejpeg
    from imagezmq import ImageSender

    sender = ImageSender(f"tcp://{words.address}:{words.port}", REQ_REP=words.mode == "req")
    attached.print(ready=True)
    for frame in frames:
        name = attached.spoken() or words.name
        if words.jpg:
            jpeg = simplejpeg.encode_jpeg(frame, JPEG_QUALITY, "BGR", "422")
            reply = sender.send_jpg(name, jpeg)
        else:
            reply = sender.send_image(name, frame)
        tell(attached, None if reply in (b"", b"OK") else reply)
    # No close(): it waits until everything is sent, however long nobody takes it.


def message(words: argparse.Namespace, frames: Frames, attached: Attached) -> str | None:
    """What goes with the frame just taken: a line just spoken, or `--message` with its number for {n}."""
    if (spoken := attached.spoken()) is not None:
        return spoken
    return words.message.replace("{n}", str(frames.count)) if words.message is not None else None


def tell(attached: Attached, got: object, **more: object) -> None:
    """Print what a receiver gave back, if anything."""
    if got is None:
        return
    kind = type(got).__name__
    if isinstance(got, np.ndarray):
        first = [int(each) for each in got.reshape(-1)[:3]]
        got = {"shape": list(got.shape), "mean": float(got.mean()), "first": first}
    elif isinstance(got, bytes):
        got = got.decode(errors="replace")
    attached.print(got=got, type=kind, **more)


KINDS = {"netgear": netgear, "netgear_async": netgear_async, "imagezmq": imagezmq}


def main() -> None:
    """Send until over."""
    words = parsed()
    frames = Frames(words, lambda: attached.over.is_set())
    attached = Attached(lambda: [{"frames": frames.count}], PATIENCE)
    try:
        KINDS[words.kind](words, frames, attached)
    except Exception as failure:
        attached.finish(failure)
    attached.finish()


def parsed() -> argparse.Namespace:
    """The words of the command line."""
    parser = argparse.ArgumentParser(prog="tests.stock.senders")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", default="5555", help="of several clients: with commas between")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--fps", type=float, default=25.0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--size", default="640x480")
    parser.add_argument("--stamped", action="store_true", help="the time of capture is on the picture")
    parser.add_argument("--gray", action="store_true")
    parser.add_argument("--pattern", type=int, default=0)
    for flag in ("--multiserver", "--bidirectional", "--multiclient", "--raw", "--jpg"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--message", help="sent with each frame, the number of the frame for {n}")
    parser.add_argument("--retries", type=int, default=ENDLESS, help="max_retries; 0: endless, without a goodbye")
    parser.add_argument("--timeout", type=int, default=0, help="seconds; 0: as the package has it")
    parser.add_argument("--secure", type=int, default=0)
    parser.add_argument("--keys", default="")
    parser.add_argument("--mode", choices=("req", "pub"), default="req")
    parser.add_argument("--name", default="stock")
    return parser.parse_args()


if __name__ == "__main__":
    main()
