"""Two computers with a real cable between them: it is pulled, and addresses change. Needs root on Linux."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from camwire.identity import Identity
from tests.faults.desk import KEY
from tests.faults.programs import KEPT, STATE, Camera, Desk
from tests.faults.scene import Scene, playing
from tests.support.two_computers import Computer

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow
# Soon, and when TCP waits for seconds before it tries again.
SECONDS = (1.0, 7.0)


@asynccontextmanager
async def watching(computers: tuple[Computer, Computer], folder: Path) -> AsyncIterator[Scene]:
    """A camera on the first, and a viewer on the other."""
    here, there = computers
    camera = Camera(folder / "camera", "--open", ends=("--listen", "tcp://*:5600"), prefix=here.prefix)
    async with playing(camera, Desk(folder / "desk", "tcp://10.99.0.1:5600", prefix=there.prefix)) as it:
        yield it


def test_that_a_cable_may_be_pulled_at_either_end(
    run: Run, tmp_path: Path, computers: tuple[Computer, Computer]
) -> None:
    async def play() -> None:
        async with watching(computers, tmp_path) as it:
            for seconds, computer in zip(SECONDS, computers, strict=True):

                async def pull(_: Scene, seconds: float = seconds, computer: Computer = computer) -> None:
                    computer.pull()
                    await asyncio.sleep(seconds)
                    computer.put_back()

                print(f"{seconds:.0f} s without: live again after {await it.survives(pull):.2f} s")

    run(play(), timeout=100)


def test_that_addresses_may_change_at_either_end(
    run: Run, tmp_path: Path, computers: tuple[Computer, Computer]
) -> None:
    here, there = computers

    async def viewer_moves(_: Scene) -> None:
        there.lose_address()
        there.get_address(number=9)

    async def camera_loses_it(_: Scene) -> None:
        here.lose_address()
        here.get_address(number=7)
        await asyncio.sleep(5)
        here.get_address()

    async def play() -> None:
        async with watching(computers, tmp_path) as it:
            print(f"the viewer has moved: live again after {await it.survives(viewer_moves):.2f} s")
            print(f"the camera was away: live again after {await it.survives(camera_loses_it):.2f} s")

    run(play(), timeout=100)


def test_that_a_camera_that_calls_comes_back_to_its_tile(
    run: Run, tmp_path: Path, computers: tuple[Computer, Computer]
) -> None:
    here, there = computers

    async def pull(_: Scene) -> None:
        there.pull()
        await asyncio.sleep(SECONDS[1])
        there.put_back()

    async def camera_moves(_: Scene) -> None:
        here.lose_address()
        here.get_address(number=7)

    async def play() -> None:
        camera = Camera(tmp_path / "camera", ends=("--dial", "tcp://10.99.0.2:5555", "--open"), prefix=here.prefix)
        desk = Desk(tmp_path / "desk", "listen=tcp://*:5555", prefix=there.prefix)
        async with playing(camera, desk) as it:
            for harm in (pull, camera_moves):
                print(f"{harm.__name__}: live again after {await it.survives(harm):.2f} s")
            assert len((await desk.ask("status"))["tiles"]) == 1

    run(play(), timeout=100)


def test_that_a_paired_camera_that_moves_for_good_is_followed(
    run: Run, tmp_path: Path, computers: tuple[Computer, Computer]
) -> None:
    here, there = computers
    keys = [Identity.of(tmp_path / each).public.decode() for each in (f"camera/{STATE}", f"desk/{KEPT}")]

    async def camera_moves(_: Scene) -> None:
        here.lose_address()
        here.get_address(number=7)

    async def play() -> None:
        ends = ("--listen", "tcp://*:5600", "--secure", f"--admit={keys[1]}", "--announce")
        camera = Camera(tmp_path / "camera", ends=ends, prefix=here.prefix)
        desk = Desk(tmp_path / "desk", f"{KEY}{keys[0]}", "tcp://10.99.0.1:5600", prefix=there.prefix)
        async with playing(camera, desk) as it:
            print(f"live again after {await it.survives(camera_moves):.2f} s")

    run(play(), timeout=100)
