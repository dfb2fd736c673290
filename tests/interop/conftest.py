"""A wall for stock senders to call."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.interop.stock_wall import StockWall, stock_wall


@pytest.fixture
def wall(run: Callable[..., Any]) -> Iterator[StockWall]:
    with stock_wall(run) as made:
        yield made
