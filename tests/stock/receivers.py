"""One stock receiver as a program: `python -m tests.stock.receivers KIND --port 5555 --seed 7 …`.

Prints {"ready": true} when it listens; then for each camera, at its first frame, at every 25th and at the end, what has
come (`Tally`); {"data": …} whenever a camera's extra data changes; {"ended": true} when the stock package says that all
senders left; {"failed": …} when it gave up. A line on standard input is the next reply in place of `--reply`, and with
NetGear every further one as well, because NetGear keeps it.

A receiver has no goodbye in any dialect, and closing one aborts the process at times; it is left as it stands.
"""

import argparse
import asyncio
import time
from typing import Any

import numpy as np

from tests.stock import pictures
from tests.stock.attached import Attached


class Tally:
    """What has come from one camera."""

    def __init__(self, camera: str, words: argparse.Namespace) -> None:
        self.frames = 0
        self.data: object = None
        self._camera = camera
        self._words = words
        self._last: np.ndarray | None = None
        self._age: float | None = None
        self._oldest = 0.0

    def add(self, picture: np.ndarray) -> None:
        """Count one more."""
        self.frames += 1
        self._last = picture
        if self._words.stamped and (captured := pictures.read_stamp(picture)) is not None:
            self._age = time.monotonic() - captured
            self._oldest = max(self._oldest, self._age)

    def line(self) -> dict[str, Any]:
        """Everything known; the error is the least of those against the given seeds."""
        assert self._last is not None
        line = {"camera": self._camera, "frames": self.frames, "shape": list(self._last.shape), "data": self.data}
        if self._words.seed:
            error, seed = min((pictures.difference(self._last, seed), seed) for seed in self._words.seed)
            line |= {"seed": seed, "error": error}
        if self._age is not None:
            line |= {"age": self._age, "oldest": self._oldest}
        return line


class Tallies:
    """What has come from all cameras, and the printing of it."""

    def __init__(self, words: argparse.Namespace) -> None:
        self.attached = Attached(self.lines, patience=0.0)
        self._words = words
        self._of: dict[str, Tally] = {}

    def lines(self) -> list[dict[str, Any]]:
        """A line for each camera."""
        return [tally.line() for tally in list(self._of.values())]

    def add(self, camera: object, picture: np.ndarray, data: object = None) -> None:
        """A frame has come. Takes as long as a slow receiver would."""
        name = str(camera)
        tally = self._of.get(name) or Tally(name, self._words)
        tally.add(picture)
        self._of[name] = tally
        if data is not None and data != tally.data:
            tally.data = data
            self.attached.print(data=data, camera=name)
        if tally.frames == 1 or tally.frames % self._words.every == 0:
            self.attached.print(**tally.line())
        time.sleep(self._words.slow)


def netgear(words: argparse.Namespace, tallies: Tallies) -> None:
    """NetGear in receive mode, until it says that all have left."""
    from vidgear.gears import NetGear

    options: dict[str, Any] = {"max_retries": words.retries, "jpeg_compression": not words.raw}
    options |= {f"{mode}_mode": True for mode in ("multiserver", "bidirectional", "multiclient") if vars(words)[mode]}
    options |= {"request_timeout": words.timeout} if words.timeout else {}
    options |= {"secure_mode": words.secure, "custom_cert_location": words.keys} if words.secure else {}
    port = words.port.split(",") if words.multiserver else words.port
    client = NetGear(words.address, port, "tcp", words.pattern, receive_mode=True, logging=False, **options)
    tallies.attached.print(ready=True)
    due = reply(words, tallies)
    while (come := client.recv(return_data=due)) is not None:
        if words.multiserver:
            # (port, frame) or (port, data, frame), from message to message.
            tallies.add(come[0], come[-1], come[1] if len(come) == 3 else None)
        elif words.bidirectional:
            tallies.add(words.port, come[1], come[0])
        else:
            tallies.add(words.port, come)
        # NetGear repeats what it was given last, for every frame, until it is given something else.
        due = tallies.attached.spoken()


def netgear_async(words: argparse.Namespace, tallies: Tallies) -> None:
    """NetGear_Async in receive mode, until a sender says goodbye."""
    from vidgear.gears.asyncio import NetGear_Async

    options = {"bidirectional_mode": True} if words.bidirectional else {}
    client = NetGear_Async(
        address=words.address,
        port=words.port,
        pattern=words.pattern,
        receive_mode=True,
        timeout=float(words.timeout),
        **options,
    )
    asyncio.set_event_loop(client.loop)

    async def receive() -> None:
        frames = client.recv_generator()
        coming = asyncio.ensure_future(anext(frames, None))
        # It binds at its first step, and is ready only then.
        await asyncio.sleep(0)
        tallies.attached.print(ready=True)
        while (come := await coming) is not None:
            data, picture = come if words.bidirectional else (None, come)
            tallies.add(words.port, picture, data)
            if words.bidirectional and (answer := reply(words, tallies)) is not None:
                await client.transceive_data(data=answer)
            coming = asyncio.ensure_future(anext(frames, None))

    client.loop.run_until_complete(receive())


def imagezmq(words: argparse.Namespace, tallies: Tallies) -> None:
    """ImageHub, for ever. As subscriber it connects to every port of the list."""
    import simplejpeg
    from imagezmq import ImageHub

    endpoints = [f"tcp://{words.address}:{port}" for port in words.port.split(",")]
    hub = ImageHub(endpoints[0], REQ_REP=words.mode == "req")
    for endpoint in endpoints[1:]:
        hub.connect(endpoint)
    tallies.attached.print(ready=True)
    while True:
        if words.jpg:
            name, jpeg = hub.recv_jpg()
            picture = simplejpeg.decode_jpeg(bytes(jpeg), "BGR")
        else:
            name, picture = hub.recv_image()
        if words.mode == "req":
            hub.send_reply(str(reply(words, tallies) or "OK").encode())
        tallies.add(name, picture)


def reply(words: argparse.Namespace, tallies: Tallies) -> Any:
    """What to give back for the next frame: a line just spoken, or `--reply`, or the array of `--reply-array`."""
    if (spoken := tallies.attached.spoken()) is not None:
        return spoken
    if words.reply_array is not None:
        return pictures.picture(words.reply_array, 160, 120)
    return words.reply


KINDS = {"netgear": netgear, "netgear_async": netgear_async, "imagezmq": imagezmq}


def main() -> None:
    """Receive until over."""
    words = parsed()
    tallies = Tallies(words)
    try:
        KINDS[words.kind](words, tallies)
    except Exception as failure:
        tallies.attached.finish(failure)
    tallies.attached.print(ended=True)
    tallies.attached.finish()


def parsed() -> argparse.Namespace:
    """The words of the command line."""
    parser = argparse.ArgumentParser(prog="tests.stock.receivers")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", default="5555", help="of several servers, or several publishers: with commas between")
    parser.add_argument("--seed", type=int, nargs="+", help="the pictures that are expected")
    parser.add_argument("--stamped", action="store_true", help="measure the age by the time on the picture")
    parser.add_argument("--slow", type=float, default=0.0, help="seconds to sleep after each frame")
    parser.add_argument("--every", type=int, default=25, help="frames between two reports on a camera")
    parser.add_argument("--pattern", type=int, default=0)
    for flag in ("--multiserver", "--bidirectional", "--multiclient", "--raw", "--jpg"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--reply", help="given back for every frame")
    parser.add_argument("--reply-array", type=int, metavar="SEED", help="the same, a picture of 160 × 120")
    parser.add_argument("--retries", type=int, default=0, help="max_retries; 0: endless")
    parser.add_argument("--timeout", type=int, default=0, help="seconds; 0: as the package has it")
    parser.add_argument("--secure", type=int, default=0)
    parser.add_argument("--keys", default="")
    parser.add_argument("--mode", choices=("req", "pub"), default="req")
    return parser.parse_args()


if __name__ == "__main__":
    main()
