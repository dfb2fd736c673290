"""A window that is made anew over the same fleet, as a switch of language or look does it."""

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from camwire.identity import Identity
from tests.support.camera_host import LockedCamera
from tests.support.talking import porch
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.pairing_scenes import OTHER, offer
from viewer.core.guide import PAGES
from viewer.core.sessions.state import Phase
from viewer.ui.desktop.base import Desktop
from viewer.ui.guide.window import GuideWindow
from viewer.ui.main_window import MainWindow
from viewer.ui.replay.window import ReplayWindow
from viewer.ui.shell import Shell
from viewer.ui.wall.sight import is_seen
from viewer.ui.wall.tile import Tile


class Framed:
    """A window in a shell, as the program has it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        stage.window.let_go()
        stage.window.deleteLater()
        self.shell = Shell(1200, 800)
        self.desktop = Desktop()
        stage.window = MainWindow(stage.program, self.desktop, self.shell)
        self.shell.show()

    def remake(self) -> None:
        before = self.stage.window
        before.let_go()
        self.stage.window = MainWindow(self.stage.program, self.desktop, self.shell)
        self.stage.window.take_over(before)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def framed(stage: Stage) -> Iterator[Framed]:
    framed = Framed(stage)
    yield framed
    stage.window.let_go()
    framed.shell.hide()
    framed.shell.deleteLater()
    # The stage closes a window by itself.
    stage.window = MainWindow(stage.program)


def test_that_cameras_go_on_in_the_window_made_anew(stage: Stage, framed: Framed) -> None:
    gate, yard = stage.add("gate"), stage.add("yard")
    stage.wall.go_to(yard.session)
    stage.wall.maximise(stage.wall.selected)
    stage.window.notice.say("The disk is full.")
    framed.remake()
    assert [tile.session for tile in stage.wall.tiles] == [gate.session, yard.session]
    assert stage.wall.selected.session is yard.session
    assert stage.wall.maximised is stage.wall.selected
    assert stage.window.notice.label.text() == "The disk is full."
    tile = stage.wall.selected
    stage.until(lambda: is_seen(tile.picture))
    yard.show()
    stage.until(lambda: tile.picture.shown is not None)


def test_that_nothing_of_the_old_window_stays_in_the_frame(stage: Stage, framed: Framed) -> None:
    stage.add("gate")
    stage.wall.tiles[0].open_chat(True)
    framed.remake()
    many = len(framed.shell.findChildren(QWidget))
    framed.remake()
    framed.remake()
    assert len(framed.shell.findChildren(QWidget)) == many
    assert len(framed.shell.findChildren(MainWindow)) == 1


def test_that_the_old_window_is_forgotten_by_everybody(stage: Stage, framed: Framed) -> None:
    stage.add("gate")
    stage.wall.tiles[0].open_chat(True)
    before = weakref.ref(stage.window)
    framed.remake()
    gc.collect()
    assert before() is None


def test_that_what_was_arranged_before_can_be_undone_in_all_windows(stage: Stage, framed: Framed) -> None:
    keys = [stage.add(name).session.identity.key for name in ("gate", "yard", "door")]
    stage.do(lambda: stage.wall.arranging.resize(keys[0], (2, 2)))
    stage.do(lambda: stage.window.walls.open_window([stage.fleet[keys[1]]]))
    stage.do(lambda: stage.window.walls.windows[0].wall.arranging.resize(keys[1], (2, 1)))
    stage.do(lambda: stage.window.walls.remove_camera(stage.fleet[keys[2]]))
    framed.remake()
    first, second = (wall.arranging for wall in stage.window.walls)
    undo = stage.window.actions["wall.undo"].trigger
    stage.do(undo)
    assert keys[2] in stage.fleet
    stage.do(undo)
    assert (first.layout.spans, second.layout.spans) == ({keys[0]: (2, 2)}, {})
    stage.do(undo)
    assert first.layout.spans == {}
    assert [tile.session.identity.key for tile in stage.wall.tiles] == [keys[0], keys[2]]


def test_that_a_camera_in_another_window_has_one_tile_there(stage: Stage, framed: Framed) -> None:
    gate = stage.add("gate")
    stage.do(lambda: stage.window.walls.open_window([gate.session]))
    framed.remake()
    (window,) = stage.window.walls.windows
    assert [tile.session for tile in window.findChildren(Tile)] == [gate.session]


def test_that_what_is_typed_is_still_there(stage: Stage, framed: Framed) -> None:
    panel = stage.real(porch())
    stage.type("half a sen")
    framed.remake()
    assert stage.wall.tiles[0].is_chat_open
    assert stage.wall.tiles[0].chat is not panel
    assert stage.wall.tiles[0].chat.typing.composer.toPlainText() == "half a sen"


def test_that_the_recordings_stay_open_where_they_were(stage: Stage, framed: Framed) -> None:
    camera = stage.add("gate")
    stage.do(lambda: stage.program.recorder.begin(camera.session))
    for _ in range(3):
        stage.do(camera.show)
    stage.do(lambda: stage.program.recorder.end(camera.session))
    stage.until(lambda: not stage.program.recorder.is_ending)
    stage.do(stage.window.replaying.open)
    before = stage.window.replaying.window
    stage.until(lambda: before.player._together.reels)
    end = before.player._playback.end
    stage.do(lambda: before.player.seek(end))
    chosen = [each.id for each in before.list.chosen]
    framed.remake()
    after = stage.window.replaying.window
    assert after is not before
    assert after.isVisible()
    stage.until(lambda: after.player._together.reels)
    assert [each.id for each in after.list.chosen] == chosen
    assert after.player.position == end
    assert len(framed.shell.findChildren(ReplayWindow)) == 1
    stage.do(after.close)


def test_that_an_archive_is_written_on(stage: Stage, framed: Framed, tmp_path: Path) -> None:
    stage.do(stage.window.replaying.open)
    before = stage.window.replaying.window
    may_end = threading.Event()
    before.exporting._beside.start(lambda: may_end.wait(10) and "written")
    framed.remake()
    told: list[str] = []
    after = stage.window.replaying.window
    assert after is before
    assert after.isVisible()
    after.exporting.told.connect(told.append)
    may_end.set()
    stage.until(lambda: told == ["written"])
    stage.do(after.close)


def test_that_a_dialog_that_went_with_the_window_watches_no_keys(stage: Stage, framed: Framed) -> None:
    stage.do(stage.window.actions["cameras.paired"].trigger)
    stage.do(framed.remake)
    stage.do(lambda: stage.fleet.keyring.add(offer("Street", OTHER), 0))
    assert [each.name for each in stage.fleet.keyring.paired] == ["Street"]


def test_that_an_alarm_is_taken_back_in_the_window_made_anew(stage: Stage, framed: Framed) -> None:
    camera = LockedCamera()
    stage.run(camera.__aenter__())
    stage._real.append(camera)  # type: ignore[arg-type]
    stage.do(lambda: stage.program.cameras.add(str(camera.endpoint), "Porch", Identity.new().public.decode()))
    (session,) = stage.fleet
    stage.until(lambda: session.state.phase is Phase.ALARM)
    stage.do(framed.remake)
    assert "has not the key" in stage.window.notice.label.text()
    stage.do(lambda: camera.host.admit(stage.fleet.keyring.identity.public))
    stage.do(lambda: stage.fleet.call(session.identity.key, camera.endpoint, camera.host.key))
    stage.until(lambda: session.is_connected)
    assert stage.window.notice.isHidden()


def test_that_the_guide_stays_open_at_its_page(stage: Stage, framed: Framed) -> None:
    stage.do(stage.window.actions["program.guide"].trigger)
    stage.do(lambda: stage.window.of_program.guide.view.show_page(PAGES[2]))
    framed.remake()
    assert stage.window.of_program.guide.isVisible()
    assert stage.window.of_program.guide.view.page == PAGES[2]
    assert len(framed.shell.findChildren(GuideWindow)) == 1
    stage.do(stage.window.of_program.guide.close)
