"""Who hears the window instead of seeing it is told the same."""

import pytest

from tests.support.accessibility import faults, nodes
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.scenes import SCENES, drawn


@pytest.mark.parametrize("name", SCENES)
def test_that_everything_that_can_be_used_has_a_name_a_kind_and_a_state(name: str, stage: Stage) -> None:
    with drawn(name, stage) as widget:
        assert list(nodes(widget))
        found = faults(widget)
    assert not found, "\n".join(found)
