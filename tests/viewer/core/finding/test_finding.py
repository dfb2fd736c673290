"""Cameras that are found: real ones, by real multicast on this computer."""

import asyncio
import sys
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from sender import Camera
from tests.support.waiting import until
from viewer.core.finding.finding import Finding

Run = Callable[..., Any]


class Looking:
    """Somebody who looks; others on this computer may announce cameras meanwhile."""

    def __init__(self) -> None:
        self.finding = Finding()
        self.mark = uuid4().hex[:8]
        self.changes = 0

    def camera(self, name: str) -> Camera:
        return Camera(f"{name} {self.mark}", size="320x240", listen="tcp://127.0.0.1:0", announce=True, state="none")

    def begin(self) -> None:
        self.finding.begin(self._on_change)

    def _on_change(self) -> None:
        self.changes += 1

    @property
    def found(self) -> dict[str, str]:
        ours = [each for each in self.finding.cameras if self.mark in each.name]
        return {each.name.removesuffix(f" {self.mark}"): str(each.endpoint) for each in ours}


def test_that_cameras_are_found_as_they_come_and_lost_as_they_go(run: Run) -> None:
    async def scene() -> None:
        looking = Looking()
        async with looking.camera("porch") as porch:
            looking.begin()
            await until(lambda: looking.found == {"porch": str(porch.endpoint)})
            async with looking.camera("garden") as garden:
                await until(lambda: looking.found == {"garden": str(garden.endpoint), "porch": str(porch.endpoint)})
                known = [each.id for each in looking.finding.cameras if looking.mark in each.name]
                assert known == [garden._hello().id, porch._hello().id]
            await until(lambda: list(looking.found) == ["porch"])
        await until(lambda: not looking.found)
        await looking.finding.close()

    run(scene(), 40)


def test_that_nothing_is_told_after_the_end(run: Run) -> None:
    async def scene() -> None:
        looking = Looking()
        async with looking.camera("porch"):
            looking.begin()
            await until(lambda: looking.found)
            await looking.finding.close()
            before = looking.changes
            assert looking.finding.cameras == []
        await asyncio.sleep(0.2)
        assert looking.changes == before

    run(scene(), 40)


def test_that_looking_can_end_at_any_moment_and_begin_again(run: Run) -> None:
    async def scene() -> None:
        looking = Looking()
        async with looking.camera("porch"):
            for pause in (0.0, 0.0, 0.01, 0.1):
                looking.begin()
                await asyncio.sleep(pause)
                looking.finding.end()
            looking.begin()
            await until(lambda: looking.found)
        await looking.finding.close()

    run(scene(), 40)


def test_that_it_says_so_where_zeroconf_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zeroconf.asyncio", None)

    async def scene() -> None:
        looking = Looking()
        looking.begin()
        await until(lambda: looking.finding.trouble)
        assert "zeroconf is not installed" in looking.finding.trouble
        await looking.finding.close()

    run(scene())
