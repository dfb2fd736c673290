"""What the tests of keys and pairing share."""

from collections.abc import Iterator

import pytest

from tests.support.camera_host import CameraHost
from tests.support.stage import Stage


@pytest.fixture
def host(stage: Stage) -> Iterator[CameraHost]:
    """A computer with cameras that encrypt."""
    host = stage.now(lambda: CameraHost(stage.context))
    yield host
    stage.now(host.close)
