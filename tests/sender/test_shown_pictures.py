"""Pictures that viewers send to a camera, over real sockets."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire import messages
from camwire.events import CreditGranted
from camwire.frame import EncodedFrame
from sender import Camera, ShownPicture
from sender.talk.shown_pictures import WINDOW
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]


def porch(function: Callable[[ShownPicture], object]) -> Camera:
    camera = Camera("porch", source=SwitchedSource(), listen=ANYWHERE)
    camera.on_picture(function)  # type: ignore[type-var]
    return camera


def show(viewer: Viewer, sequence: int, payload: bytes | None = None, codec: str = "jpeg") -> None:
    """Send a picture whose shade is its number."""
    if payload is None:
        payload = simplejpeg.encode_jpeg(np.full((16, 24, 3), sequence, np.uint8), quality=100)
    viewer.send(*messages.encode_frame(EncodedFrame(sequence, 0, codec, 24, 16, payload)))


def granted(viewer: Viewer) -> int:
    """How often the camera said that a picture was taken, and once that it may be sent."""
    return sum(isinstance(event, CreditGranted) for event in viewer.events)


def test_that_pictures_reach_the_function_and_credit_comes_back(run: Run, context: Context) -> None:
    shown: list[ShownPicture] = []
    threads: set[str] = set()

    def look(picture: ShownPicture) -> None:
        threads.add(threading.current_thread().name)
        shown.append(picture)

    async def scene() -> None:
        async with porch(look) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: granted(viewer) == 1)
                for sequence in (1, 2, 3):
                    show(viewer, sequence)
                    await until(lambda n=sequence: granted(viewer) == 1 + n)
        assert [picture.sequence for picture in shown] == [1, 2, 3]
        assert {picture.viewer for picture in shown} == {"desk"}
        assert all(picture.pixels.shape == (16, 24, 3) for picture in shown)
        assert [int(picture.pixels[0, 0, 0]) for picture in shown] == [1, 2, 3]
        assert threads == {"messages"}

    run(scene())


def test_that_an_async_function_looks_on_the_loop(run: Run, context: Context) -> None:
    shown: list[tuple[int, object]] = []

    async def look(picture: ShownPicture) -> None:
        shown.append((picture.sequence, asyncio.get_running_loop()))

    async def scene() -> None:
        async with porch(look) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: granted(viewer) == 1)
                show(viewer, 1)
                await until(lambda: shown == [(1, asyncio.get_running_loop())])

    run(scene())


def test_that_the_newest_wins_and_credit_goes_at_the_pace_of_the_function(run: Run, context: Context) -> None:
    gate, shown = threading.Event(), list[int]()

    def look(picture: ShownPicture) -> None:
        shown.append(picture.sequence)
        gate.wait(10)

    async def scene() -> None:
        async with porch(look) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: granted(viewer) == 1)
                for sequence in range(1, WINDOW + 1):
                    assert viewer.camera.credit.has_credit
                    viewer.camera.credit.sent(sequence)
                assert not viewer.camera.credit.has_credit
                show(viewer, 1)
                await until(lambda: shown == [1])
                for sequence in range(2, 20):
                    show(viewer, sequence)
                number = viewer.command("status")
                await until(lambda: [about for about, _ in viewer.answers()] == [number])
                assert granted(viewer) == 1
                gate.set()
                await until(lambda: shown == [1, 19] and granted(viewer) == 3)

    run(scene())


def test_that_damaged_pictures_are_told_once_and_good_ones_go_on(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[int] = []
    huge = simplejpeg.encode_jpeg(np.zeros((16, 16, 3), np.uint8))
    at = huge.index(b"\xff\xc0") + 5
    huge = huge[:at] + b"\xff\xdc\xff\xdc" + huge[at + 4 :]

    async def scene() -> None:
        async with porch(lambda picture: shown.append(picture.sequence)) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: granted(viewer) == 1)
                damaged: list[tuple[bytes | None, str]] = [
                    (b"", "jpeg"),
                    (b"rubbish", "jpeg"),
                    (None, "h264"),
                    (huge, "jpeg"),
                ]
                for sequence, (payload, codec) in enumerate(damaged, start=1):
                    show(viewer, sequence, payload, codec)
                    await until(lambda n=sequence: granted(viewer) == 1 + n)
                show(viewer, 9)
                await until(lambda: shown == [9])

    run(scene())
    assert caplog.text.count("cannot be used") == 1


@pytest.mark.parametrize("error", [ValueError("oh"), asyncio.CancelledError()])
def test_that_an_exception_in_the_function_ends_nothing(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture, error: BaseException
) -> None:
    seen: list[int] = []

    async def look(picture: ShownPicture) -> None:
        seen.append(picture.sequence)
        raise error

    async def scene() -> None:
        async with porch(look) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: granted(viewer) == 1)
                for sequence in (1, 2):
                    show(viewer, sequence)
                    await until(lambda n=sequence: granted(viewer) == 1 + n)
        assert seen == [1, 2]
        assert "The picture function failed." in caplog.text

    run(scene())


def test_that_a_camera_that_wants_no_pictures_gives_no_credit_and_minds_none(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", source=SwitchedSource(), listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
                show(viewer, 1)
                number = viewer.command("fps")
                await until(lambda: [about for about, _ in viewer.answers()] == [number])
                assert granted(viewer) == 0

    run(scene())
