"""Recordings are looked at: played, scrubbed, stepped through, together, with what was said."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support import films
from tests.support.films import STARTED_NS
from tests.viewer.ui.replay.conftest import NAME, Replay
from viewer.ui.chat.model import LINE
from viewer.ui.replay.delete_dialog import DeleteDialog

MS = 1_000_000


def test_that_the_newest_recording_is_open_at_its_beginning(replay: Replay) -> None:
    replay.ready()
    assert replay.shown() == 0
    assert replay.player.position == STARTED_NS
    assert not replay.player.is_playing


def test_that_keys_step_jump_and_go_to_the_ends(replay: Replay) -> None:
    replay.ready()
    replay.press(Qt.Key.Key_Period)
    replay.until(lambda: replay.shown() == 1)
    replay.press(Qt.Key.Key_Period)
    replay.until(lambda: replay.shown() == 2)
    replay.press(Qt.Key.Key_Comma)
    replay.until(lambda: replay.shown() == 1)
    replay.press(Qt.Key.Key_End)
    replay.until(lambda: replay.shown() == 79)
    replay.press(Qt.Key.Key_Left)
    replay.until(lambda: replay.player.position == STARTED_NS + (79 * 66 - 5000) * MS)
    replay.press(Qt.Key.Key_Home)
    replay.until(lambda: replay.shown() == 0)


def test_that_space_plays_to_the_end_and_stops_there(replay: Replay) -> None:
    replay.ready()
    replay.player.transport.speed.setCurrentIndex(5)
    replay.press(Qt.Key.Key_Space)
    assert replay.player.is_playing
    replay.until(lambda: not replay.player.is_playing)
    replay.until(lambda: replay.shown() == 79)


def test_that_space_stops_at_the_picture_that_is_seen(replay: Replay) -> None:
    replay.ready()
    replay.press(Qt.Key.Key_Space)
    replay.until(lambda: replay.shown() > 3)
    replay.press(Qt.Key.Key_Space)
    here = replay.player.position
    assert not replay.player.is_playing
    replay.until(lambda: replay.shown() == (here - STARTED_NS) // (66 * MS))


def test_that_a_hand_on_the_time_line_shows_what_was_there(replay: Replay) -> None:
    replay.ready()
    line = replay.player.timeline
    target = STARTED_NS + 40 * 66 * MS + 5 * MS
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(30, 34))
    for x in range(30, round(line.x_of(target)), 7):
        QTest.mouseMove(line, QPoint(x, 34))
    QTest.mouseMove(line, QPoint(round(line.x_of(target)), 34))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(target)), 34))
    replay.until(lambda: abs(replay.shown() - 40) <= 1)


def test_that_a_click_on_a_line_goes_to_its_time_and_it_is_marked(replay: Replay) -> None:
    replay.ready()
    view = replay.player.conversation.view
    assert [view.model().index(row, 0).data(LINE).text for row in range(view.model().rowCount())] == ["hello?", "hello"]
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    replay.until(lambda: replay.shown() == 2000 // 66)
    assert view.currentIndex().row() == 1
    replay.press(Qt.Key.Key_Up)
    replay.until(lambda: replay.shown() == 1000 // 66)
    replay.press(Qt.Key.Key_Home)
    replay.until(lambda: not view.marks_current)


def test_that_without_a_conversation_its_button_is_disabled_and_says_why(replay: Replay) -> None:
    replay.ready()
    button = replay.player.transport.chat
    assert button.isEnabled()
    films.write(replay.folder / "gate" / f"{NAME}.mkv", films.times(20), name="gate")
    replay.window.look()
    replay.until(lambda: len(replay.window._found) == 2)
    silent = next(each for each in replay.window._found if each.camera == "gate")
    replay.window.list.choose(silent)
    replay.until(lambda: not replay.player.transport.chat.isEnabled() and replay.player.transport.play.isEnabled())
    assert button.toolTip() == "Nothing was said meanwhile."


def test_that_recordings_of_the_same_time_are_shown_together(replay: Replay) -> None:
    replay.ready()
    films.write(replay.folder / "gate" / f"{NAME}.mkv", films.times(80), "h264", STARTED_NS + 660 * MS, "gate")
    replay.window.look()
    replay.until(lambda: replay.window.list.count() == 3)
    replay.window.list.selectAll()
    replay.until(lambda: len(replay.player.screens) == 2)
    replay.until(lambda: len(replay.player._together.reels) == 2)
    names = [screen.name for screen in replay.player.screens]
    porch, gate = names.index("porch"), names.index("gate")
    replay.player.seek(STARTED_NS + 40 * 66 * MS)
    replay.ready(2)
    replay.until(lambda: (replay.shown(porch), replay.shown(gate)) == (40, 30))
    replay.player.seek(STARTED_NS)
    replay.until(lambda: replay.player.screens[gate].words == "No picture at this time.")


def test_that_playing_skips_what_nobody_recorded(replay: Replay) -> None:
    later = STARTED_NS + 600_000 * MS
    films.write(replay.folder / "porch" / f"{NAME} part 2.mkv", films.times(20), started_ns=later)
    replay.window.look()
    replay.ready()
    replay.until(lambda: replay.window.list.chosen and len(replay.window.list.chosen[0].parts) == 2)
    replay.window.list.clearSelection()
    replay.window.list.choose(replay.window._found[0])
    replay.until(lambda: replay.player._playback.end > later)
    replay.player.seek(STARTED_NS + 5200 * MS)
    replay.press(Qt.Key.Key_Space)
    replay.until(lambda: replay.player.position >= later)
    replay.player.pause()


def test_that_one_that_is_recorded_now_grows_while_it_is_open(replay: Replay) -> None:
    replay.ready()
    path = replay.folder / "gate" / f"{NAME}.mkv"
    whole = films.write(path, films.times(80), started_ns=STARTED_NS + 10**12, name="gate").read_bytes()
    films.cut(path, 0.5)
    replay.open_files.add(path)
    replay.window.look()
    replay.until(lambda: replay.window.list.count() == 4 or len(replay.window._found) == 2)
    growing = next(each for each in replay.window._found if each.camera == "gate")
    replay.window.list.clearSelection()
    replay.window.list.choose(growing)
    replay.until(
        lambda: len(replay.player._together.reels) == 1 and replay.player._together.reels[0].recorded == growing
    )
    assert not replay.window._delete.isEnabled()
    end = replay.player._playback.end
    path.write_bytes(whole)
    replay.until(lambda: replay.player._playback.end > end)


def test_that_a_broken_file_is_told_and_another_one_plays_all_the_same(replay: Replay) -> None:
    replay.ready()
    path = replay.folder / "gate" / "2026-11-21 20-31-00.mkv"
    path.parent.mkdir()
    path.write_bytes(b"no recording")
    replay.window.look()
    replay.until(lambda: len(replay.window._found) == 2)
    broken = next(each for each in replay.window._found if each.is_damaged)
    replay.window.list.clearSelection()
    replay.window.list.choose(broken)
    replay.until(lambda: "damaged" in replay.player.screens[0].words)
    replay.window.list.choose(next(each for each in replay.window._found if not each.is_damaged))
    replay.ready()


def test_that_deleting_asks_and_takes_all_files(replay: Replay, porch: Path) -> None:
    replay.ready()
    replay.press(Qt.Key.Key_Delete)
    dialog = replay.window.findChild(DeleteDialog)
    assert dialog is not None
    assert porch.exists()
    delete = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Delete")
    delete.click()
    replay.until(lambda: not porch.parent.exists())
    replay.until(lambda: not replay.window._found)
    assert "Nothing was recorded" in replay.window._about.text()


def test_that_an_export_holds_pictures_words_and_sums(replay: Replay, tmp_path: Path) -> None:
    replay.ready()
    told: list[str] = []
    replay.window.exporting.told.connect(told.append)
    replay.window.exporting.begin(replay.window.list.chosen, tmp_path / "out.zip")
    replay.until(lambda: not replay.window.exporting.is_busy)
    assert "out.zip" in told[-1]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {"SHA256SUMS", "manifest.json", f"porch/{NAME}.mkv", f"porch/{NAME}.jsonl"} <= set(archive.namelist())


def test_that_words_find_a_camera_or_a_day(replay: Replay) -> None:
    replay.ready()
    replay.window.words.setText("garden")
    assert replay.window.list.count() == 0
    replay.window.words.setText("PORCH 2025-11")
    assert replay.window.list.count() == 2


@pytest.mark.parametrize("is_missing", [True, False])
def test_that_without_pyav_h264_says_what_to_install(
    replay: Replay, is_missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay.ready()
    films.write(replay.folder / "gate" / f"{NAME}.mkv", films.times(20), "h264", STARTED_NS + 10**12, "gate")
    monkeypatch.setattr("viewer.core.decoders.h264.H264Decoder.is_available", lambda *_: not is_missing)
    replay.window.look()
    replay.until(lambda: len(replay.window._found) == 2)
    replay.window.list.clearSelection()
    replay.window.list.choose(replay.window._found[0])
    replay.until(lambda: replay.player._together.reels and replay.player._together.reels[0].recorded.camera == "gate")
    if is_missing:
        replay.until(lambda: "pip install" in replay.player.screens[0].words)
    else:
        replay.ready()


def test_that_the_time_line_is_zoomed_into_where_the_mouse_is(replay: Replay) -> None:
    replay.ready()
    line = replay.player.timeline
    at = line.time_at(300)
    for _ in range(3):
        turn_wheel(line, QPointF(300, 30), 120)
    assert line.time_at(300) == pytest.approx(at, abs=10 * MS)
    assert line.time_at(0) > STARTED_NS
    replay.press(Qt.Key.Key_End)
    replay.until(lambda: line.time_at(line.width()) == STARTED_NS + 79 * 66 * MS)
    for _ in range(20):
        turn_wheel(line, QPointF(300, 30), -120)
    assert (line.time_at(0), line.time_at(line.width())) == (STARTED_NS, STARTED_NS + 79 * 66 * MS)


def turn_wheel(widget: QWidget, at: QPointF, angle: int) -> None:
    none = Qt.KeyboardModifier.NoModifier
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, angle), buttons, none, phase, False)
    QApplication.sendEvent(widget, event)


def test_that_a_screen_reader_finds_a_slider_that_seeks(replay: Replay) -> None:
    replay.ready()
    reader = QAccessible.queryAccessibleInterface(replay.player.timeline)
    assert reader.role() == QAccessible.Role.Slider
    assert reader.valueInterface().maximumValue() == 79 * 66
    reader.valueInterface().setCurrentValue(40 * 66)
    replay.until(lambda: replay.shown() == 40)
    replay.press(Qt.Key.Key_Period)
    replay.until(lambda: replay.shown() == 41)
    assert reader.valueInterface().currentValue() == 41 * 66


def test_that_a_hand_gets_a_picture_near_by_and_when_it_lets_go_the_one_it_meant(replay: Replay) -> None:
    replay.ready()
    gate = replay.folder / "gate" / f"{NAME}.mkv"
    films.write(gate, films.times(80), "h264", STARTED_NS + 10**12, "gate", keyframe_every=40)
    replay.window.look()
    replay.until(lambda: len(replay.window._found) == 2)
    replay.window.list.choose(replay.window._found[0])
    replay.until(lambda: replay.player.screens[0].name == "gate" and replay.player.screens[0].has_picture)
    line = replay.player.timeline
    place = QPoint(round(line.x_of(STARTED_NS + 10**12 + 78 * 66 * MS + 5 * MS)), 34)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=place)
    replay.until(lambda: abs(replay.shown() - 40) <= 1)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=place)
    replay.until(lambda: abs(replay.shown() - 78) <= 1)
