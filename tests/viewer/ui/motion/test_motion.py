"""A camera is watched for motion: as the person chose, seen or not, and what is to be done then is done."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sender import Camera
from tests.support.clip import FILM
from tests.support.scene import Scene
from tests.support.waiting import until
from tests.viewer.ui.conftest import Stage
from viewer.core.settings import MotionSettings
from viewer.core.talk.chat import MOTION
from viewer.ui.motion.dialog import MotionDialog
from viewer.ui.motion.meter import share_of
from viewer.ui.wall.tile import Tile

LEARN_SECONDS = 2.5


class Watched:
    """One camera on the wall, watched."""

    def __init__(self, stage: Stage, **chosen: object) -> None:
        self.stage = stage
        self.camera = stage.add()
        self.session = self.camera.session
        self.scene = Scene(self.camera)
        self.tile: Tile = stage.wall.tiles[0]
        self.motion = stage.program.motion
        key = self.session.identity.key
        stage.do(lambda: self.motion.change(self.session, MotionSettings(camera=key, on=True, **chosen)))  # type: ignore[arg-type]

    def learn(self) -> None:
        self.stage.run(self.scene.go_on(LEARN_SECONDS, somebody_walks=False))
        assert not self.motion.is_moving(self.session)

    def walk(self) -> None:
        self.stage.run(self.scene.until(lambda: self.motion.is_moving(self.session), somebody_walks=True))


def test_that_motion_is_marked_noted_and_over_again(stage: Stage) -> None:
    watched = Watched(stage)
    watched.learn()
    watched.walk()
    assert watched.tile.picture.overlay.has_motion
    line = watched.session.chat.lines[-1]
    assert (line.text, line.role, line.is_mine) == ("Motion", MOTION, False)
    assert watched.session.chat.unread == 0
    assert watched.camera.heard == []
    watched.stage.run(watched.scene.until(lambda: not watched.motion.is_moving(watched.session), somebody_walks=False))
    assert not watched.tile.picture.overlay.has_motion
    assert len(watched.session.chat.lines) == 1


def test_that_a_camera_that_nobody_sees_is_watched_with_small_pictures(stage: Stage) -> None:
    watched = Watched(stage)
    watched.stage.window.hide()
    stage.until(lambda: not watched.session.is_shown)
    want = watched.camera.wants[-1]
    assert not want.paused
    assert (want.width, want.height, want.fps, want.codec) == (320, 240, 5.0, "jpeg")
    watched.learn()
    watched.walk()
    stage.do(lambda: watched.motion.change(watched.session, MotionSettings(camera=watched.session.identity.key)))
    assert watched.camera.wants[-1].paused
    assert not watched.motion.is_moving(watched.session)


def test_that_a_tile_made_anew_while_something_moves_is_marked(stage: Stage) -> None:
    watched = Watched(stage)
    watched.learn()
    watched.walk()
    stage.do(lambda: stage.window.walls.open_window([watched.session]))
    (tile,) = stage.window.walls.windows[0].wall.tiles
    stage.run(watched.scene.until(lambda: tile.picture.overlay.has_motion, somebody_walks=True))
    stage.run(watched.scene.until(lambda: not tile.picture.overlay.has_motion, somebody_walks=False))


def test_that_only_what_was_chosen_is_done(stage: Stage) -> None:
    watched = Watched(stage, badge=False, line=False)
    watched.learn()
    watched.walk()
    assert not watched.tile.picture.overlay.has_motion
    assert not watched.session.chat.lines


def test_that_motion_is_recorded_until_so_long_after_the_last_of_it(stage: Stage) -> None:
    pytest.importorskip("av")
    watched = Watched(stage, record_seconds=1)
    watched.learn()
    watched.walk()
    recorder = stage.program.recorder
    assert recorder.is_recording(watched.session)
    stage.run(watched.scene.until(lambda: recorder.seconds(watched.session) > 2.5, somebody_walks=True))
    stage.run(watched.scene.until(lambda: not recorder.is_recording(watched.session), somebody_walks=False))
    stage.until(lambda: list(recorder.folder.glob("*/*.mkv")))
    stage.until(lambda: list(recorder.folder.glob("*/*.jsonl")))
    (said,) = recorder.folder.glob("*/*.jsonl")
    assert '"kind": "motion"' in said.read_text()


def test_that_it_is_remembered_and_goes_on_after_a_restart(stage: Stage) -> None:
    watched = Watched(stage, sensitivity=70, region=(0.1, 0.2, 0.9, 0.8))
    stage.cameras.clear()
    stage.restart()
    again = stage.add()
    chosen = stage.program.motion.settings_of(again.session)
    assert (chosen.on, chosen.sensitivity, chosen.region) == (True, 70, (0.1, 0.2, 0.9, 0.8))
    watched.camera, watched.session, watched.scene = again, again.session, Scene(again)
    watched.motion, watched.tile = stage.program.motion, stage.wall.tiles[0]
    watched.learn()
    watched.walk()


def test_that_the_dialog_shows_what_moves_and_keeps_what_is_chosen(stage: Stage) -> None:
    camera = stage.add()
    scene = Scene(camera)
    session, motion = camera.session, stage.program.motion
    stage.wall.select(stage.wall.tiles[0])
    stage.do(stage.window.actions["camera.motion"].trigger)
    dialog = stage.window.findChild(MotionDialog)
    assert dialog is not None
    stage.run(scene.go_on(LEARN_SECONDS, somebody_walks=False))
    stage.run(scene.until(lambda: dialog.meter._share > 0.5, somebody_walks=True))
    assert not motion.is_moving(session)
    assert not session.chat.lines
    place = dialog.field._place()
    first, last = place.topLeft().toPoint() + QPoint(20, 20), place.center().toPoint()
    QTest.mousePress(dialog.field, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(dialog.field, last)
    QTest.mouseRelease(dialog.field, Qt.MouseButton.LeftButton, pos=last)
    assert dialog.field.region.right == pytest.approx(0.5, abs=0.02)
    dialog.is_on.setChecked(True)
    dialog.record.setChecked(True)
    save = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Save")
    stage.do(save.click)
    chosen = motion.settings_of(session)
    assert chosen.on
    assert chosen.record_seconds == 30
    assert chosen.region[2] == pytest.approx(0.5, abs=0.02)
    assert stage.file.path.read_text().count("[[motion]]") == 1


def test_that_a_dialog_that_is_cancelled_leaves_everything_as_it_was(stage: Stage) -> None:
    camera = stage.add()
    stage.wall.select(stage.wall.tiles[0])
    stage.do(stage.window.actions["camera.motion"].trigger)
    dialog = stage.window.findChild(MotionDialog)
    assert dialog is not None
    dialog.is_on.setChecked(True)
    stage.do(dialog.reject)
    assert not stage.program.motion.settings_of(camera.session).on
    assert not stage.program.motion._watched


def test_that_the_frame_is_moved_by_keys_within_the_picture(stage: Stage) -> None:
    stage.add()
    stage.wall.select(stage.wall.tiles[0])
    stage.do(stage.window.actions["camera.motion"].trigger)
    dialog = stage.window.findChild(MotionDialog)
    assert dialog is not None
    for _ in range(10):
        QTest.keyClick(dialog.field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.field.region.right == pytest.approx(0.8)
    for _ in range(20):
        QTest.keyClick(dialog.field, Qt.Key.Key_Right)
    assert dialog.field.region.right == pytest.approx(1.0)
    assert dialog.field.region.left == pytest.approx(0.2)
    stage.do(dialog.reject)


def test_that_the_meter_is_half_full_where_motion_begins() -> None:
    assert share_of(0.0) == 0.0
    assert share_of(1.0) == 0.5
    assert share_of(2.0) > 0.5 > share_of(0.5) > 0.0
    assert share_of(1000.0) == 1.0


def test_that_a_film_that_a_real_camera_shows_moves(stage: Stage) -> None:
    stage.real(Camera("porch", str(FILM), "tcp://127.0.0.1:0", loop=True, state="none"))
    (session,) = stage.fleet
    motion = stage.program.motion
    stage.do(lambda: motion.change(session, MotionSettings(camera=session.identity.key, on=True)))
    stage.run(until(lambda: motion.is_moving(session), timeout=20), timeout=25)
    assert session.chat.lines[-1].role == MOTION
