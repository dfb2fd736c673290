"""Cameras that are found over a real network: two namespaces, a cable, and the programs as people start them."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.support.two_computers import V4, V6, Computer, is_permitted, two_computers

pytestmark = pytest.mark.slow
OPEN = ("--listen", "tcp://*:5600", "--open", "--size", "320x240", "--state", "none")
# A program that lets nobody else have the port of mDNS.
SELFISH = "import socket; it = socket.socket(type=2); it.bind(('', 5353)); print('mine', flush=True); it.recv(1)"
# It looks every other second whether it has other addresses.
PATIENCE = 30.0
GOODBYE_SECONDS = 1.0


class Running:
    """A program, and the lines it has written to one of its outputs by now."""

    def __init__(self, process: "subprocess.Popen[str]", output: Any) -> None:
        self.process = process
        self.lines: list[str] = []
        self._output = output

    def read(self) -> None:
        for line in self._output:
            self.lines.append(line)


@contextmanager
def running(computer: Computer, *words: str, reads: str = "stdout") -> Iterator[Running]:
    pipes: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*computer.prefix, sys.executable, *words], text=True, **pipes) as process:
        it = Running(process, getattr(process, reads))
        reader = threading.Thread(target=it.read, name="lines of a program")
        reader.start()
        try:
            yield it
        finally:
            process.kill()
            reader.join()


def camera(computer: Computer, *words: str) -> Any:
    return running(computer, "-m", "sender", *OPEN, *words, reads="stderr")


def wait(fact: Callable[[], object], timeout: float = PATIENCE) -> float:
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < timeout, f"still not so after {timeout} s"
        time.sleep(0.01)
    return time.monotonic() - began


def found(finder: Running) -> dict[str, str]:
    """The addresses of the cameras that are there now, by name."""
    last = json.loads(finder.lines[-1]) if finder.lines else {"cameras": []}
    return {each["name"]: each["at"] for each in last["cameras"]}


@pytest.fixture
def computers() -> Iterator[tuple[Computer, Computer]]:
    if not is_permitted():
        pytest.skip("needs root on Linux, and network namespaces")
    with two_computers() as both:
        yield both


@pytest.mark.parametrize(("form", "address"), [(V4, "tcp://10.99.0.1:5600"), (V6, "tcp://[fd99::1]:5600")])
def test_that_a_camera_is_found_at_its_address_and_gone_when_it_ends(
    computers: tuple[Computer, Computer], form: str, address: str
) -> None:
    here, there = computers
    for each in computers:
        each.get_address(form)
    with running(there, "-m", "tests.support.finder") as finder:
        with camera(here, "--name", "porch") as porch:
            wait(lambda: found(finder) == {"porch": address})
            began = time.monotonic()
            porch.process.send_signal(signal.SIGINT)
            porch.process.wait()
            assert time.monotonic() - began < GOODBYE_SECONDS
        wait(lambda: found(finder) == {})


def test_that_two_cameras_of_one_name_are_both_found(computers: tuple[Computer, Computer]) -> None:
    for each in computers:
        each.get_address()
    here, there = computers
    with running(there, "-m", "tests.support.finder") as finder, camera(here, "--name", "porch") as first:
        wait(lambda: any("as “porch”" in line for line in first.lines))
        with camera(there, "--name", "porch") as second:
            wait(lambda: any("as “porch-2”" in line for line in second.lines))
            wait(lambda: len(json.loads(finder.lines[-1])["cameras"]) == 2)
        assert set(found(finder)) == {"porch"}


def test_that_a_camera_is_found_that_began_without_a_network_and_then_moves(
    computers: tuple[Computer, Computer],
) -> None:
    here, there = computers
    there.get_address()
    with running(there, "-m", "tests.support.finder") as finder, camera(here, "--name", "porch") as porch:
        wait(lambda: any("porch shows" in line for line in porch.lines))
        here.get_address()
        wait(lambda: found(finder) == {"porch": "tcp://10.99.0.1:5600"})
        here.lose_address()
        here.get_address(number=7)
        wait(lambda: found(finder) == {"porch": "tcp://10.99.0.7:5600"})


@pytest.mark.parametrize("word", ["--no-announce", "--listen=tcp://127.0.0.1:5600"])
def test_that_a_camera_that_is_not_to_be_found_is_not(computers: tuple[Computer, Computer], word: str) -> None:
    for each in computers:
        each.get_address()
    here, there = computers
    with (
        running(there, "-m", "tests.support.finder") as finder,
        camera(here, "--name", "shy", word) as shy,
        running(here, "-m", "sender", *OPEN, "--listen", "tcp://*:5601", "--name", "porch"),
    ):
        wait(lambda: any("shy shows" in line for line in shy.lines))
        wait(lambda: "porch" in found(finder))
        assert set(found(finder)) == {"porch"}


def test_that_a_camera_serves_where_multicast_cannot_be_had_and_says_so_once(
    computers: tuple[Computer, Computer],
) -> None:
    here, _there = computers
    here.get_address()
    with running(here, "-c", SELFISH) as selfish:
        wait(lambda: selfish.lines)
        with camera(here, "--name", "porch") as porch:
            wait(lambda: any("Viewers do not find it" in line for line in porch.lines))
            assert porch.process.poll() is None
            # From now on they do: it has been tried again, and nothing was said a second time.
            selfish.process.kill()
            wait(lambda: any("Viewers find it" in line for line in porch.lines))
            assert sum("Viewers do not find it" in line for line in porch.lines) == 1
