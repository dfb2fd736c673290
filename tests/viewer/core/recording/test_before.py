"""What is kept of the last seconds, so that a recording can begin with them."""

from typing import Any

import pytest

from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from viewer.core.recording import before
from viewer.core.recording.before import MOST_BYTES_IN_ALL, Before, share_memory

Frames = list[tuple[int, bool]]


class Watched:
    """As much of a session as gives frames; `requests` counts the keyframes that it was asked for."""

    def __init__(self) -> None:
        self.takers: list[Any] = []
        self.requests = 0
        self._last = 0

    def record(self, taker: Any, is_full_size: bool) -> None:
        self.takers.append(taker)

    def stop_recording(self, taker: Any) -> None:
        self.takers.remove(taker)

    def ask_for_keyframe(self) -> None:
        self.requests += 1

    def send(self, sequence: int, keyframe: bool, size: int = 1000) -> None:
        frame = EncodedFrame(sequence, 0, "h264", 64, 48, bytes(size), keyframe, 0 if keyframe else self._last)
        self._last = sequence
        for taker in self.takers:
            taker(FrameReceived(frame, 0.0, 0.0))


class Scene:
    """One camera, a frame a second, and what is kept of it for ten seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.camera = Watched()
        self.before = Before(self.camera, 10, True, lambda: self.now)  # type: ignore[arg-type]

    def send(self, count: int, keyframes: int, size: int = 1000) -> None:
        """Send frames, of which every so-manieth is a keyframe."""
        for _ in range(count):
            self.now += 1
            self.camera.send(int(self.now), (int(self.now) - 1) % keyframes == 0, size)

    @property
    def kept(self) -> list[int]:
        return [received.frame.sequence for _, received in self.before.frames]


def test_that_of_jpeg_the_last_seconds_are_kept() -> None:
    scene = Scene()
    scene.send(30, keyframes=1)
    assert scene.kept == list(range(20, 31))


def test_that_what_is_kept_begins_with_a_keyframe_and_is_long_enough() -> None:
    scene = Scene()
    scene.send(30, keyframes=4)
    assert (scene.kept[0] - 1) % 4 == 0
    assert 10 <= len(scene.kept) <= 14


def test_that_a_camera_that_sends_no_keyframe_is_asked_for_one() -> None:
    scene = Scene()
    scene.send(15, keyframes=1000)
    assert scene.camera.requests > 0


def test_that_no_more_than_so_many_bytes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(before, "MOST_BYTES", 5000)
    scene = Scene()
    scene.send(30, keyframes=1)
    assert len(scene.kept) == 5


def test_that_many_cameras_share_what_may_be_kept() -> None:
    befores = [Scene().before for _ in range(16)]
    share_memory(befores)
    assert sum(each.most_bytes for each in befores) <= MOST_BYTES_IN_ALL
    share_memory(befores[:2])
    assert befores[0].most_bytes == before.MOST_BYTES


def test_that_where_bytes_end_a_whole_group_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(before, "MOST_BYTES", 5000)
    scene = Scene()
    scene.send(7, keyframes=1000)
    assert scene.kept == []
    assert scene.camera.requests > 0


def test_that_nothing_is_kept_when_it_is_over() -> None:
    scene = Scene()
    scene.send(5, keyframes=1)
    scene.before.close()
    assert scene.kept == []
    assert scene.camera.takers == []
