"""One viewer and four cameras, killed and cut off from each other over and over, lose, double and reorder nothing."""

import asyncio
from pathlib import Path

import pytest

from tests.end_to_end import losing

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
SEED = 20261121


def test_that_ten_thousand_lines_each_way_survive_a_hundred_kills_and_a_hundred_cuts(tmp_path: Path) -> None:
    toll = asyncio.run(losing.run(tmp_path, messages=10_000, kills=100, cuts=100, seed=SEED))
    print(f"\n{toll}")
    assert not toll.problems, "\n".join([str(toll), *toll.problems[:20]])
    assert (toll.kills, toll.cuts.total(), toll.messages) == (100, 100, 10_000)
