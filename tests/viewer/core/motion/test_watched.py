"""A camera is looked at whether anybody sees it or not, in whatever codec its pictures come."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
import simplejpeg

from camwire.frame import EncodedFrame
from camwire.messages import encode_frame
from tests.support.joined_camera import JoinedCamera, make_session
from tests.support.scene import HEIGHT, WIDTH, walked
from tests.support.waiting import until
from viewer.core.decoders.jpeg import JpegDecoder
from viewer.core.motion.watched import GONE_SECONDS, Watched
from viewer.core.pictures.decoding import DecodePool

LOOK = 0.2
QUIET_LOOKS = 8
"""Enough to learn what is always there."""
STEPS = [0] * QUIET_LOOKS + list(range(1, 9))
"""Nobody is there, and then somebody walks by."""


class Hidden:
    """A camera that nobody sees, and who watches it; `now` is the clock of that."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self._run = run
        self.now = 100.0
        run(self._begin())

    async def _begin(self) -> None:
        self.pool = DecodePool(asyncio.get_running_loop(), threads=2)
        self.session = make_session(self.pool)
        self.camera = JoinedCamera(self.session)
        self.camera.join()
        self.session.show(False)
        self.watched = Watched(self.session)

    def record(self) -> None:
        """Somebody else gets its pictures as well, in full size and the camera's own codec."""
        self.session.record(lambda received: None, True)

    def show(self, frames: Sequence[EncodedFrame]) -> list[bool]:
        """Let these come, a look after each; return whether something moved then."""
        moved: list[bool] = []
        self._run(self._show(frames, moved), 20)
        return moved

    async def _show(self, frames: Sequence[EncodedFrame], moved: list[bool]) -> None:
        for frame in frames:
            self.camera.peer.credit.sent(frame.sequence)
            self.session.receive(encode_frame(frame))
            self.look()
            before = self.watched._decoded
            if frame.keyframe or before is not None:
                # It can be decoded, and is before the next look.
                await until(lambda before=before: self.watched._decoded is not before)
            moved.append(self.watched.detector.is_moving)
        self.look()
        moved.append(self.watched.detector.is_moving)

    def look(self, after: float = LOOK) -> None:
        self.now += after
        self.watched.look(self.now)

    def close(self) -> None:
        self.watched.close()
        self.session.close()
        self.pool.close()


@pytest.fixture
def hidden(run: Callable[..., Any]) -> Iterator[Hidden]:
    hidden = Hidden(run)
    yield hidden
    hidden.close()


def jpegs(steps: Sequence[int]) -> list[EncodedFrame]:
    encoded = [simplejpeg.encode_jpeg(walked(step), 85, "BGR") for step in steps]
    return [EncodedFrame(number, 0, "jpeg", WIDTH, HEIGHT, each) for number, each in enumerate(encoded, 1)]


def h264(steps: Sequence[int]) -> list[EncodedFrame]:
    """One keyframe, and then each builds on the one before."""
    pytest.importorskip("av")
    from tests.support.h264 import frames

    return frames([np.ascontiguousarray(walked(step)) for step in steps])


@pytest.mark.parametrize("encoded", [jpegs, h264])
def test_that_motion_is_seen_in_what_is_recorded_and_nobody_looks_at(
    hidden: Hidden, encoded: Callable[[Sequence[int]], list[EncodedFrame]]
) -> None:
    hidden.record()
    assert (hidden.camera.wants[-1].codec, hidden.camera.wants[-1].width) == ("", 0)
    moved = hidden.show(encoded(STEPS))
    assert not any(moved[:QUIET_LOOKS])
    assert moved[-1]


def test_that_the_loops_thread_decodes_nothing_that_nobody_looks_at(
    hidden: Hidden, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    decode = JpegDecoder.decode

    def noted(*words: Any) -> Any:
        threads.add(threading.get_ident())
        return decode(*words)

    monkeypatch.setattr(JpegDecoder, "decode", noted)
    assert hidden.show(jpegs(STEPS))[-1]
    assert threads
    assert threading.get_ident() not in threads


def test_that_of_pictures_that_need_no_other_only_those_are_decoded_that_are_looked_at(
    hidden: Hidden, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[int] = []
    decode = JpegDecoder.decode
    monkeypatch.setattr(
        JpegDecoder,
        "decode",
        lambda self, frame, place=None: (decoded.append(frame.sequence), decode(self, frame, place))[1],
    )
    for frame in jpegs(range(12))[:-1]:
        hidden.camera.peer.credit.sent(frame.sequence)
        hidden.session.receive(encode_frame(frame))
    hidden.show(jpegs(range(12))[-1:])
    assert decoded == [12]


def test_that_a_keyframe_is_asked_for_where_the_first_picture_builds_on_another_and_not_at_every_look(
    hidden: Hidden, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    monkeypatch.setattr(hidden.session, "ask_for_keyframe", lambda: asked.append(hidden.now))
    hidden.show(h264(STEPS)[1:9])
    assert len(asked) == 2
    assert asked[1] - asked[0] >= 0.99


def test_that_nothing_moves_before_a_camera_that_sends_no_more(hidden: Hidden) -> None:
    assert hidden.show(jpegs(STEPS))[-1]
    hidden.look(GONE_SECONDS / 2)
    assert hidden.watched.detector.is_moving
    hidden.look(GONE_SECONDS)
    assert not hidden.watched.detector.is_moving


def test_that_who_stopped_looking_wants_no_pictures(hidden: Hidden) -> None:
    assert not hidden.camera.wants[-1].paused
    hidden.watched.close()
    assert hidden.camera.wants[-1].paused
