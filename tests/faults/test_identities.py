"""Two that call themselves the same, and one that calls itself otherwise: nobody hears what was meant for another."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.faults.programs import Camera, Desk, Program
from tests.faults.scene import scene

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow

LINES = 30
PICTURES = 20
PATIENCE = 20.0


@asynccontextmanager
async def running(*programs: Program) -> AsyncIterator[None]:
    """All of them; at the end none must have had anything to complain of."""
    try:
        await asyncio.gather(*(each.start() for each in programs))
        yield
    finally:
        await asyncio.gather(*(each.close() for each in programs))
    complaints = [complaint for each in programs for complaint in each.complaints]
    assert not complaints, "\n".join(complaints)


async def talk(desk: Desk) -> None:
    """Say more lines to all cameras, and have all of them answered, each once and in order."""
    enough = LINES + max(tile["said"] for tile in await desk.ask("account"))
    await desk.ask("talk")
    while min(tile["said"] for tile in await desk.ask("account")) < enough:
        await asyncio.sleep(0.05)
    await desk.ask("hush")
    loop = asyncio.get_running_loop()
    began = loop.time()
    while any(tile["wrong"] for tile in await desk.ask("account")):
        assert loop.time() - began < PATIENCE, await desk.ask("account")
        await asyncio.sleep(0.05)


async def live(desk: Desk) -> None:
    """Have pictures of all cameras."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    while any(tile["pictures"] < PICTURES for tile in (await desk.ask("status"))["tiles"]):
        assert loop.time() - began < PATIENCE, await desk.ask("status")
        await asyncio.sleep(0.05)


def test_that_two_cameras_with_one_id_are_two_on_the_wall(run: Run, tmp_path: Path) -> None:
    async def play() -> None:
        one, other = (Camera(tmp_path / each) for each in ("one", "other"))
        async with running(one, other):
            desk = Desk(tmp_path / "desk", *(f"tcp://127.0.0.1:{each.port}" for each in (one, other)))
            async with running(desk):
                await live(desk)
                await talk(desk)

    run(play(), timeout=60)


@pytest.mark.parametrize("is_copied", [False, True])
def test_that_two_viewers_with_one_identity_have_each_their_own_talk(run: Run, tmp_path: Path, is_copied: bool) -> None:
    async def play() -> None:
        camera = Camera(tmp_path / "camera")
        async with running(camera):
            one, other = (Desk(tmp_path / each, f"tcp://127.0.0.1:{camera.port}") for each in ("one", "other"))
            async with running(one):
                await live(one)
                await talk(one)
                await one.end()
            if is_copied:
                shutil.copytree(one.kept, other.kept)
            async with running(one, other):
                await asyncio.gather(live(one), live(other))
                await asyncio.gather(talk(one), talk(other))
                await asyncio.gather(live(one), live(other))

    run(play(), timeout=100)


def test_that_what_was_said_to_a_camera_waits_while_it_is_called_otherwise(run: Run, tmp_path: Path) -> None:
    async def play() -> None:
        async with scene(tmp_path) as it:
            await it.desk.ask("talk")
            await it.camera.end()
            await it.until(lambda tile: tile["waiting"] > LINES)
            await it.desk.ask("hush")
            roof = Camera(tmp_path / "roof", name="roof")
            async with running(roof):
                it.cable.port = roof.port
                await it.until(lambda tile: (tile["name"], tile["phase"]) == ("roof", "live"))
                assert (await it.tile())["waiting"] == 0
            await it.camera.start()
            it.reconnect()
            await it.until(lambda tile: (tile["name"], tile["phase"]) == ("porch", "live"))
            assert await it.settle() > LINES

    run(play(), timeout=60)
