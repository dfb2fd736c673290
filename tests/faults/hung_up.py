"""Hears of a peer that says much and hangs up before it is read: `python -m tests.faults.hung_up`.

In a process of its own, because what is feared is the end of it.
"""

import asyncio
import time

import zmq

from camwire.endpoint import Endpoint
from camwire.link import Link

MESSAGES = 3000
# As long as it takes until ZeroMQ would look after the connection twice, were it told to.
SECONDS = 2.5


def flood(port: int) -> None:
    """Say more than the other end takes unread, and hang up."""
    with zmq.Context() as context, context.socket(zmq.DEALER) as peer:
        peer.SNDHWM = 0
        peer.connect(f"tcp://127.0.0.1:{port}")
        for _ in range(MESSAGES):
            peer.send(b"x" * 100)
        time.sleep(0.2)
        peer.close(linger=0)


def keep_busy(port: int) -> None:
    """The loop has no time to read."""
    flood(port)
    time.sleep(SECONDS)


async def main() -> None:
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    heard: list[bytes] = []
    link = Link.bound(context, Endpoint.parse("tcp://127.0.0.1:0"), lambda route, parts: heard.append(route))
    asyncio.get_running_loop().call_soon(keep_busy, link.endpoint.port)
    while not heard:
        await asyncio.sleep(0.01)
    link.close()
    context.term()
    print("lives")


if __name__ == "__main__":
    asyncio.run(main())
