"""A program of its own that sends as fast as it can: `python -m tests.support.flooding ENDPOINT COUNT SIZE`."""

import sys

import zmq


def flood(endpoint: str, count: int, size: int) -> None:
    """Send `count` messages of `size` bytes from one DEALER, and wait until they have left."""
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    socket = context.socket(zmq.DEALER)
    socket.connect(endpoint)
    payload = bytes(size)
    for _ in range(count):
        socket.send(payload)
    socket.close(linger=10_000)
    context.term()


if __name__ == "__main__":
    flood(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
