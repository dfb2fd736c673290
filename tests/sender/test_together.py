"""Several cameras in one program: each for itself, and none held up by another."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import zmq

from sender import Camera, SourceError, UsageError, together
from sender.together import serve_all
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]

PROGRAM = """
from sender import Camera
from sender.together import run_all
cameras = [Camera(name, listen="tcp://127.0.0.1:0", state="none") for name in ("left eye", "right eye")]
raise SystemExit(run_all(cameras))
"""


def camera(name: str, source: Any = None) -> Camera:
    return Camera(name, source=source, listen=ANYWHERE)


def test_that_each_camera_has_its_own_pictures_and_viewers(run: Run, context: Context) -> None:
    async def scene() -> None:
        left, right = (camera(name, SwitchedSource()) for name in ("left", "right"))
        up: list[Camera] = []
        task = asyncio.ensure_future(serve_all([left, right], up.append))
        await until(lambda: len(up) == 2)
        with (
            watching(context, left.endpoint, Viewer("desk")) as one,
            watching(context, right.endpoint, Viewer("phone")) as other,
        ):
            await until(lambda: one.camera.is_open and other.camera.is_open)
            assert (left.viewers, right.viewers) == (["desk"], ["phone"])
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (left.viewers, right.viewers) == ([], [])

    run(scene())


def test_that_a_camera_whose_source_is_missing_starts_later_and_disturbs_no_other(
    run: Run, context: Context, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(together, "FIRST_PAUSE", 0.02)
    caplog.set_level(logging.INFO)

    async def scene() -> None:
        there, missing = SwitchedSource(), SwitchedSource()
        missing.is_plugged = False
        left, right = camera("left", there), camera("right", missing)
        up: list[Camera] = []
        task = asyncio.ensure_future(serve_all([left, right], up.append))
        await until(lambda: up == [left] and "right cannot start. No cable." in caplog.text)
        with watching(context, left.endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.camera.is_open)
            missing.is_plugged = True
            await until(lambda: up == [left, right])
            assert not viewer.has_left
        with watching(context, right.endpoint, Viewer("desk")) as viewer:
            # Those that come before the viewer can take any are dropped.
            await until(lambda: missing.give() or viewer.frames)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(scene())
    assert caplog.text.count("right cannot start") == 1
    assert "right has started: switched source." in caplog.text


def test_that_it_is_said_when_none_of_them_can_start(run: Run) -> None:
    async def scene() -> None:
        sources = [SwitchedSource(), SwitchedSource()]
        for each in sources:
            each.is_plugged = False
        with pytest.raises(SourceError) as caught:
            await serve_all([camera("left", sources[0]), camera("right", sources[1])])
        assert str(caught.value) in (
            "None of the cameras could start. left: No cable. right: No cable.",
            "None of the cameras could start. right: No cable. left: No cable.",
        )
        with pytest.raises(SourceError, match=r"^No cable\.$"):
            await serve_all([camera("left", sources[0])])

    run(scene())


def test_that_a_mistake_of_one_ends_all_and_names_it(run: Run, context: Context) -> None:
    async def scene() -> None:
        up: list[Camera] = []
        first = asyncio.ensure_future(serve_all([camera("first")], up.append))
        await until(lambda: up)
        taken = Camera("right", listen=str(up[0].endpoint))
        with pytest.raises(UsageError, match=r"^right: "):
            await serve_all([camera("left"), taken])
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first

    run(scene())


def test_that_two_of_one_name_and_none_at_all_are_refused(run: Run) -> None:
    with pytest.raises(UsageError, match="Two cameras are called “left”"):
        run(serve_all([camera("left"), camera("right"), camera("left")]))
    with pytest.raises(UsageError, match="There is no camera to serve"):
        run(serve_all([]))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs SIGTERM")
def test_that_a_program_with_two_cameras_tells_of_both_and_ends_at_a_signal() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        told = "".join(program.stderr.readline() for _ in range(4))
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0
    for name in ("left eye", "right eye"):
        assert f"{name} shows: test pattern. End it with Ctrl+C." in told


class BrokenSource(SwitchedSource):
    """Fails by a mistake in its program."""

    def open(self) -> None:
        raise LookupError("a mistake")


def test_that_a_mistake_of_one_source_leaves_the_other_cameras_alone(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        left, right = camera("left", SwitchedSource()), camera("right", BrokenSource())
        up: list[Camera] = []
        task = asyncio.ensure_future(serve_all([left, right], up.append))
        await until(lambda: up == [left] and "right cannot start" in caplog.text)
        with watching(context, left.endpoint, Viewer("desk")) as viewer:
            await until(lambda: viewer.camera.is_open)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(scene())
    assert "Its source has failed: a mistake." in caplog.text
