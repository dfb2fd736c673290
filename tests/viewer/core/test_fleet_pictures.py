"""Pictures over real sockets: from a scripted camera to whoever paints them."""

import time

import pytest

from camwire.messages import Want
from tests.support import jpegs
from tests.support.stage import Stage
from tests.support.witness import Witness
from viewer.core.pictures.crediting import LEAST_FRAMES, MOST_FRAMES
from viewer.core.pictures.picture_stream import PAINTER_SECONDS
from viewer.core.sessions.state import Phase


def wait_for_a_pong(stage: Stage, witness: Witness) -> None:
    """Put the clock forward by a second, and wait until something was heard since."""
    stage.clock.skip(1.1)
    since = stage.clock()
    stage.until(lambda: (witness.session._standing.facts.last_heard or 0) > since)


def test_that_a_camera_connects_and_becomes_live(stage: Stage) -> None:
    camera, witness = stage.live()
    assert witness.session.name == "porch"
    assert witness.session.is_connected
    assert witness.phases[-1] is Phase.LIVE
    assert camera.wants == [Want()]


def test_that_frames_give_pictures_of_the_right_size_and_colour(stage: Stage) -> None:
    _, witness = stage.live()
    picture = witness.pictures[0]
    assert (picture.width, picture.height) == (64, 48)
    assert abs(int(picture.pixels[24, 32, 0]) - jpegs.BLUE) <= 3
    assert abs(int(picture.pixels[24, 32, 2]) - jpegs.RED) <= 3


def test_that_pictures_have_an_age_on_the_viewer_s_clock(stage: Stage) -> None:
    _, witness = stage.live()
    stage.until(lambda: len(witness.session.stats.ages) > 5)
    assert all(0 <= age < 1.0 for age in witness.session.stats.ages)


def test_that_a_camera_without_a_clock_is_live_and_its_pictures_have_no_age(stage: Stage) -> None:
    camera = stage.camera()
    camera.has_pong = False
    witness = stage.witness(camera)
    stage.now(camera.stream)
    stage.until(lambda: len(witness.pictures) > 5)
    assert witness.session.state.phase is Phase.LIVE
    assert not witness.session.stats.ages


def test_that_no_frame_is_sent_before_there_is_credit(stage: Stage) -> None:
    camera, witness = stage.greeted(paints=False)
    stage.now(lambda: camera.capture(10))
    stage.until(lambda: witness.ready)
    assert (camera.frames_sent, camera.under_way) == (LEAST_FRAMES, LEAST_FRAMES)


def test_that_credit_goes_back_only_when_a_picture_is_taken(stage: Stage) -> None:
    camera, witness = stage.greeted(paints=False)
    stage.now(lambda: camera.capture(2))
    stage.until(lambda: (last := witness.session._pictures.last) and last.sequence == 2)
    assert camera.under_way == LEAST_FRAMES
    stage.now(witness.paint)
    stage.until(lambda: camera.under_way == 0)


def test_that_never_more_frames_are_under_way_than_the_window_allows(stage: Stage) -> None:
    camera = stage.camera()
    witness = stage.witness(camera)
    stage.now(lambda: camera.stream(500))
    stage.until(lambda: len(witness.pictures) > 60)
    assert camera.most_under_way <= camera.widest_window <= MOST_FRAMES


def test_that_a_painter_that_stops_stops_the_camera_and_nobody_else(stage: Stage) -> None:
    slow, witness = stage.live("slow")
    _, other = stage.live("other")
    witness.paints = False
    stopped = time.monotonic()
    stage.until(lambda: time.monotonic() - stopped > PAINTER_SECONDS and slow.under_way >= slow.window)
    sent, seen = slow.frames_sent, len(other.pictures)
    stage.until(lambda: len(other.pictures) > seen + 10)
    assert slow.frames_sent == sent


def test_that_what_the_camera_kept_back_is_counted(stage: Stage) -> None:
    camera, witness = stage.greeted()
    for _ in range(2):
        stage.now(lambda: camera.capture(5))
        stage.until(lambda: witness.pictures and camera.under_way == 0)
    assert witness.session.stats.drops["not-sent"] == 3


@pytest.mark.parametrize("payload", [b"", jpegs.corrupt(), jpegs.truncated(), jpegs.gigapixel()])
def test_that_frames_that_cannot_be_decoded_give_their_credit_back(stage: Stage, payload: bytes) -> None:
    camera, witness = stage.greeted()
    camera.payload = payload
    stage.now(camera.stream)
    stage.until(lambda: witness.session.stats.drops["undecodable"] > 3 * LEAST_FRAMES)
    assert witness.pictures == []


def test_that_frames_that_cannot_be_decoded_are_named_until_a_good_one_comes(stage: Stage) -> None:
    camera, witness = stage.live()
    camera.payload = jpegs.gigapixel()
    stage.until(lambda: witness.session.stats.drops["undecodable"])
    stage.clock.skip(1)
    stage.until(lambda: witness.session.state.phase is Phase.FROZEN)
    assert witness.session.state.reason.startswith("The camera sends pictures of 65,500 × 65,500 pixels")
    camera.payload = jpegs.plain()
    stage.until(lambda: witness.session.state.phase is Phase.LIVE)
    assert witness.session.state.reason == ""


def test_that_a_codec_nobody_knows_is_named(stage: Stage) -> None:
    camera, witness = stage.live()
    camera.codec = "av2"
    stage.until(lambda: witness.session.stats.drops["undecodable"])
    stage.clock.skip(1)
    stage.until(lambda: witness.session.state.phase is Phase.FROZEN)
    assert "“av2”, which this viewer cannot decode" in witness.session.state.reason


def test_that_a_hidden_camera_sends_nothing_and_is_not_called_offline(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: witness.session.show(False))
    stage.until(lambda: camera.wants[-1].paused)
    sent = camera.frames_sent
    for _ in range(4):
        wait_for_a_pong(stage, witness)
    assert camera.frames_sent == sent
    assert witness.session.state.phase is Phase.LIVE


def test_that_a_camera_shown_again_is_live_again(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: witness.session.show(False))
    stage.until(lambda: camera.wants[-1].paused)
    seen = len(witness.pictures)
    stage.now(lambda: witness.session.show(True))
    stage.until(lambda: len(witness.pictures) > seen + 2 * LEAST_FRAMES)
    assert witness.session.state.phase is Phase.LIVE


def test_that_a_source_that_stops_is_told_from_a_camera_that_is_gone(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.pause)
    stage.until(lambda: witness.session.state.phase is Phase.FROZEN)
    assert witness.session.state.reason == "The camera answers, its source does not."


def test_that_what_came_before_a_tile_was_hidden_is_not_shown_after_it(stage: Stage) -> None:
    camera, witness = stage.greeted(paints=False)
    stage.now(lambda: camera.capture(1))
    stage.until(lambda: witness.ready)
    stage.now(lambda: witness.session.show(False))
    stage.now(lambda: witness.session.show(True))
    assert witness.paint() is None
    stage.until(lambda: camera.under_way == 0)
