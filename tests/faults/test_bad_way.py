"""A way between camera and viewer that is slow, loses packets or changes what it carries."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.faults.bad_way import BadWay, bad_way
from tests.faults.scene import Scene, pair, playing

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow

SEED = 8
SECONDS = 3.0
SHARE = 0.2


@asynccontextmanager
async def over_a_way(folder: Path, is_secure: bool) -> AsyncIterator[tuple[Scene, BadWay]]:
    async with bad_way(SEED) as way, playing(*pair(folder, way.address, is_secure), way) as it:
        yield it, way


def test_that_a_slow_way_and_lost_packets_cost_nothing_that_was_said(run: Run, tmp_path: Path) -> None:
    async def play() -> None:
        async with over_a_way(tmp_path, is_secure=False) as (it, way):

            async def harm(_: Scene) -> None:
                way.delay, way.loss = 0.3, 0.1
                await asyncio.sleep(SECONDS)
                way.delay = way.loss = 0.0

            print(f"slow and lossy: live again after {await it.survives(harm):.2f} s")

    run(play(), timeout=60)


@pytest.mark.parametrize("is_secure", [False, True])
def test_that_no_byte_that_is_changed_on_its_way_ends_a_program(run: Run, tmp_path: Path, is_secure: bool) -> None:
    async def play() -> None:
        async with over_a_way(tmp_path, is_secure) as (it, way):

            async def harm(_: Scene) -> None:
                # Without encryption nobody can know that another line was said: nothing is.
                await it.desk.ask("talk" if is_secure else "hush")
                way.corruption = SHARE
                await asyncio.sleep(SECONDS)
                way.corruption = 0.0
                await it.desk.ask("talk")

            print(f"changed bytes: live again after {await it.survives(harm):.2f} s")

    run(play(), timeout=60)
