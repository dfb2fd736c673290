"""Recording and snapshots as a person does them, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from tests.support.joined_camera import JoinedCamera
from tests.support.recordings import all_in, lines, sizes
from tests.viewer.ui.conftest import Stage
from viewer.core.recording.saved import Saved
from viewer.ui.dialogs.questions import QuitDialog
from viewer.ui.main_window import MainWindow
from viewer.ui.recording.ended import Ended


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recordings"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to the desktop to be shown."""
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    return shown


def on_the_wall(stage: Stage, *names: str) -> list[JoinedCamera]:
    """Cameras that are live, the first of them selected and with the keyboard."""
    cameras = [stage.add(name) for name in names]
    stage.activate()
    stage.wall.setFocus()
    stage.wall.select(stage.wall.tiles[0])
    return cameras


def notice(stage: Stage) -> str:
    text: str = stage.window.notice.label.text() if stage.window.notice.isVisible() else ""
    return text


def test_that_a_key_begins_and_ends_a_recording(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    assert stage.program.recorder.is_recording(camera.session)
    assert stage.wall.tiles[0].picture.overlay.is_recording
    for _ in range(3):
        stage.do(camera.show)
    stage.press(Qt.Key.Key_R)
    assert not stage.wall.tiles[0].picture.overlay.is_recording
    stage.until(lambda: "The recording of porch is kept" in notice(stage))
    (file,) = all_in(folder)
    assert len(sizes(file)) == 3


def test_that_a_recording_that_was_kept_can_be_shown(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    stage.do(camera.show)
    stage.press(Qt.Key.Key_R)
    stage.until(stage.window.notice.deed.isVisible)
    stage.do(stage.window.notice.deed.click)
    assert stage.window.replaying.window.isVisible()
    assert not stage.window.notice.isVisible()
    stage.window.replaying.window.close()


def test_that_a_snapshot_is_kept_and_can_be_shown(stage: Stage, tmp_path: Path, opened: list[str]) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_S)
    stage.do(camera.show)
    stage.until(lambda: "The snapshot is kept as porch" in notice(stage))
    (file,) = (tmp_path / "snapshots").iterdir()
    stage.do(stage.window.notice.deed.click)
    assert opened == [str(file)]


def test_that_all_are_recorded_at_once_and_told_of_together(stage: Stage, folder: Path) -> None:
    cameras = on_the_wall(stage, "porch", "garden", "attic")
    stage.do(stage.window.actions["record.all"].trigger)
    assert stage.window.actions["record.all"].isChecked()
    for camera in cameras:
        stage.do(camera.show)
    stage.do(stage.window.actions["record.all"].trigger)
    stage.until(lambda: "3 recordings are kept" in notice(stage))
    assert {file.parent.name for file in all_in(folder)} == {"porch", "garden", "attic"}


def test_that_what_is_marked_is_recorded_together(stage: Stage) -> None:
    cameras = on_the_wall(stage, "porch", "garden", "attic")
    for tile in stage.wall.tiles[:2]:
        stage.wall.selection.toggle(tile)
    stage.press(Qt.Key.Key_R)
    assert [stage.program.recorder.is_recording(each.session) for each in cameras] == [True, True, False]


def test_that_a_snapshot_of_all_is_told_once(stage: Stage, tmp_path: Path) -> None:
    cameras = on_the_wall(stage, "porch", "garden")
    stage.do(stage.window.actions["record.snapshots"].trigger)
    for camera in cameras:
        stage.until(lambda camera=camera: camera.session._recorders)
        stage.do(camera.show)
    stage.until(lambda: "2 snapshots are kept in " in notice(stage))
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_that_a_recording_goes_on_in_a_window_that_is_made_anew(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    stage.do(camera.show)
    before = stage.window
    before.hide()
    before.let_go()
    stage.window = MainWindow(stage.program)
    stage.window.show()
    before.deleteLater()
    stage.until(lambda: stage.wall.tiles[0].picture.overlay.is_recording)
    stage.do(camera.show)
    stage.do(stage.window.actions["record.all"].trigger)
    stage.until(lambda: "The recording of porch is kept" in notice(stage))
    assert len(sizes(all_in(folder)[0])) == 2


def test_that_a_folder_that_cannot_be_written_to_is_said_and_stays(stage: Stage, folder: Path) -> None:
    folder.write_text("in the way")
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    stage.do(camera.show)
    stage.until(lambda: "porch is not being recorded any more." in notice(stage))
    assert not stage.wall.tiles[0].picture.overlay.is_recording
    assert not stage.window.notice.deed.isVisible()


def test_that_what_is_said_is_recorded(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    stage.do(camera.show)
    stage.do(lambda: camera.say("somebody is here"))
    stage.press(Qt.Key.Key_R)
    stage.until(lambda: all_in(folder) and "kept" in notice(stage))
    assert [(each["who"], each["text"]) for each in lines(all_in(folder)[0])] == [("porch", "somebody is here")]


def test_that_the_folder_of_recordings_is_made_and_opened(stage: Stage, folder: Path, opened: list[str]) -> None:
    stage.do(stage.window.actions["record.folder"].trigger)
    assert opened == [str(folder)]
    assert folder.is_dir()


def test_that_a_recording_is_whole_when_the_program_ends(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    stage.press(Qt.Key.Key_R)
    stage.do(camera.show)
    stage.restart()
    assert len(sizes(all_in(folder)[0])) == 1


def test_that_news_take_the_place_of_earlier_news(stage: Stage) -> None:
    on_the_wall(stage, "porch")
    stage.window.notice.say("This stays.")
    stage.window.notice.offer("First.", "Show", lambda: None)
    stage.window.notice.offer("Second.", "Show", lambda: None)
    assert notice(stage) == "This stays.\nSecond."


def test_that_recordings_ended_by_the_same_disk_are_told_of_in_one_sentence(stage: Stage, folder: Path) -> None:
    folder.write_text("in the way")
    cameras = on_the_wall(stage, *(f"Camera {number}" for number in range(1, 7)))
    stage.do(stage.window.actions["record.all"].trigger)
    for camera in cameras:
        stage.do(camera.show)
    stage.until(lambda: "6 cameras are not being recorded any more" in notice(stage))
    assert len(notice(stage).splitlines()) == 1
    assert all(f"Camera {number}" in notice(stage) for number in range(1, 7))


def test_that_what_ends_later_or_for_another_cause_is_told_of_by_itself() -> None:
    told: list[tuple[str, str]] = []
    now = 100.0
    ended = Ended(lambda sentence, before: told.append((sentence, before)), lambda: now)
    for camera, cause in (("A", "Full."), ("B", "Gone."), ("C", "Full.")):
        ended.add(Saved(camera, (), 0, 0, 0.0, 0, f"{camera} ended. {cause}", cause))
    now += 60.0
    ended.add(Saved("D", (), 0, 0, 0.0, 0, "D ended. Full.", "Full."))
    together = "2 cameras are not being recorded any more: A, C. Full."
    assert told == [
        ("A ended. Full.", ""),
        ("B ended. Gone.", ""),
        (together, "A ended. Full."),
        ("D ended. Full.", ""),
    ]


def test_that_the_red_dot_tells_what_it_costs(stage: Stage, folder: Path) -> None:
    (camera,) = on_the_wall(stage, "porch")
    overlay = stage.wall.tiles[0].picture.overlay
    assert "an hour" not in overlay.tip()
    stage.press(Qt.Key.Key_R)

    def is_told() -> bool:
        camera.show()
        return "an hour. The disk has room for" in overlay.tip()

    stage.until(is_told)
    assert "It is being recorded." in overlay.tip()
    stage.press(Qt.Key.Key_R)
    stage.until(lambda: "an hour" not in overlay.tip())


def quitting(stage: Stage) -> list[QuitDialog]:
    return [each for each in stage.window.findChildren(QuitDialog) if each.isVisible()]


def test_that_quitting_asks_first_where_that_ends_recordings(stage: Stage, folder: Path) -> None:
    on_the_wall(stage, "porch", "yard")
    over: list[str] = []
    stage.window.quit_wanted.connect(lambda: over.append("over"))
    stage.press(Qt.Key.Key_R)
    for _ in range(2):
        stage.do(stage.window.actions["program.quit"].trigger)
        stage.until(lambda: len(quitting(stage)) == 1)
    (asked,) = quitting(stage)
    stage.do(asked.reject)
    assert not over
    assert len(stage.program.recorder.recorded) == 1
    stage.do(stage.window.actions["program.quit"].trigger)
    (asked,) = quitting(stage)
    stage.do(lambda: asked.ask_again.setChecked(False))
    stage.do(asked._quit)
    assert over == ["over"]
    assert not stage.program.settings.general.ask_at_quit
    stage.do(stage.window.actions["program.quit"].trigger)
    assert over == ["over", "over"]


def test_that_quitting_asks_nothing_where_nothing_is_recorded(stage: Stage) -> None:
    on_the_wall(stage, "porch")
    over: list[str] = []
    stage.window.quit_wanted.connect(lambda: over.append("over"))
    stage.do(stage.window.actions["program.quit"].trigger)
    assert over == ["over"]
    assert not quitting(stage)
