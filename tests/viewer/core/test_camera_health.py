"""What a camera says of itself, as the session passes it on."""

from camwire.messages import Health, encode
from tests.support.stage import Stage
from viewer.core.sessions.state import Phase

GONE = Health(level="bad", trouble="The webcam is gone. Plug it in.")
HOT = Health(level="bad", text="Hot: the processor has 81 °C.", facts={"temperature °C": 81.5})


def test_that_a_frozen_camera_is_quoted_with_the_reason_it_gives(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.pause)
    stage.now(lambda: camera.send(encode(GONE)))
    stage.until(lambda: witness.session.state.phase is Phase.FROZEN)
    assert witness.session.state.reason == GONE.trouble
    stage.now(lambda: camera.send(encode(Health())))
    stage.until(lambda: witness.session.state.reason != GONE.trouble)
    stage.now(camera.stream)
    stage.until(lambda: witness.session.state.phase is Phase.LIVE)


def test_that_a_source_that_never_worked_is_said_at_once(stage: Stage) -> None:
    camera, witness = stage.greeted()
    stage.now(lambda: camera.send(encode(GONE)))
    stage.until(lambda: witness.session.state.reason == GONE.trouble)
    assert witness.session.state.phase is Phase.FROZEN


def test_that_the_health_of_a_camera_that_left_is_forgotten(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: camera.send(encode(HOT)))
    stage.until(lambda: witness.session.health == HOT)
    assert witness.session.state.phase is Phase.LIVE
    stage.now(camera.say_goodbye)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    assert witness.session.health is None
