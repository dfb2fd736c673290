"""A short soak with real programs; `python3 run.py soak --hours 1` makes a long one."""

import asyncio
from argparse import Namespace
from pathlib import Path

import pytest

from tests.soak.__main__ import run

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


def test_that_a_wall_with_mishaps_loses_nothing_and_says_how_it_is(tmp_path: Path) -> None:
    seconds = 8
    given = Namespace(hours=seconds / 3600, cameras=2, size="64x48", fps=5.0, lines_per_minute=120.0, pause=0.5, seed=3)
    toll, scene = asyncio.run(run(tmp_path, given))
    assert not toll.problems, "\n".join(toll.problems[:20])
    assert scene.mishaps.total() >= 2
    assert toll.answers > 0
    assert scene.viewer.samples[-1].painted > 0
