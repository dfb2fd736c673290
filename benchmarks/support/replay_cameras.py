"""Many cameras in one process, which replay encoded pictures: `python -m benchmarks.support.replay_cameras --count 16`.

They cost next to nothing beside the viewer that is measured: one loop, one ZeroMQ thread, nothing encoded twice. Each
has a phase and a place in the film of its own. Native ones listen and send what the viewer wants: its size, its
quality, its rate, not while it is paused, and only on credit. With `--netgear` they call there as senders of VidGear's
multi-server mode do, and send what they have.

Prints {"endpoints": […]}, and at the end of standard input what was sent and of what size, what was not for want of
credit, and the CPU time.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import zmq

from benchmarks.support.film import QUALITY, Film, usual_clip
from benchmarks.support.replay_netgear import NetGearCamera
from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.errors import WireError
from camwire.events import PeerLeft, ReplyDue
from camwire.frame import EncodedFrame, Payload
from camwire.identity import Identity
from camwire.link import CurveKeys, Link, Route
from camwire.messages import PROTOCOL, CameraHello, Stream, encode_frame
from camwire.viewer_peer import ViewerPeer
from sender.asked import Size
from sender.pipeline.rendition import fitted


class NativeCamera:
    """One camera of our own format, for any number of viewers."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        number: int,
        film: Film,
        listen: Endpoint,
        curve: CurveKeys | None = None,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.sent_size = film.size
        self._film = film
        self._number = number
        stream = Stream(width=film.size.width, height=film.size.height, codecs=["jpeg"])
        self._introduction = CameraHello(
            protocol=PROTOCOL, id=f"replay-{number}", name=f"Camera {number + 1}", streams=[stream], log=f"log-{number}"
        )
        self._viewers: dict[Route, ViewerPeer] = {}
        self._due: dict[Route, float] = {}
        self._link = Link.bound(context, listen, self._received, curve, on_gone=self._gone)
        self.endpoint = str(self._link.endpoint)

    def show(self, sequence: int, now_ns: int) -> None:
        """Send picture `sequence`, captured now, to whoever can have it."""
        for route, viewer in list(self._viewers.items()):
            if not viewer.takes_frames or not self._is_due(route, viewer, now_ns / 1e9):
                continue
            if not viewer.credit.has_credit:
                self.counts["no-credit"] += 1
                continue
            want = viewer.want
            own = self._film.size
            size = fitted(own, Size(want.width, want.height)) if want.width and want.height else own
            jpeg = self._film.jpeg(self._number + sequence, size, want.quality or QUALITY)
            frame = EncodedFrame(sequence, now_ns, "jpeg", size.width, size.height, jpeg)
            if self._link.send(encode_frame(frame), route):
                viewer.credit.sent(sequence)
                self.sent_size = size
                self.counts["sent"] += 1
                self.counts["bytes"] += len(jpeg)

    def close(self) -> None:
        self._link.close()

    def _is_due(self, route: Route, viewer: ViewerPeer, now: float) -> bool:
        if not viewer.want.fps:
            return True
        due = self._due.get(route, now)
        if now < due - 0.001:
            return False
        self._due[route] = max(due, now - 1 / viewer.want.fps) + 1 / viewer.want.fps
        return True

    def _received(self, route: Route, parts: list[Payload]) -> None:
        now = time.monotonic()
        viewer = self._viewers.get(route)
        if viewer is None:
            log = self._introduction.log
            viewer = ViewerPeer(self._introduction, lambda hello: Conversation(log), time.monotonic_ns, now)
            self._viewers[route] = viewer
        try:
            events = viewer.receive(parts, now)
        except WireError:
            self._gone(route)
            return
        for event in events:
            if isinstance(event, ReplyDue):
                self._link.send(event.parts, route)
            elif isinstance(event, PeerLeft):
                self._gone(route)

    def _gone(self, route: Route) -> None:
        self._viewers.pop(route, None)


async def replay(words: argparse.Namespace) -> None:
    """Run the cameras until standard input ends."""
    loop = asyncio.get_running_loop()
    size = Size.parse(words.size)
    film = Film(words.clip or usual_clip(size), size)
    for number in range(words.count):
        film.jpeg(number, size)
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    identity = Identity.new() if words.secure else None
    curve = CurveKeys(identity.public, identity.secret) if identity else None
    make: Any = NetGearCamera if words.netgear else partial(NativeCamera, curve=curve)
    place = Endpoint.parse(words.netgear or words.listen)
    cameras = [make(context, number, film, place) for number in range(words.count)]
    key = identity.public.decode() if identity else ""
    over = asyncio.Event()
    loop.add_reader(sys.stdin.fileno(), over.set)
    begun, interval = loop.time(), 1 / words.fps

    def show(number: int, sequence: int) -> None:
        due = begun + number * interval / words.count + sequence * interval
        cameras[number].show(sequence, time.monotonic_ns())
        loop.call_at(max(due + interval, loop.time()), show, number, sequence + 1)

    for number in range(words.count):
        loop.call_at(begun + number * interval / words.count + interval, show, number, 1)
    print(json.dumps({"endpoints": [camera.endpoint for camera in cameras], "key": key}), flush=True)
    await over.wait()
    usage = resource.getrusage(resource.RUSAGE_SELF)
    counts = sum((camera.counts for camera in cameras), Counter())
    sent = cameras[0].sent_size
    figures = {"size": [sent.width, sent.height], "cpu": usage.ru_utime + usage.ru_stime}
    print(json.dumps({**counts, **figures, "seconds": loop.time() - begun}), flush=True)
    for camera in cameras:
        camera.close()
    context.destroy(linger=0)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.replay_cameras")
    parser.add_argument("--count", type=int, default=16)
    parser.add_argument("--size", default="640x480")
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--clip", type=Path, help="a video; else the recorded one or the bundled one, by its shape")
    parser.add_argument("--listen", default="tcp://127.0.0.1:0", help="where native cameras listen")
    parser.add_argument("--secure", action="store_true", help="encrypted; one key for all, and it is said")
    parser.add_argument("--netgear", metavar="ENDPOINT", help="call there as NetGear does, instead of listening")
    asyncio.run(replay(parser.parse_args()))


if __name__ == "__main__":
    main()
