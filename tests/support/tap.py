"""Listens on a cable: `python -m tests.support.tap INTERFACE FILE` writes there the bytes of all packets, until ended.

Needs root on Linux. Prints a line when it listens.
"""

import socket
import sys
from pathlib import Path

ALL_PROTOCOLS = 0x0003


def main(interface: str, file: Path) -> None:
    """Write what goes by there, both ways."""
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS)) as tap, file.open("wb") as kept:
        tap.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
        tap.bind((interface, 0))
        print("listening", flush=True)
        while True:
            kept.write(tap.recv(1 << 16))
            kept.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
