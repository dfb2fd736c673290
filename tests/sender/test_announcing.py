"""Cameras that tell their network that they are there: which do, where they can be reached, and what is in the way."""

import asyncio
import ipaddress
import logging
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from camwire import local_network
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.local_network import Place
from sender import Camera
from sender.announcing.announcer import Announcer
from sender.announcing.reach import announces, reached_at
from tests.support.waiting import until

Run = Callable[..., Any]
OPEN, SHUT = Endpoint.parse("tcp://*:5600"), Endpoint.parse("tcp://127.0.0.1:5600")
ENDS_WITHIN = 1.0


def place(address: str, interface: str) -> Place:
    return Place(ipaddress.ip_address(address), interface, ipaddress.ip_network(address))


PLACES = [place("127.0.0.1", "lo"), place("192.168.1.5", "eth0"), place("10.0.0.5", "wlan0"), place("fd00::5", "eth0")]


def camera(name: str = "porch", announce: bool | None = True) -> Camera:
    return Camera(name, size="320x240", listen="tcp://127.0.0.1:0", announce=announce, state="none")


def announcer(of: Camera) -> Announcer:
    assert of._announcer is not None
    return of._announcer


@pytest.mark.parametrize(
    ("listen", "is_native", "wanted", "does"),
    [
        (OPEN, True, None, True),
        (OPEN, True, False, False),
        (SHUT, True, None, False),
        (SHUT, True, True, True),
        (None, True, None, False),
        (OPEN, False, None, False),
    ],
)
def test_that_cameras_that_others_may_see_are_announced(
    listen: Endpoint | None, is_native: bool, wanted: bool | None, does: bool
) -> None:
    assert announces(listen, is_native, wanted) == does


@pytest.mark.parametrize(("listen", "is_native"), [(None, True), (OPEN, False)])
def test_that_what_nobody_could_find_is_refused(listen: Endpoint | None, is_native: bool) -> None:
    with pytest.raises(UsageError, match="--announce"):
        announces(listen, is_native, True)


@pytest.mark.parametrize(
    ("listen", "addresses"),
    [
        ("tcp://*:5600", ["192.168.1.5", "10.0.0.5", "fd00::5"]),
        ("tcp://0.0.0.0:5600", ["192.168.1.5", "10.0.0.5"]),
        ("tcp://[::]:5600", ["192.168.1.5", "10.0.0.5", "fd00::5"]),
        ("tcp://10.0.0.5:5600", ["10.0.0.5"]),
        ("tcp://eth0:5600", ["192.168.1.5", "fd00::5"]),
        ("tcp://localhost:5600", ["127.0.0.1"]),
        ("tcp://10.0.0.6:5600", []),
    ],
)
def test_that_a_camera_is_announced_where_it_listens(listen: str, addresses: list[str]) -> None:
    assert [str(each) for each in reached_at(Endpoint.parse(listen), PLACES)] == addresses


def test_that_cameras_of_one_name_are_numbered_and_end_within_a_second(run: Run) -> None:
    async def scene() -> None:
        async with camera() as first:
            await until(lambda: announcer(first).name == "porch")
            async with camera() as second:
                await until(lambda: announcer(second).name == "porch-2")
                began = time.monotonic()
            assert time.monotonic() - began < ENDS_WITHIN

    run(scene())


def test_that_a_camera_can_end_at_once(run: Run) -> None:
    async def scene() -> None:
        for pause in (0.0, 0.2, 0.6):
            async with camera():
                await asyncio.sleep(pause)
                began = time.monotonic()
            assert time.monotonic() - began < ENDS_WITHIN

    run(scene())


def test_that_a_camera_serves_without_zeroconf_and_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # As Python has it where a package is missing.
    monkeypatch.setitem(sys.modules, "zeroconf.asyncio", None)
    caplog.set_level(logging.INFO)

    async def scene() -> None:
        async with camera() as porch:
            await until(lambda: "zeroconf is not installed" in caplog.text)
            assert porch.endpoint is not None
            assert announcer(porch).name == ""

    run(scene())


def test_that_a_camera_for_this_computer_alone_loads_nothing_of_it(run: Run) -> None:
    async def scene() -> None:
        async with camera(announce=None) as porch:
            assert porch._announcer is None

    run(scene())


def test_that_the_addresses_of_this_computer_are_known() -> None:
    local_network.load()
    assert "127.0.0.1" in [str(each.address) for each in local_network.places()]
