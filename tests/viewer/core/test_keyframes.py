"""What the viewer does about frames that build on one that it has not."""

import time

from msgspec.structs import replace

from camwire.frame import EncodedFrame
from camwire.messages import encode_frame
from tests.support.h264 import frames, pictures
from tests.support.scripted_camera import AHEAD_NS, ScriptedCamera
from tests.support.stage import Stage
from viewer.core.pictures.picture_stream import PAINTER_SECONDS
from viewer.core.sessions.state import Phase


def send(stage: Stage, camera: ScriptedCamera, frame: EncodedFrame) -> None:
    """Send it as a camera does that has credit."""
    stage.now(lambda: camera.send(encode_frame(replace(frame, capture_time_ns=time.monotonic_ns() + AHEAD_NS))))


def test_that_a_keyframe_is_asked_for_after_a_gap_and_nothing_is_shown_before_it(stage: Stage) -> None:
    made = frames(pictures(), keyframes=(8,))
    camera, witness = stage.greeted()
    for frame in made[:3]:
        send(stage, camera, frame)
    stage.until(lambda: len(witness.pictures) >= 1 and witness.pictures[-1].sequence == 3)
    send(stage, camera, made[4])
    stage.until(lambda: camera.keyframe_requests == 1)
    # It has its credit back, or there would be none for the keyframe.
    stage.until(lambda: witness.session.stats.drops["no-keyframe"] == 1)
    assert witness.pictures[-1].sequence == 3
    for frame in made[7:9]:
        send(stage, camera, frame)
    stage.until(lambda: witness.pictures[-1].sequence == 9)


def test_that_a_keyframe_is_asked_for_again_until_it_is_here(stage: Stage) -> None:
    made = frames(pictures())
    camera, witness = stage.greeted()
    send(stage, camera, made[0])
    stage.until(lambda: witness.pictures)
    send(stage, camera, made[2])
    stage.until(lambda: camera.keyframe_requests == 1)
    stage.clock.skip(0.3)
    stage.until(lambda: camera.keyframe_requests == 2)


def test_that_a_keyframe_is_asked_for_after_a_damaged_delta(stage: Stage) -> None:
    made = frames(pictures(), keyframes=(6,))
    camera, witness = stage.greeted()
    send(stage, camera, made[0])
    send(stage, camera, replace(made[1], payload=bytes(made[1].payload)[:40]))
    stage.until(lambda: camera.keyframe_requests == 1)
    assert witness.session.stats.drops["undecodable"] == 1
    send(stage, camera, made[5])
    stage.until(lambda: witness.session.state.phase is Phase.LIVE and witness.pictures[-1].sequence == 6)


def test_that_deltas_without_their_keyframe_never_use_up_the_credit_for_it(stage: Stage) -> None:
    made = frames(pictures(), keyframes=(8,))
    camera, witness = stage.greeted()
    send(stage, camera, made[0])
    stage.until(lambda: len(witness.pictures) == 1)
    peer = camera.viewers[0]
    stage.until(lambda: peer.credit.under_way == 0)
    # So long without a picture that the painter may be taken for one that has stopped.
    stage.clock.skip(PAINTER_SECONDS + 0.5)
    for frame in made[2:4]:
        send(stage, camera, frame)
        peer.credit.sent(frame.sequence)
    stage.until(lambda: camera.keyframe_requests >= 1)
    stage.until(lambda: peer.credit.has_credit)
