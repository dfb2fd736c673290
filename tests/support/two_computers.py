"""Two network namespaces with a cable between them: to programs, two computers. Needs root on Linux."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

IS_POSSIBLE = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("ip") is not None
# Runs what follows under another name of the computer.
NAMED = ("unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"')
V4, V6 = "10.99.0.{}/24", "fd99::{}/64"


@dataclass(frozen=True)
class Computer:
    """One of both; its end of the cable is called `cable`."""

    name: str
    number: int

    @property
    def cable(self) -> str:
        return f"cable{self.number}"

    @property
    def prefix(self) -> list[str]:
        """What stands before the command of a program that runs there."""
        return ["ip", "netns", "exec", self.name, *NAMED, self.name]

    def get_address(self, form: str = V4, number: int = 0) -> None:
        """Have an address at the cable from now on."""
        _ip("-n", self.name, "addr", "add", form.format(number or self.number), "dev", self.cable, "nodad")

    def lose_address(self, form: str = V4, number: int = 0) -> None:
        """Have it no more."""
        _ip("-n", self.name, "addr", "del", form.format(number or self.number), "dev", self.cable)

    def pull(self) -> None:
        """Pull its end of the cable."""
        _ip("-n", self.name, "link", "set", self.cable, "down")

    def put_back(self) -> None:
        """Put it back."""
        _ip("-n", self.name, "link", "set", self.cable, "up")


@contextmanager
def two_computers() -> Iterator[tuple[Computer, Computer]]:
    """Connected, without addresses yet."""
    one, other = (Computer(f"watchword-{os.getpid()}-{number}", number) for number in (1, 2))
    try:
        for each in (one, other):
            _ip("netns", "add", each.name)
            _ip("-n", each.name, "link", "set", "lo", "up")
        _ip("-n", one.name, "link", "add", one.cable, "type", "veth", "peer", "name", other.cable, "netns", other.name)
        for each in (one, other):
            _ip("-n", each.name, "link", "set", each.cable, "up")
        yield one, other
    finally:
        for each in (one, other):
            subprocess.run(["ip", "netns", "del", each.name], capture_output=True, check=False)


def is_permitted() -> bool:
    """Whether this computer lets us; many a container does not."""
    if not IS_POSSIBLE:
        return False
    try:
        with two_computers():
            return True
    except subprocess.CalledProcessError:
        return False


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
