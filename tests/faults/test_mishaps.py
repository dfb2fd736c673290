"""A camera and a viewer, real programs, to which something happens while they talk: the wall is live again within three
seconds, and nothing that was said is lost or doubled."""

from collections.abc import Callable
from operator import le
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.faults.mishaps import CLOCKS, QUICK, SLOW, Mishap
from tests.faults.scene import scene
from tests.support.waiting import until

Run: TypeAlias = Callable[..., Any]
pytestmark = pytest.mark.slow

TIMES = 3


def suffers(run: Run, folder: Path, mishaps: dict[str, Mishap], is_secure: bool = True) -> None:
    """Have one scene suffer them one after the other; print how long each took."""

    async def play() -> None:
        async with scene(folder, is_secure) as it:
            for name, mishap in mishaps.items():
                print(f"{name}: live again after {await it.survives(mishap):.2f} s", flush=True)

    run(play(), timeout=100)


@pytest.mark.parametrize("is_secure", [False, True])
def test_that_short_faults_are_survived_over_and_over_without_a_descriptor_or_thread_left(
    run: Run, tmp_path: Path, is_secure: bool
) -> None:
    async def play() -> None:
        async with scene(tmp_path, is_secure) as it:
            for mishap in QUICK.values():
                await it.survives(mishap)
            before = [each.holdings[:2] for each in it.programs]
            for mishap in list(QUICK.values()) * TIMES:
                await it.survives(mishap)
            for each, held in zip(it.programs, before, strict=True):
                # The end of the last connection may be known a moment later.
                await until(lambda each=each, held=held: all(map(le, each.holdings, held)))

    run(play(), timeout=100)


def test_that_nobody_cares_for_a_clock_that_is_set(run: Run, tmp_path: Path) -> None:
    suffers(run, tmp_path, CLOCKS, is_secure=False)


@pytest.mark.parametrize("names", [list(SLOW)[:3], list(SLOW)[3:5], list(SLOW)[5:]], ids=" ".join)
def test_that_long_faults_are_survived(run: Run, tmp_path: Path, names: list[str]) -> None:
    suffers(run, tmp_path, {name: SLOW[name] for name in names})
