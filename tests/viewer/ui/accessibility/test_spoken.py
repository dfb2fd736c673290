"""Who hears the window instead of seeing it is told the same."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

import viewer.ui
from tests.support.accessibility import faults, nodes
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks import scenes
from tests.viewer.ui.looks.scenes import SCENES, drawn
from viewer.ui.dialogs.base import Dialog


@pytest.mark.parametrize("name", SCENES)
def test_that_everything_that_can_be_used_has_a_name_a_kind_and_a_state(name: str, stage: Stage) -> None:
    with drawn(name, stage) as widget:
        assert list(nodes(widget))
        found = faults(widget)
    assert not found, "\n".join(found)


def test_that_every_dialog_is_among_the_scenes() -> None:
    drawn_here = "".join(file.read_text("utf-8") for file in Path(scenes.__file__).parent.glob("*scenes.py"))
    assert not [each for each in dialogs() if not re.search(rf"\b{each}\b", drawn_here)]


def dialogs() -> list[str]:
    """The names of all dialogs of the window."""
    for module in pkgutil.walk_packages(viewer.ui.__path__, "viewer.ui."):
        importlib.import_module(module.name)
    waiting, found = [QDialog], []
    while waiting:
        below = [each for each in waiting.pop().__subclasses__() if each.__module__.startswith("viewer.")]
        waiting += below
        found += [each.__name__ for each in below if each is not Dialog]
    return found
