"""Two network namespaces with a link of a given rate between them. Needs root and iproute2, on Linux.

The link is a pair of virtual network cards with a token bucket (`tc … tbf`) at both ends.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

# What a bucket lets through at once, and how long its queue may be at most: as a router has it.
BURST, LATENCY = "16kb", "400ms"
COMMAND_SECONDS = 10.0


class NarrowPair:
    """`camera` and `viewer` are what to write before a command that is to run there; the addresses are theirs."""

    camera_address, viewer_address = "10.213.7.1", "10.213.7.2"

    def __init__(self) -> None:
        mark = os.getpid()
        self._spaces = (f"ww-camera-{mark}", f"ww-viewer-{mark}")
        self._cards = (f"wwc{mark}", f"wwv{mark}")
        self.camera, self.viewer = (("ip", "netns", "exec", space) for space in self._spaces)

    @staticmethod
    def is_possible() -> bool:
        """Whether this computer and this user can have one."""
        return os.name == "posix" and os.geteuid() == 0 and all(map(shutil.which, ("ip", "tc")))

    def make(self) -> None:
        """Make both, with a link that is wide."""
        for space in self._spaces:
            _run("ip", "netns", "add", space)
        first, second = self._cards
        _run("ip", "link", "add", first, "type", "veth", "peer", "name", second)
        for space, card, address in self._ends():
            _run("ip", "link", "set", card, "netns", space)
            _run("ip", "-n", space, "addr", "add", f"{address}/24", "dev", card)
            _run("ip", "-n", space, "link", "set", card, "up")
            _run("ip", "-n", space, "link", "set", "lo", "up")
        self.carry(1000)

    def carry(self, megabits: float) -> None:
        """Let the link carry so much from now on, each way."""
        rate = f"{megabits:g}mbit"
        burst = BURST if megabits < 100 else "512kb"
        for space, card, _ in self._ends():
            words = ("root", "tbf", "rate", rate, "burst", burst, "latency", LATENCY)
            _run("ip", "netns", "exec", space, "tc", "qdisc", "replace", "dev", card, *words)

    def pull(self) -> None:
        """Pull the cable out at the viewer."""
        self._set("down")

    def put_back(self) -> None:
        """Put it in again."""
        self._set("up")

    def _set(self, state: str) -> None:
        _run("ip", "-n", self._spaces[1], "link", "set", self._cards[1], state)

    def remove(self) -> None:
        """Take both away, as far as they are there."""
        for space in self._spaces:
            subprocess.run(("ip", "netns", "del", space), capture_output=True, timeout=COMMAND_SECONDS, check=False)

    def _ends(self) -> Iterator[tuple[str, str, str]]:
        yield from zip(self._spaces, self._cards, (self.camera_address, self.viewer_address), strict=True)


@contextmanager
def narrow_pair() -> Iterator[NarrowPair]:
    """Two namespaces that are gone at the end."""
    pair = NarrowPair()
    try:
        pair.make()
        yield pair
    finally:
        pair.remove()


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, timeout=COMMAND_SECONDS, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()}")
