"""What is done when something moves before a camera of the fleet, and for how long."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.joined_camera import JoinedCamera
from tests.support.scene import Scene
from tests.support.stage import Stage
from viewer.core.motion import watch
from viewer.core.motion.watch import MotionWatch
from viewer.core.recording.recorder import Recorder
from viewer.core.sessions.session import Session
from viewer.core.settings import MotionSettings, RecordingSettings
from viewer.core.talk.chat import MOTION

LEARN_SECONDS = 1.5


class Place:
    """A camera of a fleet, with somebody who may walk before it; `told` is what an observer heard."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage = stage
        self.settings: list[MotionSettings] = []
        self.saved = 0
        self.told: list[bool] = []
        self.session = stage.now(lambda: stage.fleet.add("tcp://127.0.0.1:9"))
        self.camera = JoinedCamera(self.session)
        self.scene = Scene(self.camera)
        self.recorder, self.watch = stage.now(lambda: self._begin(folder))

    def _begin(self, folder: Path) -> tuple[Recorder, MotionWatch]:
        self.camera.join()
        self.session.show(False)
        recorder = Recorder(
            self.stage.fleet, RecordingSettings(full_size=False), folder, folder, self.stage.clock, spare_bytes=0
        )
        motion = MotionWatch(self.stage.fleet, self.settings, recorder, self._save, self.stage.clock)
        motion.observe(self)
        return recorder, motion

    def _save(self) -> None:
        self.saved += 1

    def motion_changed(self, session: Session) -> None:
        self.told.append(self.watch.is_moving(session))

    @property
    def is_moving(self) -> bool:
        return self.watch.is_moving(self.session)

    def chose(self, **chosen: object) -> None:
        settings = MotionSettings(camera=self.session.identity.key, on=True, **chosen)  # type: ignore[arg-type]
        self.stage.now(lambda: self.watch.change(self.session, settings))

    def walk(self, until: Callable[[], object]) -> None:
        self.stage.finish(self.scene.until(until, somebody_walks=True))

    def stand_still(self, until: Callable[[], object]) -> None:
        self.stage.finish(self.scene.until(until, somebody_walks=False))

    def learn(self) -> None:
        self.stage.finish(self.scene.go_on(LEARN_SECONDS, somebody_walks=False))

    def close(self) -> None:
        self.stage.now(self.watch.close)
        self.stage.now(self.recorder.close)


@pytest.fixture
def place(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.1)
    place = Place(stage, tmp_path)
    yield place
    place.close()


def test_that_a_recording_goes_on_as_long_as_somebody_walks(place: Place) -> None:
    pytest.importorskip("av")
    place.chose(record_seconds=1)
    place.learn()
    place.walk(lambda: place.is_moving)
    place.walk(lambda: place.recorder.seconds(place.session) > 2.5 or not place.recorder.is_recording(place.session))
    assert place.recorder.is_recording(place.session)
    assert place.told == [True]
    place.stand_still(lambda: not place.is_moving)
    place.stand_still(lambda: not place.recorder.is_recording(place.session))


def test_that_a_recording_that_the_person_ended_is_not_begun_again_by_the_same_visit(place: Place) -> None:
    pytest.importorskip("av")
    place.chose(record_seconds=1)
    place.learn()
    place.walk(lambda: place.recorder.is_recording(place.session))
    place.stage.now(lambda: place.recorder.end(place.session))
    ended = place.stage.clock()
    place.walk(lambda: place.stage.clock() > ended + 1)
    assert place.is_moving
    assert not place.recorder.is_recording(place.session)


def test_that_a_recording_by_hand_is_left_to_the_hand(place: Place) -> None:
    pytest.importorskip("av")
    place.chose(record_seconds=1)
    place.learn()
    place.stage.now(lambda: place.recorder.begin(place.session))
    place.walk(lambda: place.is_moving)
    place.stand_still(lambda: not place.is_moving)
    quiet = place.stage.clock()
    place.stand_still(lambda: place.stage.clock() > quiet + 1.5)
    assert place.recorder.is_recording(place.session)


def test_that_motion_is_noted_and_told_when_it_begins_and_when_it_is_over(place: Place) -> None:
    place.chose()
    place.learn()
    place.walk(lambda: place.is_moving)
    place.stand_still(lambda: not place.is_moving)
    assert place.told == [True, False]
    assert [(line.text, line.role) for line in place.session.chat.lines] == [("Motion", MOTION)]


def test_that_a_camera_that_is_tried_out_is_measured_and_nothing_is_done(place: Place) -> None:
    tried = MotionSettings(camera=place.session.identity.key)
    place.stage.now(lambda: place.watch.try_out(place.session, tried))
    place.learn()
    place.walk(lambda: place.watch.level(place.session) > 1)
    assert place.told == []
    assert not place.session.chat.lines
    place.stage.now(lambda: place.watch.try_out(place.session, None))
    assert place.watch.level(place.session) == 0.0
    assert place.camera.wants[-1].paused


def test_that_what_was_chosen_is_kept_and_what_is_usual_is_not(place: Place) -> None:
    place.chose(sensitivity=70)
    assert [each.sensitivity for each in place.settings] == [70]
    usual = MotionSettings(camera=place.session.identity.key)
    place.stage.now(lambda: place.watch.change(place.session, usual))
    assert place.settings == []
    assert place.saved == 2
    assert place.camera.wants[-1].paused


def test_that_a_camera_that_was_removed_is_watched_no_more(place: Place) -> None:
    place.chose()
    place.stage.now(lambda: place.stage.fleet.remove(place.session.identity.key))
    assert place.watch.level(place.session) == 0.0
    place.stage.until(lambda: place.watch._timer is None)
