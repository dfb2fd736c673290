"""What is done to pictures before they are encoded, alone and in a camera."""

import logging
from collections.abc import Callable
from typing import Any, Self

import cv2
import numpy as np
import pytest
import simplejpeg
import zmq

from sender import Camera, Capture, UsageError
from sender.asked import Size
from sender.filters import filter_for, made_filters
from sender.filters.base import Filter
from sender.filters.reducer import Reducer
from sender.filters.stabiliser import Stabiliser
from sender.pipeline.rendition import NEVER
from tests.sender.support import ANYWHERE, GREY, SwitchedSource, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
Array = np.ndarray[Any, np.dtype[Any]]
WIDTH, HEIGHT, MARGIN = 400, 300, 150


class Negative(Filter):
    """Turns dark to light; counts, and fails as long as there is an `error`."""

    def __init__(self) -> None:
        self.applied = 0
        self.error: Exception | None = None

    def apply(self, pixels: Array) -> Array:
        self.applied += 1
        if self.error is not None:
            raise self.error
        return 255 - pixels


class Wrong(Filter):
    """Returns what is no picture."""

    def apply(self, pixels: Array) -> Array:
        return pixels.astype(np.float32)


def is_watched(camera: Camera) -> bool:
    """Whether somebody would have the next picture."""
    assert camera._serving is not None
    return any(demand.due_ns < NEVER for demand in camera._serving.pipeline._encoding.demands)


def landscape() -> Array:
    """Something to hold on to, with room around it."""
    coarse = np.random.default_rng(7).integers(0, 255, (60, 70, 3), np.uint8)
    return cv2.resize(coarse, (WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN), interpolation=cv2.INTER_CUBIC)


def seen(scene: Array, places: Array) -> list[Array]:
    """What a camera sees of `scene` that looks at each of `places`: (n, 2), from the middle, to the right and down."""
    pictures = []
    for right, down in places:
        matrix = np.array([[1, 0, -MARGIN - right], [0, 1, -MARGIN - down]])
        pictures.append(cv2.warpAffine(scene, matrix, (WIDTH, HEIGHT)))
    return pictures


def found(scene: Array, pictures: list[Array]) -> Array:
    """Where the middle of each is in `scene`: (n, 2), to the right and down."""
    inner = [each[HEIGHT // 2 - 40 : HEIGHT // 2 + 40, WIDTH // 2 - 50 : WIDTH // 2 + 50] for each in pictures]
    return np.array([cv2.minMaxLoc(cv2.matchTemplate(scene, each, cv2.TM_SQDIFF))[2] for each in inner], float)


def step(places: Array) -> float:
    """How far it is from one place to the next, on average."""
    return float(np.abs(np.diff(places, axis=0)).mean())


def test_that_the_stabiliser_takes_the_shaking_out() -> None:
    scene = landscape()
    shaken = seen(scene, np.random.default_rng(1).normal(0, 6, (40, 2)))
    stabiliser = Stabiliser()
    stood = [stabiliser.apply(each) for each in shaken]
    assert {each.shape for each in stood} == {(HEIGHT, WIDTH, 3)}
    assert step(found(scene, stood[10:])) < step(found(scene, shaken[10:])) / 4


def test_that_the_stabiliser_follows_a_camera_that_is_turned() -> None:
    places = np.cumsum(np.full((70, 2), (2.0, 0.0)), axis=0)
    stabiliser = Stabiliser(10)
    scene = landscape()
    stood = [stabiliser.apply(each) for each in seen(scene, places)]
    before, now = found(scene, [stood[-21], stood[-1]])
    assert now[0] - before[0] == pytest.approx(40, abs=2)
    assert now[1] == pytest.approx(before[1], abs=1)


def test_that_the_stabiliser_stands_what_cannot_be_followed() -> None:
    stabiliser = Stabiliser()
    picture = landscape()[:HEIGHT, :WIDTH]
    black = np.zeros_like(picture)
    other = np.random.default_rng(3).integers(0, 255, picture.shape, np.uint8)
    small = np.zeros((16, 16, 3), np.uint8)
    for each in (black, black, picture, other, picture, small, picture, black):
        before = each.copy()
        assert stabiliser.apply(each).shape == each.shape
        assert (each == before).all()


def test_that_the_reducer_takes_a_share_off_both_sides() -> None:
    assert Reducer(20).apply(np.zeros((480, 640, 3), np.uint8)).shape == (384, 512, 3)
    assert Reducer(50).size(Size(641, 481)) == (320, 240)
    assert Reducer(95).size(Size(16, 16)) == (2, 2)
    assert Reducer(0).size(Size(641, 481)) == (641, 481)
    grey = np.full((48, 64, 3), 77, np.uint8)
    assert (Reducer(30).apply(grey) == 77).all()


def test_that_a_filter_is_found_by_its_name() -> None:
    made = made_filters(["stabiliser:40", "reducer:50", Reducer(10)])
    assert [type(each) for each in made] == [Stabiliser, Reducer, Reducer]
    assert [type(each) for each in made_filters("reducer")] == [Reducer]
    assert filter_for("reducer").size(Size(100, 100)) == (80, 80)


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("sepia", "There is no filter “sepia”. There are: reducer:20, stabiliser."),
        (
            "reducer:96",
            "The filter reducer takes a whole number of percent from 0 to 95, not “96”. Write it like reducer:20.",
        ),
        ("stabiliser:-1", "The filter stabiliser takes a whole number of pictures from 1 to 250, not “-1”."),
        ("stabiliser:٣", "The filter stabiliser takes a whole number of pictures from 1 to 250, not “٣”."),
        (7, "7 is no filter. Give its name, like 'stabiliser', or a Filter of your own."),
    ],
)
def test_that_what_is_no_filter_is_said(spec: Any, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        Camera("porch", filters=[spec])
    assert str(caught.value).startswith(words)


def test_that_a_reduced_picture_is_what_viewers_are_told_of(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        async with Camera("porch", source=source, listen=ANYWHERE, filters="reducer:50") as camera:
            source.give()
            await until(lambda: camera.drops["no-credit"])
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: is_watched(camera))
                source.give()
                await until(lambda: viewer.frames)
                assert (viewer.frames[0].width, viewer.frames[0].height) == (32, 24)
                assert simplejpeg.decode_jpeg(viewer.frames[0].payload).shape == (24, 32, 3)
                viewer.command("size")
                await until(lambda: viewer.received)
                assert viewer.answers()[0][1] == "32x24"

    run(scene())


class OwnJpeg(SwitchedSource):
    """Gives JPEG, as webcams do."""

    def read(self) -> Capture | None:
        capture = super().read()
        jpeg = simplejpeg.encode_jpeg(np.full((48, 64, 3), 55, np.uint8))
        return None if capture is None else Capture(capture.capture_time_ns, 64, 48, jpeg=jpeg)


def test_that_filters_are_applied_in_their_order_also_to_a_cameras_own_jpeg(run: Run, context: Context) -> None:
    async def scene() -> None:
        source = OwnJpeg()
        async with Camera("porch", source=source, listen=ANYWHERE, filters=[Negative(), "reducer:50"]) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: is_watched(camera))
                source.give()
                await until(lambda: viewer.frames)
                picture = simplejpeg.decode_jpeg(viewer.frames[0].payload)
                assert picture.shape == (24, 32, 3)
                assert picture.mean() == pytest.approx(200, abs=3)

    run(scene())


def test_that_no_work_is_spent_on_pictures_that_nobody_sees(run: Run, context: Context) -> None:
    async def scene() -> None:
        source, negative = SwitchedSource(), Negative()
        async with Camera("porch", source=source, listen=ANYWHERE, filters=[negative]) as camera:
            source.give()
            await until(lambda: camera.drops["no-credit"] == 1)
            with watching(context, camera.endpoint, Viewer("desk", takes=False)) as viewer:
                await until(lambda: is_watched(camera))
                source.give()
                await until(lambda: len(viewer.frames) == 1)
                source.give()
                await until(lambda: camera.drops["no-credit"] == 2)
            assert negative.applied == 1

    run(scene())


def test_that_a_snapshot_is_filtered_though_nobody_watches_and_no_picture_is_due(run: Run, context: Context) -> None:
    async def scene() -> None:
        source, negative = SwitchedSource(np.full((48, 64, 3), 50, np.uint8)), Negative()
        filters = [negative, "reducer:50"]
        async with Camera("porch", source=source, listen=ANYWHERE, filters=filters, fps=0.1) as camera:
            source.give()
            await until(lambda: camera.drops["no-credit"] == 1)
            with watching(context, camera.endpoint, Viewer("desk", window=0, takes=False)) as viewer:
                viewer.command("snapshot")
                assert camera._serving is not None
                filtering = camera._serving.pipeline._filtering
                await until(lambda: filtering.is_looked_at)
                source.give()
                await until(lambda: viewer.answers())
                taken: Any = viewer.answers()[0][1]
                picture = simplejpeg.decode_jpeg(taken.data)
                assert (taken.width, taken.height, picture.shape) == (32, 24, (24, 32, 3))
                assert picture.mean() == pytest.approx(205, abs=3)
                assert (negative.applied, viewer.frames, camera.drops["rate"]) == (1, [], 0)

    run(scene())


@pytest.mark.parametrize("error", [RuntimeError("no film left"), ValueError("no film left")])
def test_that_a_filter_that_fails_is_told_once_and_costs_its_pictures(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    caplog.set_level(logging.INFO)

    async def scene() -> None:
        source, negative = SwitchedSource(), Negative()
        negative.error = error
        async with Camera("porch", source=source, listen=ANYWHERE, filters=[negative]) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: is_watched(camera))
                for count in (1, 2, 3):
                    source.give()
                    await until(lambda count=count: camera.drops["encode-failed"] == count)
                viewer.command("status")
                await until(lambda: viewer.received)
                status: Any = viewer.answers()[0][1]
                assert status["filters"] == "Negative"
                assert status["trouble"] == "The filter Negative failed: no film left"
                negative.error = None
                source.give()
                await until(lambda: viewer.frames)

    run(scene())
    assert caplog.text.count("The filter Negative failed; its pictures are left out.") == 1


def test_that_a_filter_that_returns_no_picture_is_told(run: Run, context: Context, caplog: Any) -> None:
    async def scene() -> None:
        source = SwitchedSource(GREY)
        async with Camera("porch", source=source, listen=ANYWHERE, filters=Wrong()) as camera:
            with watching(context, camera.endpoint, Viewer("desk")):
                await until(lambda: is_watched(camera))
                source.give()
                await until(lambda: camera.drops["encode-failed"] == 1)

    run(scene())
    assert "apply must return an array of the shape (height, width, 3) and the type uint8." in caplog.text


def test_that_a_filter_without_a_value_of_its_own_takes_none() -> None:
    class Plain(Negative):
        name = ""

        @classmethod
        def made(cls) -> Self:
            return cls.from_value("")

    assert isinstance(Plain.made(), Plain)
    with pytest.raises(UsageError, match="takes nothing behind its name"):
        Plain.from_value("7")
