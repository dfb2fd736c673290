"""The camera sends what the tile can show: real cameras and viewers, over real sockets."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import simplejpeg
import zmq

from camwire.events import CameraGreeted
from camwire.messages import Want
from sender import Camera, Yuv420
from sender.encoders import for_viewers
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
NANO = 1_000_000_000

HD = np.zeros((720, 1280, 3), np.uint8)
HD[:, 640:] = 200


def want(viewer: Viewer, **words: object) -> None:
    viewer.send(*viewer.camera.send_want(Want(**words)))  # type: ignore[arg-type]


def size(viewer: Viewer) -> tuple[int, int]:
    """What its newest frame really holds."""
    height, width = simplejpeg.decode_jpeg_header(viewer.frames[-1].payload)[:2]
    assert (viewer.frames[-1].width, viewer.frames[-1].height) == (width, height)
    return width, height


async def next_frame(source: SwitchedSource, viewer: Viewer) -> None:
    """Give pictures until the viewer gets one; a want and credits may still be on their way to the camera."""
    count = len(viewer.frames)

    def given() -> bool:
        source.give()
        return len(viewer.frames) > count

    await until(given, every=0.02)


async def settled(source: SwitchedSource, viewer: Viewer, wanted: tuple[int, int]) -> None:
    while not viewer.frames or size(viewer) != wanted:
        await next_frame(source, viewer)


def test_that_each_viewer_gets_pictures_as_large_as_their_place(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(HD)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            wall, full = Viewer("wall"), Viewer("full")
            with watching(context, camera.endpoint, wall), watching(context, camera.endpoint, full):
                await until(lambda: len(camera.viewers) == 2)
                want(wall, width=320, height=240)
                await settled(source, wall, (320, 180))
                await settled(source, full, (1280, 720))
                shared = {frame.sequence for frame in wall.frames} & {frame.sequence for frame in full.frames}
                assert shared

    run(scene())


def test_that_a_resize_acts_at_the_next_picture(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(HD)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("wall", takes=False)) as viewer:
                # The credit of the greeting is spent first, for it may come before a want.
                await next_frame(source, viewer)
                for width, height in ((320, 180), (640, 360), (160, 90), (1280, 720)):
                    want(viewer, width=width, height=height)
                    # They go the same way: when the credit has come, the want has, too.
                    viewer.send(*viewer.camera.send_taken(viewer.frames[-1].sequence, 1))
                    await next_frame(source, viewer)
                    assert size(viewer) == (width, height)

    run(scene())


def test_that_a_viewer_that_wants_few_pictures_holds_up_nobody(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", listen=ANYWHERE, fps=30) as camera:
            slow, fast = Viewer("slow"), Viewer("fast")
            with watching(context, camera.endpoint, slow), watching(context, camera.endpoint, fast):
                await until(lambda: len(camera.viewers) == 2)
                want(slow, fps=5)
                await until(lambda: slow.frames)
                begun, slow_begun = len(fast.frames), len(slow.frames)
                await until(lambda: len(slow.frames) == slow_begun + 6)
                times = [frame.capture_time_ns or 0 for frame in slow.frames[slow_begun + 1 :]]
                apart = [(later - earlier) / NANO for earlier, later in pairwise(times)]
                assert min(apart) > 0.15
                assert len(fast.frames) - begun > 15

    run(scene())


def test_that_a_viewer_that_takes_nothing_holds_up_no_other_of_another_size(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(HD)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            stuck, wall = Viewer("stuck", takes=False), Viewer("wall")
            with watching(context, camera.endpoint, stuck), watching(context, camera.endpoint, wall):
                await until(lambda: len(camera.viewers) == 2)
                want(wall, width=320, height=180)
                await settled(source, wall, (320, 180))
                for _ in range(10):
                    await next_frame(source, wall)
                assert len(stuck.frames) == 1

    run(scene())


def test_that_a_hidden_tile_costs_no_work(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(HD)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("wall")) as viewer:
                await next_frame(source, viewer)
                viewer.pause(True)
                before = camera.drops["no-credit"]

                def has_paused() -> bool:
                    source.give()
                    return camera.drops["no-credit"] >= before + 5

                await until(has_paused, every=0.02)
                viewer.pause(False)
                await next_frame(source, viewer)

    run(scene())


def test_that_the_quality_is_what_the_viewer_can_use(run: Run, context: Context) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (120, 160, 3), np.uint8)

    async def scene() -> None:
        source = SwitchedSource(noise)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("wall")) as viewer:
                await next_frame(source, viewer)
                usual = len(viewer.frames[-1].payload)
                want(viewer, quality=20)
                while len(viewer.frames[-1].payload) > usual / 2:
                    await next_frame(source, viewer)

    run(scene())


def test_that_status_tells_what_is_sent_to_how_many(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource(HD)
        async with Camera("porch", source=source, listen=ANYWHERE) as camera:
            wall, full, desk = Viewer("wall"), Viewer("full"), Viewer("desk")
            with (
                watching(context, camera.endpoint, wall),
                watching(context, camera.endpoint, full),
                watching(context, camera.endpoint, desk),
            ):
                await until(lambda: len(camera.viewers) == 3)
                for viewer in (wall, desk):
                    want(viewer, width=320, height=180)
                    await settled(source, viewer, (320, 180))
                await settled(source, full, (1280, 720))
                desk.command("status")
                await until(lambda: desk.answers())
                ((_, status),) = desk.answers()
                assert isinstance(status, dict)
                assert sorted(status["sent now"].split(", ")) == ["1280x720 jpeg ×1", "320x180 jpeg ×2"]

    run(scene())


def test_that_a_camera_says_in_which_codecs_it_can_send(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with Camera("porch", listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.camera.is_open)
            (greeted,) = [event for event in viewer.events if isinstance(event, CameraGreeted)]
            assert greeted.hello.streams[0].codecs == for_viewers()
            assert for_viewers()[0] == "jpeg"
            assert "raw" not in for_viewers()

    run(scene())


def test_that_planes_are_a_picture(run: Run, context: Context) -> None:
    def pictures() -> Iterator[Yuv420]:
        y, u, v = np.full((90, 160), 76, np.uint8), np.full((45, 80), 85, np.uint8), np.full((45, 80), 255, np.uint8)
        while True:
            yield Yuv420(y, u, v)

    async def scene() -> None:
        async with Camera("porch", source=pictures, listen=ANYWHERE, fps=30) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: camera.viewers)
                want(viewer, width=80, height=80)
                await until(lambda: viewer.frames and size(viewer) == (80, 44))
                pixels = simplejpeg.decode_jpeg(viewer.frames[-1].payload, colorspace="BGR")
                # Full red, as JPEG counts it.
                assert abs(pixels.mean(axis=(0, 1)) - (0, 0, 254)).max() < 3

    run(scene())
