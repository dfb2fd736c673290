"""Layouts, pages, sizes of places and undo, as a person uses them."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from camwire.errors import UsageError
from tests.viewer.ui.conftest import Stage
from viewer.core.actions import TILE_SIZES
from viewer.core.wall import layout_file
from viewer.core.wall.layout import Hotspot, Layout
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.layouts.edit_dialog import EditDialog
from viewer.ui.layouts.save_dialog import SaveDialog

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def six(stage: Stage) -> Stage:
    for name in ("one", "two", "three", "four", "five", "six"):
        stage.add(name)
    stage.until(lambda: len(stage.wall.tiles) == 6)
    stage.activate()
    # Qt's simulated double clicks are never released.
    QTest.mouseRelease(stage.wall, Qt.MouseButton.LeftButton)
    stage.wall.tiles[0].setFocus()
    return stage


def dialog(stage: Stage, kind: type[QDialog]) -> Any:
    (found,) = (each for each in stage.window.findChildren(kind) if each.isVisible())
    return found


def names(stage: Stage) -> list[str]:
    return [tile.session.name for tile in stage.wall.tiles]


def seen(stage: Stage) -> list[str]:
    return [tile.session.name for tile in stage.wall.tiles if tile.isVisible()]


def save(stage: Stage, name: str) -> None:
    stage.press(Qt.Key.Key_S, CTRL)
    asked = dialog(stage, SaveDialog)
    asked.name.setText(name)
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    stage.activate()
    stage.wall.tiles[0].setFocus()


def trigger(stage: Stage, id: str) -> None:
    stage.do(stage.window.actions[id].trigger)


def test_that_a_tile_is_made_larger_and_smaller_by_keys(six: Stage) -> None:
    first = six.wall.tiles[0]
    before = first.size()
    stage_press_larger(six)
    assert first.width() > 1.8 * before.width() * 0.9
    assert first.height() > 1.3 * before.height()
    places = [tile.geometry() for tile in six.wall.tiles]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    six.press(Qt.Key.Key_Minus, CTRL)
    assert first.size() == before
    six.press(Qt.Key.Key_Minus, CTRL)
    assert "size of one tile already" in six.window.notice.label.text()


def stage_press_larger(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Plus, CTRL)


def test_that_every_arrangement_is_undone_and_done_again(six: Stage) -> None:
    begun = six.wall.arranging.layout
    stage_press_larger(six)
    large = six.wall.arranging.layout
    six.press(Qt.Key.Key_Right, CTRL)
    swapped = six.wall.arranging.layout
    assert len({str(begun), str(large), str(swapped)}) == 3
    six.press(Qt.Key.Key_Z, CTRL)
    assert six.wall.arranging.layout == large
    six.press(Qt.Key.Key_Z, CTRL)
    assert six.wall.arranging.layout == begun
    assert names(six) == ["one", "two", "three", "four", "five", "six"]
    six.press(Qt.Key.Key_Z, CTRL)
    assert "nothing to undo" in six.window.notice.label.text()
    six.press(Qt.Key.Key_Z, CTRL | SHIFT)
    six.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert six.wall.arranging.layout == swapped
    assert type(six.file)(six.file.path).settings.wall.layout == swapped


def test_that_a_camera_that_comes_is_no_step_and_stays_when_others_are_undone(six: Stage) -> None:
    stage_press_larger(six)
    six.add("seven")
    six.press(Qt.Key.Key_Z, CTRL)
    assert names(six)[-1] == "seven"
    assert six.wall.arranging.layout.spans == {}
    assert not six.wall.arranging.undo.can_undo


def test_that_a_removed_camera_comes_back_as_it_was(six: Stage) -> None:
    key = six.cameras[1].session.identity.key
    six.do(lambda: six.program.cameras.rename(six.fleet[key], "Gate"))
    six.do(lambda: six.program.cameras.groups.put(key, ["doors"]))
    six.do(lambda: six.wall._tiles[key].open_chat(True))
    six.do(lambda: six.wall.arranging.resize(key, (2, 2)))
    known = [each for each in six.file.settings.camera if each.endpoint == key]
    six.do(lambda: six.window.walls.remove_camera(six.fleet[key]))
    assert (len(six.fleet), six.wall.arranging.layout.spans, six.program.cameras.groups.names) == (5, {}, [])
    assert six.window.notice.label.text() == "Gate was removed."
    six.do(six.window.notice.deed.click)
    assert names(six)[1] == "Gate"
    assert six.wall.arranging.layout.spans == {key: (2, 2)}
    assert six.wall._tiles[key].is_chat_open
    assert six.program.cameras.groups.of(key) == ["doors"]
    assert [each for each in six.file.settings.camera if each.endpoint == key] == known
    trigger(six, "wall.redo")
    assert key not in six.fleet
    trigger(six, "wall.undo")
    assert key in six.fleet
    trigger(six, "wall.undo")
    assert six.wall.arranging.layout.spans == {}


def test_that_a_layout_is_saved_shown_by_its_key_and_left_again(six: Stage) -> None:
    six.press(Qt.Key.Key_Right, CTRL)
    own = six.wall.arranging.layout
    stage_press_larger(six)
    save(six, "Night")
    assert [each.name for each in six.file.settings.layout] == ["Night"]
    six.press(Qt.Key.Key_0, ALT)
    assert six.wall.arranging.layout.name == ""
    six.press(Qt.Key.Key_0, ALT)
    assert six.wall.arranging.layout.spans == {}
    six.press(Qt.Key.Key_1, ALT)
    assert six.wall.arranging.layout.name == "Night"
    assert len(six.wall.arranging.layout.spans) == 1
    six.press(Qt.Key.Key_Z, CTRL)
    assert six.wall.arranging.layout.spans == {}
    assert own.order == six.wall.arranging.layout.order


def test_that_the_wall_without_a_layout_is_as_it_was_left_and_evened_by_the_same_key(six: Stage) -> None:
    save(six, "Plain")
    six.press(Qt.Key.Key_0, ALT)
    stage_press_larger(six)
    own = six.wall.arranging.layout
    six.press(Qt.Key.Key_1, ALT)
    assert six.wall.arranging.layout.spans == {}
    six.press(Qt.Key.Key_0, ALT)
    assert six.wall.arranging.layout == own
    six.press(Qt.Key.Key_0, ALT)
    assert six.wall.arranging.layout.spans == {}


def test_that_one_goes_from_layout_to_layout(six: Stage) -> None:
    trigger(six, "layout.next")
    assert "no layouts yet" in six.window.notice.label.text()
    save(six, "one")
    save(six, "two")
    gone = []
    for _ in range(3):
        trigger(six, "layout.next")
        gone.append(six.wall.arranging.layout.name)
    assert gone == ["", "one", "two"]
    trigger(six, "layout.previous")
    assert six.wall.arranging.layout.name == "one"


def test_that_a_layout_of_some_cameras_hides_the_others_which_cost_nothing(six: Stage) -> None:
    keys = [camera.session.identity.key for camera in six.cameras]
    six.do(lambda: six.wall.arranging.change(only=(keys[0], keys[3])))
    assert seen(six) == names(six) == ["one", "four"]
    assert [camera.peer.want.paused for camera in six.cameras] == [False, True, True, False, True, True]
    six.do(lambda: six.wall.go_to(six.cameras[2].session))
    assert [tile.session.name for tile in six.wall.all_tiles if tile.isVisible()] == ["three"]
    six.do(lambda: six.wall.maximise(None))
    assert seen(six) == ["one", "four"]


def test_that_only_the_cameras_of_a_group_are_shown_and_said_to(six: Stage) -> None:
    for camera in six.cameras[:2]:
        six.do(lambda camera=camera: six.program.cameras.groups.put(camera.session.identity.key, ["doors"]))
    six.do(lambda: six.wall.arranging.change(group="doors"))
    assert names(six) == ["one", "two"]
    assert [tile.session.name for tile in six.wall.meant] == ["one", "two"]
    six.do(lambda: six.wall.arranging.change(group="gone"))
    assert names(six) == []
    assert six.wall.places.hint.isVisible()
    trigger(six, "wall.undo")
    trigger(six, "wall.undo")
    assert len(names(six)) == 6


def test_that_pages_turn_by_keys_and_hidden_ones_cost_nothing(six: Stage) -> None:
    six.do(lambda: six.wall.arranging.change(per_page=4))
    assert seen(six) == ["one", "two", "three", "four"]
    assert six.wall.places.strip.isVisible()
    assert six.wall.places.strip.geometry().bottom() < six.wall.height()
    assert all(tile.geometry().bottom() < six.wall.places.strip.y() for tile in six.wall.tiles if tile.isVisible())
    six.press(Qt.Key.Key_PageDown)
    assert seen(six) == ["five", "six"]
    assert [camera.peer.want.paused for camera in six.cameras] == [True] * 4 + [False] * 2
    assert six.wall.places.strip._dots.accessibleName() == "Page 2 of 2"
    six.press(Qt.Key.Key_PageDown)
    assert seen(six) == ["one", "two", "three", "four"]
    six.press(Qt.Key.Key_PageUp)
    assert seen(six) == ["five", "six"]
    six.do(lambda: six.wall.show_chat(six.cameras[0].session))
    assert "one" in seen(six)


def test_that_the_page_is_there_again_after_a_restart(six: Stage) -> None:
    six.do(lambda: six.wall.arranging.change(per_page=4))
    six.press(Qt.Key.Key_PageDown)
    assert type(six.file)(six.file.path).settings.wall.page == 1


def test_that_tiles_too_small_to_be_seen_go_to_other_pages(six: Stage) -> None:
    six.window.resize(420, 320)
    six.until(lambda: six.wall.arranging.page_count > 1)
    assert all(tile.width() >= 160 for tile in six.wall.tiles if tile.isVisible())


def test_that_pages_turn_by_themselves_unless_somebody_types(six: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    six.do(lambda: six.wall.arranging.change(per_page=4, turn_seconds=3))
    trigger(six, "page.carousel")
    carousel = six.wall._carousel
    assert carousel._timer.isActive()
    carousel._timer.setInterval(1)
    six.until(lambda: six.wall.arranging.page == 1)
    tile = next(tile for tile in six.wall.tiles if tile.isVisible())
    six.do(lambda: tile.open_chat(True))
    six.until(tile.chat.composer.hasFocus)
    page, looks = six.wall.arranging.page, []
    carousel._timer.timeout.connect(lambda: looks.append(six.wall.arranging.page))
    six.until(lambda: len(looks) > 30)
    assert set(looks) == {page}
    trigger(six, "page.carousel")
    assert not carousel._timer.isActive()


def test_that_pages_stay_while_somebody_points(six: Stage) -> None:
    six.do(lambda: six.wall.arranging.change(per_page=4, turn_seconds=3, turns=True))
    carousel, looks = six.wall._carousel, [0]
    middle = six.wall.mapToGlobal(six.wall.rect().center())

    def point() -> None:
        looks.append(six.wall.arranging.page)
        QCursor.setPos(middle + QPoint(len(looks) % 2 * 5, 0))

    carousel._timer.timeout.connect(point)
    point()
    carousel._timer.setInterval(1)
    six.until(lambda: len(looks) > 40)
    assert set(looks) == {0}
    carousel._timer.timeout.disconnect(point)
    six.until(lambda: six.wall.arranging.page == 1)


def test_that_the_largest_place_shows_the_selected_camera(six: Stage) -> None:
    keys = [camera.session.identity.key for camera in six.cameras]
    six.do(lambda: six.wall.arranging.make_hotspot(Hotspot.SELECTED, keys))
    first, third = six.wall.tiles[0], six.wall.tiles[2]
    large, small = first.geometry(), third.geometry()
    assert large.width() > 1.5 * small.width()
    third.setFocus()
    six.until(lambda: third.geometry() == large)
    assert first.geometry() == small
    second = six.wall.tiles[1]
    second.setFocus()
    six.until(lambda: second.geometry() == large)
    assert third.geometry() == small
    trigger(six, "wall.undo")
    assert six.wall.arranging.layout.hotspot is Hotspot.NONE


def test_that_the_largest_place_shows_who_spoke_last_or_moved_last(six: Stage) -> None:
    keys = [camera.session.identity.key for camera in six.cameras]
    six.do(lambda: six.wall.arranging.make_hotspot(Hotspot.SPEAKING, keys))
    large = six.wall.tiles[0].geometry()
    six.cameras[4].say("Somebody is at the door.")
    six.until(lambda: six.wall.tiles[4].geometry() == large)
    six.do(lambda: six.wall.arranging.change(hotspot=Hotspot.MOVING))
    six.do(lambda: six.wall.hot.noticed(six.cameras[3].session, Hotspot.MOVING))
    assert six.wall.tiles[3].geometry() == large
    six.cameras[5].say("Me too.")
    six.do(lambda: six.wall.hot.noticed(six.cameras[5].session, Hotspot.SPEAKING))
    assert six.wall.tiles[3].geometry() == large


def test_that_layouts_are_renamed_sorted_and_removed(six: Stage) -> None:
    save(six, "one")
    save(six, "two")
    trigger(six, "layout.edit")
    asked = dialog(six, EditDialog)
    asked.list.setCurrentRow(1)
    asked.list.currentItem().setText("ONE")
    assert "called one already" in asked.trouble.text()
    assert asked.list.item(1).text() == "two"
    asked.list.item(1).setText("Two ")
    asked._buttons[2].click()
    assert [each.name for each in six.file.settings.layout] == ["Two", "one"]
    asked._buttons[5].click()
    assert [each.name for each in type(six.file)(six.file.path).settings.layout] == ["one"]
    assert not six.window.actions["layout.2"].isVisible()
    asked.now.per_page.setCurrentIndex(2)
    asked.now.per_page.activated.emit(2)
    assert six.wall.arranging.layout.per_page == 4
    asked.reject()


def test_that_the_layout_in_force_goes_by_its_new_name(six: Stage) -> None:
    save(six, "Day")
    save(six, "Night")
    stage_press_larger(six)
    trigger(six, "layout.edit")
    asked = dialog(six, EditDialog)
    asked.list.item(0).setText("Morning")
    assert six.wall.arranging.layout.name == "Night"
    asked.list.item(1).setText("Late")
    assert six.wall.arranging.layout.name == "Late"
    asked.reject()
    six.window.actions.show_state()
    assert six.window.actions["layout.2"].isChecked()
    trigger(six, "layout.previous")
    assert six.wall.arranging.layout.name == "Morning"
    trigger(six, "wall.undo")
    assert six.wall.arranging.layout.name == "Late"
    trigger(six, "wall.undo")
    assert six.wall.arranging.layout.name == "", "it was called Night then, and no layout is any more"
    assert type(six.file)(six.file.path).settings.wall.layout.name == ""


def test_that_the_wall_has_no_layout_once_that_is_removed(six: Stage) -> None:
    stage_press_larger(six)
    save(six, "Night")
    shown = six.wall.arranging.layout.spans
    trigger(six, "layout.edit")
    asked = dialog(six, EditDialog)
    asked._buttons[5].click()
    asked.reject()
    assert six.wall.arranging.layout == Layout(order=six.wall.arranging.layout.order, spans=shown)
    six.window.actions.show_state()
    assert six.window.actions["layout.automatic"].isChecked()
    trigger(six, "layout.save")
    assert dialog(six, SaveDialog).name.text() == ""


def test_that_a_layout_in_a_file_is_kept_and_shown(six: Stage, tmp_path: Path) -> None:
    keys = [camera.session.identity.key for camera in six.cameras]
    file = tmp_path / "x.watchword-layout"
    layout = Layout(name="Theirs", order=(keys[2], keys[0], "tcp://elsewhere:1"), spans={keys[2]: (2, 2)})
    file.write_bytes(layout_file.written(layout, lambda key: "Shed" if "elsewhere" in key else ""))
    six.do(lambda: six.window.layouts.open(file))
    assert names(six)[:2] == ["three", "one"]
    assert "not on this wall: Shed" in six.window.notice.label.text()
    six.do(lambda: six.window.layouts.open(file))
    assert [each.name for each in six.file.settings.layout] == ["Theirs", "Theirs 2"]
    file.write_text("nothing of the kind")
    with pytest.raises(UsageError, match="is no layout of Watchword"):
        six.window.layouts.open(file)
    with pytest.raises(UsageError, match="There are: Theirs"):
        six.window.layouts.show("Ours")


def test_that_a_layout_of_another_wall_is_taken_for_its_places(six: Stage, tmp_path: Path) -> None:
    file = tmp_path / "two rows.watchword-layout"
    file.write_bytes(layout_file.written(Layout(order=("x", "y"), spans={"y": (3, 3)}), lambda key: ""))
    six.do(lambda: six.window.layouts.open(file))
    layout = six.wall.arranging.layout
    assert (layout.name, layout.spans) == ("two rows", {six.cameras[1].session.identity.key: (3, 3)})


@pytest.mark.parametrize(("id", "span"), TILE_SIZES.items())
def test_that_a_size_is_given_to_a_tile_directly_and_ticked(six: Stage, id: str, span: tuple[int, int]) -> None:
    key = six.wall.tiles[0].session.identity.key
    six.do(lambda: six.wall.arranging.resize(key, (2, 2)))
    menu = CameraMenu(six.window.actions, six.wall, six.window)
    (sizes,) = (action.menu() for action in menu.actions() if action.text() == "Size")
    assert [action.objectName() for action in sizes.actions()] == list(TILE_SIZES)
    trigger(six, id)
    assert six.wall.arranging.layout.span(key) == span
    menu.aboutToShow.emit()
    assert [action.text() for action in sizes.actions() if action.isChecked()] == [f"{span[0]} × {span[1]}"]
    trigger(six, "wall.undo")
    assert six.wall.arranging.layout.span(key) == ((2, 2) if span != (2, 2) else (1, 1))
    menu.deleteLater()


def test_that_the_dots_say_that_a_hidden_page_has_something_unread(six: Stage) -> None:
    six.do(lambda: six.wall.arranging.change(per_page=2))
    dots = six.wall.places.strip._dots
    plain = dots.grab().toImage()
    six.cameras[0].say("I am seen.")
    six.until(lambda: len(six.wall.clock.unread) == 1)
    assert dots.accessibleDescription() == ""
    assert dots.grab().toImage() == plain
    six.cameras[5].say("I am not.")
    six.cameras[3].say("Nor am I.")
    six.until(lambda: dots.accessibleDescription() == "Unread messages on page 2, 3")
    assert dots.toolTip() == "Unread messages on page 2, 3"
    assert dots.grab().toImage() != plain
    six.press(Qt.Key.Key_PageDown)
    assert dots.accessibleDescription() == "Unread messages on page 1, 3"
    six.do(lambda: six.wall.show_chat(six.cameras[5].session))
    six.until(lambda: dots.accessibleDescription() == "Unread messages on page 1, 2")


def test_that_where_pages_are_counted_in_figures_what_is_unread_is_marked_as_well(six: Stage) -> None:
    for number in range(7):
        six.add(f"more {number}")
    six.do(lambda: six.wall.arranging.change(per_page=1))
    dots = six.wall.places.strip._dots
    plain = dots.grab().toImage()
    six.cameras[12].say("I am at the end.")
    six.until(lambda: dots.accessibleDescription() == "Unread messages on page 13")
    assert dots.grab().toImage() != plain
