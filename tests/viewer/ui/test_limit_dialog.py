"""A limit for the network: asked for, explained, remembered, and told to the cameras."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from camwire.errors import UsageError
from tests.viewer.ui.conftest import Stage
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs.limit import LimitDialog, mbit_of


@pytest.fixture
def dialog(stage: Stage) -> Iterator[LimitDialog]:
    """The dialog, opened from the menu of a wall with two cameras."""
    for name in ("porch", "gate"):
        stage.add(name)
    stage.window.actions["wall.limit"].trigger()
    (opened,) = stage.window.findChildren(LimitDialog)
    yield opened
    stage.window.wall.network.limit(0)


def enter(stage: Stage, dialog: LimitDialog, text: str) -> None:
    """Type a limit and press Enter."""
    dialog.mbit.setText(text)
    stage.do(lambda: QTest.keyClick(dialog.mbit, Qt.Key.Key_Return))


@pytest.mark.parametrize(
    ("text", "mbit"),
    [("20", 20.0), (" 2,5 ", 2.5), ("0.1", 0.1), ("8 Mbit/s", 8.0), ("", 0.0), ("   ", 0.0)],
)
def test_that_a_limit_is_read_as_people_write_it(text: str, mbit: float) -> None:
    assert mbit_of(text) == mbit


@pytest.mark.parametrize("text", ["a lot", "-3", "0", "0.05", "1e9", "nan", "inf", "1.5.2"])
def test_that_what_is_no_limit_is_explained(text: str) -> None:
    with pytest.raises(UsageError, match=r"from 0\.1 to 100,000"):
        mbit_of(text)


def test_that_a_limit_is_told_to_the_cameras_and_remembered(stage: Stage, dialog: LimitDialog) -> None:
    enter(stage, dialog, "2,4")
    assert not stage.window.findChildren(LimitDialog)
    assert SettingsFile(stage.file.path).settings.wall.ceiling_mbit == 2.4

    def told() -> list[int]:
        return [camera.wants[-1].bytes_per_second for camera in stage.cameras]

    # Where one has paused, the others have its share until it goes on.
    stage.until(lambda: min(told()) > 100_000 and sum(told()) <= 300_000)


def test_that_an_empty_limit_limits_nobody(stage: Stage, dialog: LimitDialog) -> None:
    stage.do(lambda: stage.window.asking.limit(1.0))
    enter(stage, dialog, "")
    assert SettingsFile(stage.file.path).settings.wall.ceiling_mbit == 0
    assert [camera.wants[-1].bytes_per_second for camera in stage.cameras] == [0, 0]


def test_that_a_wrong_limit_is_explained_and_changes_nothing(stage: Stage, dialog: LimitDialog) -> None:
    enter(stage, dialog, "a lot")
    assert dialog.isVisible()
    assert "Mbit/s" in dialog.trouble.text()
    assert stage.window.wall.ceiling.bytes_per_second == 0


def test_that_the_menu_says_which_limit_is_in_force_and_whether_figures_are_shown(stage: Stage) -> None:
    actions = stage.window.actions
    limit, statistics = actions["wall.limit"], actions["wall.statistics"]

    def open_menu() -> None:
        stage.window._bar.menu.menu().aboutToShow.emit()

    open_menu()
    assert limit.text() == "Limit the network…"
    assert not statistics.isChecked()
    stage.window.asking.limit(1.5)
    stage.window._bar.statistics.setChecked(True)
    open_menu()
    assert limit.text() == "Limit the network: 1.5 Mbit/s…"
    assert statistics.isChecked()
    statistics.trigger()
    assert not stage.window._bar.statistics.isChecked()
    assert not statistics.isChecked()
    stage.window.asking.limit(0)


def test_that_the_dialog_says_what_is_taken_now(stage: Stage, dialog: LimitDialog) -> None:
    for camera in stage.cameras:
        camera.show_bytes(b"x" * 500_000)
    stage.until(lambda: stage.window.wall.network.taken() > 1)
    dialog.look()
    said = re.fullmatch(r"They take ([\d.]+) Mbit/s now\.", dialog.figures.text())
    assert said is not None
    assert float(said[1]) == pytest.approx(stage.window.wall.network.taken(), rel=0.5)


def test_that_a_limit_holds_from_the_start_of_the_next_run(stage: Stage) -> None:
    stage.window.asking.limit(8.0)
    stage.restart()
    camera = stage.add()
    # The window may not be on the screen yet when the camera greets: then none are wanted at first.
    stage.until(lambda: any(not want.paused for want in camera.wants))
    assert next(want for want in camera.wants if not want.paused).bytes_per_second == 1_000_000


def test_that_the_selected_camera_is_served_first_and_the_maximised_one_alone(stage: Stage) -> None:
    cameras = [stage.add(f"camera {number}") for number in range(4)]
    tiles = stage.wall.tiles
    selected = next(camera for camera in cameras if camera.session is tiles[1].session)
    stage.wall.select(tiles[1])
    stage.do(lambda: stage.window.asking.limit(8.0))
    told = {camera.wants[-1].bytes_per_second for camera in cameras if camera is not selected}
    assert selected.wants[-1].bytes_per_second > 2 * max(told)
    stage.do(lambda: stage.wall.maximise(tiles[1]))
    stage.until(lambda: selected.wants[-1].bytes_per_second > 900_000)


def test_that_the_bar_says_what_all_pictures_take_while_figures_are_shown(stage: Stage) -> None:
    stage.add()
    stage.do(lambda: stage.window.asking.limit(8.0))
    stage.window._bar.statistics.setChecked(True)
    stage.until(lambda: stage.window._bar._rate.text().endswith(" of 8 Mbit/s"))
    stage.window._bar.statistics.setChecked(False)
    assert stage.window._bar._rate.text() == ""
