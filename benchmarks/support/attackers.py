"""Programs that mean no good: `python -m benchmarks.support.attackers silent tcp://127.0.0.1:5600`.

Each prints a line when it begins and goes on until its standard input ends; then it prints what it did.

- `silent ENDPOINT`: opens 1,000 connections from an address of its own, says nothing, and opens each again that ends.
- `keys ENDPOINT`: shakes hands 200 times a second by keys that nobody knows, from another address.
- `chatty`: a camera that says 10,000 lines a second, whatever the viewer has receipted.
- `huge`: a camera whose every frame has 100 MB.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import zmq

from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.events import ReplyDue, ViewerGreeted
from camwire.frame import EncodedFrame, Payload
from camwire.link import Link, Route
from camwire.messages import PROTOCOL, CameraHello, Chat, encode, encode_frame
from camwire.viewer_peer import ViewerPeer

SILENT, SILENT_FROM = 1000, "127.0.0.2"
HANDSHAKES, HANDSHAKES_FROM = 200, "127.0.0.3"
LINES, STEPS = 10_000, 100
HUGE_BYTES = 100_000_000
Attack: TypeAlias = Callable[[argparse.Namespace, "Counter[str]", asyncio.Event], Awaitable[None]]


class HostileCamera:
    """Greets like any other, and tells `greeted` to whom."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", name: str) -> None:
        self.greeted: dict[Route, str] = {}
        self._introduction = CameraHello(protocol=PROTOCOL, id=name, name=name, log=f"log of {name}")
        self._viewers: dict[Route, ViewerPeer] = {}
        self.link = Link.bound(context, Endpoint("127.0.0.1", 0), self._received, on_gone=self._gone)

    def _received(self, route: Route, parts: list[Payload]) -> None:
        now = time.monotonic()
        viewer = self._viewers.get(route)
        if viewer is None:
            log = f"{time.monotonic_ns():x}"
            viewer = ViewerPeer(self._introduction, lambda hello: Conversation(log), time.monotonic_ns, now)
            self._viewers[route] = viewer
        for event in viewer.receive(parts, now):
            if isinstance(event, ReplyDue):
                self.link.send(event.parts, route)
            elif isinstance(event, ViewerGreeted):
                self.greeted[route] = viewer.conversation.log

    def _gone(self, route: Route) -> None:
        self._viewers.pop(route, None)
        self.greeted.pop(route, None)


async def silent(words: argparse.Namespace, counts: "Counter[str]", over: asyncio.Event) -> None:
    place = Endpoint.parse(words.endpoint)
    resource.setrlimit(resource.RLIMIT_NOFILE, (4 * SILENT, max(4 * SILENT, resource.getrlimit(7)[1])))

    async def one() -> None:
        while True:
            try:
                reader, writer = await asyncio.open_connection(
                    place.host, place.port, local_addr=(SILENT_FROM, 0), limit=1000
                )
            except OSError:
                await asyncio.sleep(0.5)
                continue
            counts["opened"] += 1
            while await reader.read(1000):
                pass
            writer.close()
            counts["closed by the other end"] += 1
            await asyncio.sleep(1.0)

    tasks = [asyncio.create_task(one()) for _ in range(SILENT)]
    await over.wait()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def keys(words: argparse.Namespace, counts: "Counter[str]", over: asyncio.Event) -> None:
    place = Endpoint.parse(words.endpoint)
    address = f"tcp://{HANDSHAKES_FROM}:0;{place.host}:{place.port}"
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    begun = time.monotonic()
    while not over.is_set():
        for _ in range(int((time.monotonic() - begun) * HANDSHAKES) - counts["handshakes"]):
            with context.socket(zmq.DEALER) as socket:
                socket.linger = 0
                socket.curve_publickey, socket.curve_secretkey = zmq.curve_keypair()
                socket.curve_serverkey = words.key.encode()
                socket.connect(address)
                # Hands are shaken, or not, within this.
                await asyncio.sleep(0.004)
            counts["handshakes"] += 1
        await asyncio.sleep(0.002)
    context.destroy(linger=0)


async def chatty(words: argparse.Namespace, counts: "Counter[str]", over: asyncio.Event) -> None:
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    camera = HostileCamera(context, "Chatty")
    _say(endpoint=str(camera.link.endpoint))
    numbers: Counter[str] = Counter()
    while not over.is_set():
        for route, log in list(camera.greeted.items()):
            for _ in range(LINES // STEPS):
                numbers[log] += 1
                line = Chat(number=numbers[log], log=log, text="no end of it", time_ns=time.time_ns())
                if not camera.link.send(encode(line), route):
                    numbers[log] -= 1
                    counts["kept back by the other end"] += 1
                    break
                counts["lines"] += 1
        await asyncio.sleep(1 / STEPS)
    camera.link.close()
    context.destroy(linger=0)


async def huge(words: argparse.Namespace, counts: "Counter[str]", over: asyncio.Event) -> None:
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    camera = HostileCamera(context, "Huge")
    _say(endpoint=str(camera.link.endpoint))
    picture = bytes(HUGE_BYTES)
    while not over.is_set():
        for route in list(camera.greeted):
            counts["frames"] += 1
            frame = EncodedFrame(counts["frames"], time.monotonic_ns(), "jpeg", 1920, 1080, picture)
            camera.link.send(encode_frame(frame), route)
        await asyncio.sleep(0.1)
    camera.link.close()
    context.destroy(linger=0)


ATTACKS: dict[str, Attack] = {"silent": silent, "keys": keys, "chatty": chatty, "huge": huge}


def _say(**what: object) -> None:
    print(json.dumps(what), flush=True)


async def attack(words: argparse.Namespace) -> None:
    """Go on until standard input ends."""
    counts: Counter[str] = Counter()
    over = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), over.set)
    if words.endpoint:
        _say(attacks=words.endpoint)
    begun = time.monotonic()
    await ATTACKS[words.attack](words, counts, over)
    _say(seconds=time.monotonic() - begun, **counts)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.attackers")
    parser.add_argument("attack", choices=ATTACKS)
    parser.add_argument("endpoint", nargs="?", default="")
    parser.add_argument("--key", default="", help="of the camera (Z85)")
    asyncio.run(attack(parser.parse_args()))


if __name__ == "__main__":
    main()
