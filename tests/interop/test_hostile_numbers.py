"""A peer that brings the name which ZeroMQ would give to the next one must not end the program."""

import subprocess
import sys
from pathlib import Path

import pytest

# libzmq ends the process when it meets a name twice, so this needs one of its own.
SCENE = """
import asyncio, zmq
from camwire.endpoint import Endpoint
from camwire.link import Link

async def main():
    context = zmq.Context()
    heard = []
    link = Link.bound(context, Endpoint("127.0.0.1", 0), lambda route, parts: heard.append(route))
    place = f"tcp://127.0.0.1:{link.endpoint.port}"
    peers = []
    for number in range(40):
        peer = context.socket(zmq.DEALER)
        peer.linger = 0
        peer.setsockopt(zmq.ROUTING_ID, b"\\0" + (0x6b8b4567 + number).to_bytes(4, "big"))
        peer.connect(place)
        peer.send(b"here")
        peers.append(peer)
    while len(heard) < 40:
        await asyncio.sleep(0.01)
    for _ in range(40):
        peer = context.socket(zmq.REQ)
        peer.linger = 0
        peer.connect(place)
        peer.send(b"there")
        peers.append(peer)
    while len(heard) < 80:
        await asyncio.sleep(0.01)
    for peer in peers:
        peer.close()
    link.close()
    context.term()
    print("well")

asyncio.run(asyncio.wait_for(main(), 20))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the numbers there begin elsewhere")
def test_that_guessed_numbers_end_nothing() -> None:
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", SCENE], cwd=root, capture_output=True, text=True, timeout=40)
    assert (ended.returncode, ended.stdout.strip()) == (0, "well"), ended.stderr[-500:]
