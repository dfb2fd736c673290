"""The controls that every camera has, of what it sends: from a viewer, over a real socket, to the pictures it gets."""

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire.frame import EncodedFrame
from camwire.messages import ControlAnswer
from sender import Camera, Capture, SourceLost
from sender.control import Control
from tests.sender.desk import Desk
from tests.sender.settable import Settable
from tests.sender.support import ANYWHERE, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]

FLIPS = "picture_flip is one of: none, horizontal, vertical, both."
CORNERED = np.zeros((480, 640, 3), np.uint8)
CORNERED[:160, :160] = 255


class Heedful(SwitchedSource):
    """Answers while it waits for the next picture, as cameras do."""

    def read(self) -> Capture | None:
        while not self._due.acquire(blocking=False):
            if not self.is_plugged:
                raise SourceLost("The cable is cut.")
            if self.pause(0.005):
                return None
        return Capture.of(self._picture)


class Own(Heedful):
    """Gives JPEG of its own, as webcams do, white in the upper left corner; 640x480."""

    JPEG = simplejpeg.encode_jpeg(CORNERED, quality=95)

    def read(self) -> Capture | None:
        capture = super().read()
        return None if capture is None else Capture(capture.capture_time_ns, 640, 480, jpeg=self.JPEG)


async def next_frame(viewer: Viewer, source: SwitchedSource) -> EncodedFrame:
    """The next but one: the next may have been encoded already."""
    for _ in range(2):
        count = len(viewer.frames)
        while len(viewer.frames) == count:
            source.give()
            # One that comes before the viewer's credit is for nobody.
            with contextlib.suppress(AssertionError):
                await until(lambda count=count: len(viewer.frames) > count, 0.5)
    return viewer.frames[-1]


def camera(source: Any, **more: Any) -> Camera:
    return Camera("porch", source=source, listen=ANYWHERE, state="none", **more)


def test_that_also_a_camera_whose_source_has_no_controls_has_some(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Heedful()
        async with camera(source) as it:
            source.give()
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: "picture_size" in desk.values)
                assert desk.values == {
                    "picture_flip": "none",
                    "picture_size": "source",
                    "picture_quality": 80,
                    "picture_rate": "source",
                }
                assert desk.told[-1].state.text == "This source has no controls."
                assert desk.row("picture_size").choices == ("source", "48x36", "32x24", "20x16")
                answer = await desk.set("light", True)
                assert answer.text.startswith("This source has no controls. Of what is sent can be set: picture_flip, ")

    run(scene())


def test_that_a_flip_is_confirmed_and_seen_and_told_to_all(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Own()
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.values and hall.values)
                assert (await next_frame(desk, source)).payload == Own.JPEG
                assert await desk.set("picture_flip", "both") == ControlAnswer(1, "picture_flip", "both")
                await until(lambda: hall.values["picture_flip"] == "both")
                picture = simplejpeg.decode_jpeg((await next_frame(desk, source)).payload)
                assert (picture[0, 0, 0] < 9, picture[-1, -1, 0] > 246) == (True, True)

    run(scene())


@pytest.mark.parametrize("value", ["Both", "upside down", 1, True, None, ["both"]])
def test_that_what_no_picture_can_be_is_answered_with_the_range(value: object, run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(Heedful()) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                assert await desk.set("picture_flip", value) == ControlAnswer(1, "picture_flip", "none", FLIPS)
                assert desk.values["picture_flip"] == "none"

    run(scene())


def test_that_size_quality_and_rate_are_in_force_at_once(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Own()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                await next_frame(desk, source)
                await until(lambda: "picture_size" in desk.values)
                assert (await desk.set("picture_size", "320x240")).value == "320x240"
                frame = await next_frame(desk, source)
                assert (frame.width, frame.height) == (320, 240)
                assert (await desk.set("picture_size", "source")).value == "source"
                assert (await desk.set("picture_quality", 20)).value == 20
                assert len((await next_frame(desk, source)).payload) < len(Own.JPEG)
                # The usual is that of the camera itself, which need not be made anew.
                assert (await desk.set("picture_quality", 80)).value == 80
                assert (await next_frame(desk, source)).payload == Own.JPEG
                source.give()
                assert (await desk.set("picture_rate", "15")).value == "15"
                assert it._serving is not None
                assert it._serving.pipeline.fps == 15

    run(scene())


def test_that_the_default_is_what_the_camera_was_started_with(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Own()
        async with camera(source, size="200x150", fps=12.5, quality=60) as it:
            source.give()
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: "picture_size" in desk.values)
                rows = {name: desk.row(f"picture_{name}") for name in ("flip", "size", "quality", "rate")}
                assert {name: row.default for name, row in rows.items()} == {
                    "flip": "none",
                    "size": "200x150",
                    "quality": 60,
                    "rate": "12.5",
                }
                assert "200x150" in rows["size"].choices
                assert "12.5" in rows["rate"].choices
                await desk.set("picture_quality", 80)
                assert it._serving is not None
                assert it._serving.pipeline.look.quality == 80

    run(scene())


def test_that_a_rate_as_low_as_the_camera_was_started_with_can_be_had_again(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(Heedful(), fps=0.05) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                assert desk.row("picture_rate").default == "0.05"
                assert (await desk.set("picture_rate", "1")).value == "1"
                assert (await desk.set("picture_rate", "0.05")).value == "0.05"

    run(scene())


def test_that_what_a_command_changes_is_told(run: Run, context: Context) -> None:
    async def scene() -> None:
        async with camera(Heedful()) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                desk.command("flip", how="vertical")
                await until(lambda: desk.values["picture_flip"] == "vertical")
                desk.command("set", name="Picture_Flip", value="Horizontal")
                await until(lambda: desk.values["picture_flip"] == "horizontal")
                desk.command("get", name="picture_flip")
                await until(lambda: len(desk.answers()) == 3)
                assert [value for _, value in desk.answers()] == ["vertical", "horizontal", "horizontal"]

    run(scene())


def test_that_a_name_of_the_source_is_the_sources(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Settable(Control("Picture_flip", "boolean"))
        source.shown = {"Picture_flip": False}
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                assert "picture_flip" not in desk.values
                assert (await desk.set("picture_flip", True)).value is True
                assert source.taken == [("Picture_flip", True)]
                desk.command("get")
                await until(lambda: desk.answers())
                names = [row["name"] for row in desk.answers()[0][1]]  # type: ignore[attr-defined]
                assert [each.lower() for each in names].count("picture_flip") == 1

    run(scene())


def test_that_they_can_be_set_while_the_source_is_away(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Heedful()
        async with camera(source) as it:
            with watching(context, it.endpoint, Desk("desk")) as desk:
                await until(lambda: desk.values)
                source.is_plugged = False
                await until(lambda: it.flow is not None and it.flow.is_lost)
                assert (await desk.set("picture_flip", "both")).value == "both"
                await until(lambda: desk.values["picture_flip"] == "both")

    run(scene())


def test_that_they_need_not_wait_for_a_source_that_hangs(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = Settable(Control("light", "boolean"))
        source.shown = {"light": False}
        async with camera(source) as it:
            with (
                watching(context, it.endpoint, Desk("desk")) as desk,
                watching(context, it.endpoint, Desk("hall")) as hall,
            ):
                await until(lambda: desk.values and hall.values)
                source.released.clear()
                desk.change(1, "light", True)
                desk.change(2, "picture_flip", "both")
                await until(lambda: desk.answered and hall.values["picture_flip"] == "both")
                assert desk.answered == [ControlAnswer(2, "picture_flip", "both")]
                assert hall.values["light"] is False
                source.released.set()
                await until(lambda: len(desk.answered) == 2 and hall.values["light"])

    run(scene())
