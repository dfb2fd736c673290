"""A camera, a viewer that talks with it, and what must be so again when a fault is over."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from camwire.identity import Identity
from tests.faults.desk import KEY
from tests.faults.programs import KEPT, STATE, Camera, Desk, Program
from tests.support.losing_link import Cable

BACK_SECONDS = 3.0
PATIENCE = 20.0

Tile: TypeAlias = dict[str, Any]
"""How a camera stands on the wall: see `tests.faults.desk`."""


class Way(Protocol):
    """Leads to a port of this computer."""

    port: int


class Scene:
    """One of each, and the way between them where it is not the network's."""

    def __init__(self, camera: Camera, desk: Desk, way: Way | None = None) -> None:
        self.camera = camera
        self.desk = desk
        self._way = way

    @property
    def cable(self) -> Cable:
        """What can be cut."""
        assert isinstance(self._way, Cable)
        return self._way

    @property
    def programs(self) -> tuple[Program, Program]:
        """Both."""
        return self.camera, self.desk

    def reconnect(self) -> None:
        """The camera was started again; lead there."""
        if self._way is not None:
            self._way.port = self.camera.port

    async def tile(self) -> Tile:
        """How the camera stands on the wall."""
        tiles = (await self.desk.ask("status"))["tiles"]
        return tiles[0] if tiles else {"phase": "", "pictures": 0}

    async def until(self, fact: Callable[[Tile], object], timeout: float = PATIENCE) -> float:
        """Wait until `fact(tile)`; return the seconds it took."""
        began = time.monotonic()
        while not fact(tile := await self.tile()):
            assert time.monotonic() - began < timeout, f"still not so after {timeout} s: {tile}"
            await asyncio.sleep(0.02)
        return time.monotonic() - began

    async def back(self) -> float:
        """Wait until new pictures are live; return the seconds that took."""
        began = time.monotonic()
        before = (await self.tile())["pictures"]
        await self.until(lambda tile: tile["phase"] == "live" and tile["pictures"] > before + 2)
        return time.monotonic() - began

    async def settle(self) -> int:
        """Have everything said and answered; return how many lines that were. Fails if one was lost or doubled."""
        await self.desk.ask("hush")
        began = time.monotonic()
        while (account := (await self.desk.ask("account"))[0])["wrong"] or (await self.tile())["waiting"]:
            assert time.monotonic() - began < PATIENCE, account["wrong"][:10]
            await asyncio.sleep(0.1)
        return int(account["said"])

    async def survives(self, harm: "Callable[[Scene], Awaitable[object]]", within: float = BACK_SECONDS) -> float:
        """Talk while `harm(self)` is done; return how long after it the wall was live again. Fails if that took
        longer than `within`, or if anything said was lost or doubled."""
        await self.desk.ask("talk")
        await harm(self)
        took = await self.back()
        await self.settle()
        assert took < within, f"live again only {took:.1f} s after the end of it"
        return took


@asynccontextmanager
async def playing(camera: Camera, desk: Desk, way: Way | None = None) -> AsyncIterator[Scene]:
    """Both run, and the camera is live, over that way; at the end neither must have had anything to complain of."""
    it = Scene(camera, desk, way)
    try:
        await asyncio.gather(camera.start(), desk.start())
        it.reconnect()
        await it.back()
        yield it
    finally:
        await asyncio.gather(camera.close(), desk.close())
    complaints = camera.complaints + desk.complaints
    assert not complaints, "\n".join(complaints)


@asynccontextmanager
async def scene(folder: Path, is_secure: bool = False) -> AsyncIterator[Scene]:
    """A camera and a viewer with a cable between them; `is_secure`: they are paired, and encrypt."""
    cable = Cable(random.Random(1))
    try:
        async with playing(*pair(folder, cable.address, is_secure), cable) as it:
            yield it
    finally:
        await cable.close()


def pair(folder: Path, address: str, is_secure: bool) -> tuple[Camera, Desk]:
    """A camera, and a viewer that calls it at that address; not started yet."""
    camera, desk = folder / "camera", folder / "desk"
    if not is_secure:
        return Camera(camera), Desk(desk, address)
    keys = [Identity.of(each).public.decode() for each in (camera / STATE, desk / KEPT)]
    return Camera(camera, "--secure", f"--admit={keys[1]}"), Desk(desk, f"{KEY}{keys[0]}", address)
