"""Cameras of a fleet, recorded over real sockets."""

import importlib.util
import threading
import time
from shutil import rmtree
from types import SimpleNamespace

import pytest

from camwire.errors import UsageError
from camwire.events import FrameReceived
from camwire.messages import Want
from tests.support import h264, jpegs
from tests.support.recordings import all_in, lines, payloads, sizes, tags, times_ms
from tests.support.witness import Witness
from tests.viewer.core.recording.conftest import RecordingStage
from viewer.core.pictures.wanting import Place
from viewer.core.recording import recording
from viewer.core.sessions.state import Phase


class Tap:
    """Who is given every frame as well."""

    def __init__(self) -> None:
        self.came: list[FrameReceived] = []

    def take(self, received: FrameReceived) -> None:
        self.came.append(received)


def record_a_while(stage: RecordingStage, witness: Witness, frames: int = 10) -> None:
    """Begin, and go on until so many more pictures were seen."""
    stage.begin(witness.session)
    until = len(witness.pictures) + frames
    stage.until(lambda: len(witness.pictures) >= until)


def test_that_every_frame_that_came_is_in_the_file_with_its_time(stage: RecordingStage) -> None:
    _, witness = stage.live()
    session, tap = witness.session, Tap()
    stage.now(lambda: (session.record(tap.take, True), stage.recorder.begin(session)))
    stage.until(lambda: len(tap.came) >= 30)
    stage.now(lambda: (stage.recorder.end(session), session.stop_recording(tap.take)))
    stage.until(lambda: stage.saved)
    (saved,), came = stage.saved, tap.came
    (file,) = saved.files
    began = int(tags(file)["WATCHWORD_STARTED_NS"]) / 1e9
    offset = time.time() - stage.clock()
    assert saved.frames == len(came) == len(times_ms(file)) >= 30
    assert payloads(file) == [bytes(each.frame.payload) for each in came]
    for written_ms, received in zip(times_ms(file), came, strict=True):
        assert received.captured is not None
        assert began + written_ms / 1000 == pytest.approx(received.captured + offset, abs=0.02)
        assert written_ms == pytest.approx(1000 * (received.captured - (came[0].captured or 0)), abs=1.01)


def test_that_a_recording_is_told_when_it_begins_and_when_it_is_saved(stage: RecordingStage) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness)
    assert stage.changes == [("porch", True)]
    saved = stage.end(witness.session)
    assert stage.changes == [("porch", True), ("porch", False)]
    assert (saved.camera, saved.trouble, saved.missed) == ("porch", "", 0)
    assert saved.bytes > 0
    assert saved.seconds > 0
    assert list(saved.files) == all_in(stage.folder)


def test_that_a_recording_of_nothing_leaves_no_file(stage: RecordingStage) -> None:
    camera = stage.camera()
    witness = stage.witness(camera)
    stage.begin(witness.session)
    assert stage.end(witness.session).files == ()
    assert not stage.folder.exists()


def test_that_a_hidden_camera_is_recorded_in_full_size(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: witness.session.show(False))
    stage.until(lambda: camera.wants[-1] == Want(paused=True))
    stage.begin(witness.session)
    stage.until(lambda: camera.wants[-1] == Want())
    seen = camera.frames_sent
    stage.until(lambda: camera.frames_sent > seen + 10)
    assert stage.end(witness.session).frames >= 5
    stage.until(lambda: camera.wants[-1] == Want(paused=True))


def test_that_what_is_shown_is_recorded_where_full_size_is_not_wanted(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.own_size = (640, 480)
    stage.settings.full_size = False
    stage.now(lambda: witness.session.place(Place(160, 120)))
    stage.until(lambda: witness.pictures[-1].width == 160)
    record_a_while(stage, witness)
    assert set(sizes(stage.end(witness.session).files[0])) == {(160, 120)}


def test_that_full_size_is_asked_for_while_recording_and_no_longer(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.own_size = (640, 480)
    stage.now(lambda: witness.session.place(Place(160, 120)))
    stage.until(lambda: witness.pictures[-1].width == 160)
    stage.begin(witness.session)
    stage.until(lambda: camera.wants[-1] == Want())
    stage.until(lambda: (witness.session.stats.width, witness.session.stats.height) == (640, 480))
    saved = stage.end(witness.session)
    assert sizes(saved.files[-1])[-1] == (640, 480)
    stage.until(lambda: camera.wants[-1] == Want(width=160, height=120))


def test_that_a_recording_that_came_to_h264_keeps_the_camera_to_it(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.begin(witness.session)
    stage.until(lambda: camera.wants[-1] == Want())
    camera.payload, camera.codec = h264.frames(h264.pictures(1))[0].payload, "h264"
    stage.until(lambda: camera.wants[-1] == Want(codec="h264"))
    camera.payload, camera.codec = jpegs.plain(), "jpeg"
    seen = camera.frames_sent
    stage.until(lambda: camera.frames_sent > seen + 5)
    assert camera.wants[-1] == Want(codec="h264")
    stage.end(witness.session)
    stage.until(lambda: camera.wants[-1] == Want())


def test_that_a_recording_whose_folder_was_taken_away_is_not_said_to_be_kept(stage: RecordingStage) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness)
    stage.until(lambda: all_in(stage.folder))
    rmtree(stage.folder)
    stage.until(lambda: stage.saved)
    (saved,) = stage.saved
    assert saved.trouble == (
        f"porch is not being recorded any more. {stage.folder} is gone. Bring it back, or choose another folder in the "
        "preferences. What was recorded until then is gone."
    )
    assert (saved.files, saved.frames, saved.bytes) == ((), 0, 0)


def test_that_a_recording_goes_on_after_the_camera_was_away(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    record_a_while(stage, witness)
    stage.silence(camera)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    camera.is_silent = False
    stage.until(lambda: witness.session.state.phase is Phase.LIVE)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)
    (file,) = stage.end(witness.session).files
    steps = [after - before for before, after in zip(times_ms(file), times_ms(file)[1:], strict=False)]
    assert max(steps) > 2000


def test_that_what_comes_after_the_computer_slept_is_that_much_later(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness)
    # The monotonic clock stands still for a minute.
    monkeypatch.setattr(recording, "time", SimpleNamespace(time_ns=lambda: time.time_ns() + 60 * 10**9))
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)
    (file,) = stage.end(witness.session).files
    assert times_ms(file)[-1] == pytest.approx(60_000, abs=5000)


def test_that_a_camera_that_is_removed_is_recorded_no_more(stage: RecordingStage) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness)
    stage.now(lambda: stage.fleet.remove(witness.session.identity.key))
    stage.until(lambda: stage.saved)
    assert stage.saved[0].frames > 0


def test_that_several_cameras_are_recorded_side_by_side(stage: RecordingStage) -> None:
    witnesses = [stage.live(name)[1] for name in ("porch", "garden", "attic")]
    stage.now(stage.recorder.toggle_all)
    assert stage.recorder.is_recording_all
    seen = [len(each.pictures) for each in witnesses]
    stage.until(lambda: all(len(each.pictures) > 10 + n for each, n in zip(witnesses, seen, strict=True)))
    stage.now(stage.recorder.toggle_all)
    stage.until(lambda: len(stage.saved) == 3)
    assert {file.parent.name for file in all_in(stage.folder)} == {"porch", "garden", "attic"}
    assert all(len(times_ms(file)) > 5 for file in all_in(stage.folder))


def test_that_what_is_said_meanwhile_is_beside_it(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    camera.echoes = True
    record_a_while(stage, witness)
    stage.say(witness, "hello")
    stage.until(lambda: witness.heard)
    stage.now(lambda: stage.recorder.note(witness.session, "Motion", "motion"))
    (file,) = stage.end(witness.session).files
    said = [(each["who"], each["text"], each["kind"]) for each in lines(file)]
    assert said == [("me", "hello", "text"), ("porch", "you said: hello", "text"), ("porch", "Motion", "motion")]
    assert 0 <= lines(file)[0]["t"] <= lines(file)[1]["t"] <= times_ms(file)[-1] / 1000 + 1


@pytest.mark.parametrize("set_by", [-600.0, 1.9])
def test_that_what_is_said_is_on_the_clock_of_the_pictures(
    stage: RecordingStage, set_by: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness)
    # Somebody sets the computer's clock, by less than would be taken for sleep where it is put forward.
    right = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: right() + round(1e9 * set_by))
    stage.say(witness, "hello")
    stage.now(lambda: stage.recorder.note(witness.session, "Motion", "motion"))
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)
    (file,) = stage.end(witness.session).files
    shown = times_ms(file)
    for line in lines(file):
        assert shown[5] <= 1000 * line["t"] <= shown[-1] + 1000


def test_that_a_recording_for_some_time_ends_by_itself(stage: RecordingStage) -> None:
    _, witness = stage.live()
    began = time.monotonic()
    stage.now(lambda: stage.recorder.begin_for(witness.session, 0.3))
    assert stage.recorder.is_recording(witness.session)
    stage.until(lambda: stage.saved)
    # Timers of a loop may be early by what its clock cannot tell apart.
    assert time.monotonic() - began > 0.29
    assert stage.saved[0].trouble == ""
    assert not stage.recorder.is_recording(witness.session)


def test_that_a_recording_that_a_person_began_is_not_ended_by_time(stage: RecordingStage) -> None:
    _, witness = stage.live()
    stage.begin(witness.session)
    stage.now(lambda: stage.recorder.begin_for(witness.session, 0.05))
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 10)
    assert stage.recorder.is_recording(witness.session)


def test_that_closing_the_recorder_leaves_whole_files(stage: RecordingStage) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness, 20)
    stage.now(stage.recorder.close)
    (file,) = all_in(stage.folder)
    assert len(sizes(file)) >= 20


@pytest.mark.alone
def test_that_closing_the_recorder_takes_less_than_a_second(stage: RecordingStage) -> None:
    _, witness = stage.live()
    record_a_while(stage, witness, 20)
    began = time.monotonic()
    stage.now(stage.recorder.close)
    assert time.monotonic() - began < 1


def test_that_a_damaged_frame_does_not_end_the_recording(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.begin(witness.session)
    good, camera.payload = camera.payload, b"\xff\xd8 no picture"
    sent = camera.frames_sent
    stage.until(lambda: camera.frames_sent > sent + 5)
    camera.payload = good
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)
    assert len(sizes(stage.end(witness.session).files[0])) >= 5


def test_that_without_pyav_a_sentence_says_what_to_install(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, witness = stage.live()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="PyAV"):
        stage.begin(witness.session)
    assert not stage.recorder.is_recording(witness.session)


def test_that_a_folder_that_cannot_be_written_to_ends_the_recording_with_a_sentence(stage: RecordingStage) -> None:
    stage.folder.write_text("in the way")
    _, witness = stage.live()
    stage.begin(witness.session)
    stage.until(lambda: stage.saved)
    assert "porch is not being recorded any more" in stage.saved[0].trouble
    assert not stage.recorder.is_recording(witness.session)
    assert stage.changes[-1] == ("porch", False)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)


def test_that_the_folder_that_was_written_to_is_named_whatever_was_chosen_since(stage: RecordingStage) -> None:
    stage.folder.write_text("in the way")
    _, witness = stage.live()
    stage.begin(witness.session)
    stage.settings.folder = str(stage.folder.with_name("elsewhere"))
    stage.until(lambda: stage.saved)
    assert str(stage.folder) in stage.saved[0].trouble
    assert "elsewhere" not in stage.saved[0].trouble


def test_that_a_disk_too_slow_costs_frames_and_not_memory(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.core.recording.writer.MOST_WAITING_BYTES", 0)
    _, witness = stage.live()
    record_a_while(stage, witness, 20)
    assert stage.end(witness.session).missed > 0


def test_that_what_came_before_is_part_of_it(stage: RecordingStage) -> None:
    stage.settings.before_seconds = 30
    camera, witness = stage.live()
    camera.echoes = True
    stage.say(witness, "early")
    stage.until(lambda: witness.heard)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 10)
    stage.begin(witness.session)
    saved = stage.end(witness.session)
    assert saved.frames >= 10
    assert [each["text"] for each in lines(saved.files[0])] == ["early", "you said: early"]


def test_that_all_that_was_kept_of_several_cameras_is_written_though_it_is_more_than_may_wait(
    stage: RecordingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.settings.before_seconds = 30
    witnesses = [stage.live(name)[1] for name in ("porch", "garden", "attic")]
    befores = [stage.recorder._before[each.session.identity.key] for each in witnesses]
    stage.until(lambda: all(len(each.frames) > 10 for each in befores))
    may_go_on, writer = threading.Event(), stage.recorder.writer
    writer.put(may_go_on.wait)
    monkeypatch.setattr("viewer.core.recording.writer.MOST_WAITING_BYTES", 1000)

    def begin() -> list[int]:
        kept = [len(each.frames) for each in befores]
        for each in witnesses:
            stage.recorder.begin(each.session)
        return kept

    kept = stage.now(begin)
    may_go_on.set()
    saved = {each.session.name: stage.end(each.session) for each in witnesses}
    for name, count in zip(("porch", "garden", "attic"), kept, strict=True):
        assert saved[name].frames >= count


def test_that_what_was_kept_leaves_room_for_what_comes(stage: RecordingStage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.settings.before_seconds = 30
    _, witness = stage.live()
    before = stage.recorder._before[witness.session.identity.key]
    stage.until(lambda: len(before.frames) > 10)
    may_go_on, writer = threading.Event(), stage.recorder.writer
    writer.put(may_go_on.wait)
    monkeypatch.setattr("viewer.core.recording.writer.MOST_WAITING_BYTES", 1000)
    _, is_behind = stage.now(lambda: (stage.recorder.begin(witness.session), writer.is_behind))
    may_go_on.set()
    assert not is_behind


def test_that_no_more_than_so_much_is_kept_of_what_came_before(stage: RecordingStage) -> None:
    stage.settings.before_seconds = 2
    _, witness = stage.live()
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 5)
    stage.clock.skip(2.5)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 10)
    before = stage.recorder._before[witness.session.identity.key]
    assert stage.clock() - before.frames[1][0] < 2
    assert len(before.frames) >= 10


def test_that_other_settings_do_not_cost_what_was_kept(stage: RecordingStage) -> None:
    stage.settings.before_seconds = 30
    _, witness = stage.live()
    before = stage.recorder._before[witness.session.identity.key]
    stage.settings.split_minutes = 5
    stage.now(stage.recorder.look)
    assert stage.recorder._before[witness.session.identity.key] is before
    stage.settings.before_seconds = 20
    stage.now(stage.recorder.look)
    assert stage.recorder._before[witness.session.identity.key] is not before


def test_that_nothing_is_kept_once_it_is_switched_off(stage: RecordingStage) -> None:
    stage.settings.before_seconds = 30
    camera, witness = stage.live()
    stage.now(lambda: witness.session.show(False))
    stage.settings.before_seconds = 0
    stage.now(stage.recorder.look)
    stage.until(lambda: camera.wants[-1] == Want(paused=True))
    assert not stage.recorder._before
