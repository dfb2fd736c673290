"""What the tests of the core share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import zmq

from tests.support.stage import Stage


@pytest.fixture
def stage(context: "zmq.Context[zmq.Socket[bytes]]", run: Callable[..., Any]) -> Iterator[Stage]:
    """A fleet on a loop of its own."""
    stage = Stage(context, run)
    yield stage
    stage.close()
