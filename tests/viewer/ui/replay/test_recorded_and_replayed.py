"""What the recorder leaves is what the replay shows: every frame, its time, and what was said."""

import os

import pytest

from camwire.errors import UsageError
from sender import Camera
from tests.support import films
from tests.support.recordings import times_ms
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import Said
from viewer.ui.chat.model import LINE

pytest.importorskip("av")


def recorded(stage: Stage, session: Session) -> None:
    """A recording of about two seconds, in which something is said."""
    recorder = stage.program.recorder
    stage.activate()
    stage.wall.select(stage.wall.tiles[0])
    stage.wall.setFocus()
    stage.do(stage.window.actions["camera.record"].trigger)
    before = session.stats.frames
    stage.until(lambda: session.stats.frames > before + 8)
    stage.do(lambda: session.speak(Said("hello")))
    stage.until(lambda: session.stats.frames > before + 30)
    stage.do(stage.window.actions["camera.record"].trigger)
    stage.until(lambda: not recorder.is_ending and list(recorder.folder.glob("*/*.jsonl")))


@pytest.mark.parametrize("codec", ["jpeg", "h264"])
def test_that_what_was_recorded_is_replayed(stage: Stage, codec: str) -> None:
    stage.real(Camera("porch", "pattern", "tcp://127.0.0.1:0", size=(320, 240), fps=20, codec=codec, state="none"))
    (session,) = stage.fleet
    stage.until(lambda: session.stats.frames > 5)
    recorded(stage, session)
    stage.do(stage.window.actions["record.replay"].trigger)
    window = stage.window.replaying.window
    assert window is not None
    stage.until(lambda: window.player.screens[0].has_picture)
    assert window.list.chosen[0].camera == "porch"
    (reel,) = window.player._together.reels
    assert reel._parts[0].file.codec == {"jpeg": "V_MJPEG", "h264": "V_MPEG4/ISO/AVC"}[codec]
    begun = reel.times[0]
    assert [round((each - begun) / 1e6) for each in reel.times] == times_ms(reel.recorded.id)
    assert len(reel) > 4
    view = window.player.conversation.view
    stage.until(lambda: view.model().rowCount() == 1)
    assert view.model().index(0, 0).data(LINE).text == "hello"
    for number in (len(reel) - 1, 3):
        stage.do(lambda time_ns=reel.times[number]: window.player.seek(time_ns))
        stage.until(lambda number=number: window.player.screens[0]._picture.sequence == number)
    stage.do(window.close)
    stage.until(lambda: stage.window.replaying.window is None)


def test_that_a_recording_can_be_deleted_as_soon_as_it_is_over_and_no_sooner(stage: Stage) -> None:
    stage.real(Camera("porch", "pattern", "tcp://127.0.0.1:0", size=(320, 240), fps=20, state="none"))
    (session,) = stage.fleet
    recorder = stage.program.recorder
    stage.do(lambda: recorder.begin(session))
    stage.until(lambda: recorder.open_files)
    stage.do(stage.window.actions["record.replay"].trigger)
    window = stage.window.replaying.window
    assert window is not None
    stage.until(lambda: window.player.screens[0].has_picture)
    (file,) = recorder.open_files
    os.utime(file, (1.0, 1.0))
    assert not window._delete.isEnabled()
    with pytest.raises(UsageError, match="being recorded"):
        stage.do(lambda: window.delete(window.list.chosen))
    assert file.exists()
    stage.do(lambda: recorder.end(session))
    stage.until(window._delete.isEnabled)
    assert window._delete.toolTip() == ""
    stage.do(lambda: window.delete(window.list.chosen))
    stage.until(lambda: not file.exists())


def test_that_the_recordings_go_with_the_window_that_opened_them(stage: Stage) -> None:
    films.write(stage.program.recorder.folder / "porch" / "2026-11-21 20-30-00.mkv", films.times(40))
    stage.do(stage.window.actions["record.replay"].trigger)
    window = stage.window.replaying.window
    assert window is not None
    stage.until(lambda: window.player.screens[0].has_picture)
    stage.do(stage.window.actions["record.replay"].trigger)
    assert stage.window.replaying.window is window
    thread = window.player._screening._thread
    assert thread.is_alive()
    stage.restart()
    stage.until(lambda: not thread.is_alive())
