"""Pictures from a viewer to real cameras: from programs of their own, from cameras of the wall, and from arrays."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import pytest

from camwire.errors import UsageError
from sender import Camera, ShownPicture
from tests.support.stock import free_port, stock_sender
from tests.support.taking_camera import taking_camera
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.showing.encoding import encoded
from viewer.core.showing.program import FromProgram
from viewer.core.showing.showing import Showing, Step
from viewer.core.showing.showings import Showings
from viewer.core.showing.source import FromCamera

ANYWHERE = "tcp://127.0.0.1:0"
START_SECONDS = 15.0


class Taker:
    """A real camera that takes pictures, each for `seconds`; None takes none."""

    def __init__(self, seconds: float | None = 0.0, size: str = "64x48") -> None:
        self.pictures: list[tuple[float, ShownPicture]] = []
        self.camera = Camera("taker", size=size, fps=20, listen=ANYWHERE, state="none")
        if seconds is not None:
            self._seconds = seconds
            self.camera.on_picture(self._take)

    @property
    def rate(self) -> float:
        """Pictures a second, from the second one on."""
        first, last = self.pictures[1][0], self.pictures[-1][0]
        return (len(self.pictures) - 2) / (last - first)

    async def join(self, viewer: Fleet) -> Session:
        session = viewer.add(str(self.camera.endpoint))
        await until(lambda: session.is_connected)
        return session

    async def _take(self, picture: ShownPicture) -> None:
        self.pictures.append((time.monotonic(), picture))
        await asyncio.sleep(self._seconds)


def children() -> list[str]:
    """The camera programs that this one has started."""
    found = []
    for process in psutil.Process().children():
        try:
            words = process.cmdline()
        except psutil.Error:
            continue
        found += [" ".join(words)] * ("sender" in words)
    return found


@pytest.fixture(autouse=True)
def _no_program_left() -> Any:
    yield
    end = time.monotonic() + 1
    while children() and time.monotonic() < end:
        time.sleep(0.01)
    assert not children()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """A film of two seconds, 320 x 240, 25 pictures a second."""
    place = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(place), cv2.VideoWriter.fourcc(*"MJPG"), 25, (320, 240))
    for number in range(50):
        writer.write(np.full((240, 320, 3), 5 * number, np.uint8))
    writer.release()
    return place


@pytest.mark.slow
def test_that_a_pattern_arrives_at_the_size_and_rate_that_were_asked_for(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker()
        async with taker.camera, fleet() as viewer:
            session = await taker.join(viewer)
            async with Showing(session, FromProgram("pattern"), percent=50, fps=10) as showing:
                assert showing.step is Step.STARTING
                await until(lambda: len(taker.pictures) > 25, START_SECONDS)
                assert {each.pixels.shape for _, each in taker.pictures} == {(240, 320, 3)}
                assert 8 < taker.rate < 12
                assert [each.viewer for _, each in taker.pictures[:1]] == ["Tester"]
                sequences = [each.sequence for _, each in taker.pictures]
                assert sequences == sorted(set(sequences))
                figures = showing.figures
                assert (figures.width, figures.height) == (320, 240)
                assert 7 < figures.fps < 13
                assert (showing.step, showing.sentence) == (Step.SENDING, "taker gets your pictures.")
            assert showing.step is Step.STOPPED

    run(scene(), timeout=30)


@pytest.mark.slow
def test_that_a_file_begins_again_at_its_end(run: Callable[..., Any], clip: Path) -> None:
    async def scene() -> None:
        taker = Taker()
        async with taker.camera, fleet() as viewer:
            async with Showing(await taker.join(viewer), FromProgram(str(clip))):
                await until(lambda: len(taker.pictures) > 60, START_SECONDS)
            assert {each.pixels.shape for _, each in taker.pictures} == {(240, 320, 3)}

    run(scene(), timeout=30)


@pytest.mark.alone
@pytest.mark.slow
def test_that_a_slow_camera_gets_the_newest_and_never_a_queue(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker(seconds=0.3)
        async with taker.camera, fleet() as viewer, Showing(await taker.join(viewer)) as showing:
            began = told = time.monotonic()
            for shade in range(1, 200):
                told = time.monotonic()
                pixels = np.full((48, 64, 3), shade, np.uint8)
                showing.put(encoded(pixels, 100, 95, time.monotonic()))
                await asyncio.sleep(0.01)
            await until(lambda: taker.pictures and abs(int(taker.pictures[-1][1].pixels.mean()) - 199) <= 1)
            # One that is looked at and one under way may come before the newest.
            assert time.monotonic() - told < 1.2
            assert 5 <= len(taker.pictures) <= (time.monotonic() - began) / 0.3 + 3
            assert showing.figures.drops["camera-busy"] > 150

    run(scene(), timeout=30)


@pytest.mark.slow
def test_that_it_pauses_while_the_camera_is_away_and_goes_on_when_it_is_back(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    async def scene() -> None:
        async with fleet() as viewer:
            with taking_camera(tmp_path / "one") as camera:
                await until(lambda: camera.endpoint, START_SECONDS)
                endpoint = camera.endpoint
                session = viewer.add(endpoint)
                Watcher(session)
                async with Showing(session, FromProgram("pattern"), fps=20) as showing:
                    await until(lambda: len(camera.pictures) > 5, START_SECONDS)
                    camera.kill()
                    await until(lambda: showing.step is Step.WAITING)
                    assert showing.sentence == "taker is away. The pictures go on when it is back."
                    sent = showing.figures.sent
                    with taking_camera(tmp_path / "two", endpoint) as again:
                        await until(lambda: len(again.pictures) > 5, START_SECONDS)
                        assert showing.figures.sent > sent
                        assert showing.step is Step.SENDING

    run(scene(), timeout=60)


@pytest.mark.alone
@pytest.mark.slow
def test_that_the_program_is_gone_within_a_second_of_the_stop(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker()
        async with taker.camera, fleet() as viewer:
            showing = Showing(await taker.join(viewer), FromProgram("pattern"))
            showing.start()
            await until(lambda: taker.pictures, START_SECONDS)
            assert len(children()) == 1
            began = time.monotonic()
            showing.stop()
            blocked = time.monotonic() - began
            await showing.ended()
            assert not children()
            assert blocked < 0.3
            assert time.monotonic() - began < 1
            showing.stop()

    run(scene(), timeout=30)


def test_that_it_can_be_stopped_before_the_first_picture(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker()
        async with taker.camera, fleet() as viewer:
            async with Showing(await taker.join(viewer), FromProgram("pattern")):
                pass
            assert not children()

    run(scene(), timeout=30)


def test_that_a_program_that_dies_is_told(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker()
        async with (
            taker.camera,
            fleet() as viewer,
            Showing(await taker.join(viewer), FromProgram("pattern")) as showing,
        ):
            await until(lambda: taker.pictures, START_SECONDS)
            for child in psutil.Process().children():
                if "sender" in child.cmdline():
                    child.kill()
            await until(lambda: showing.step is Step.FAILED)
            assert showing.sentence == "The program that reads pattern has ended. Start it again."

    run(scene(), timeout=30)


@pytest.mark.parametrize(
    ("spec", "why"), [("77", "No webcam answers as 77."), ("no.mp4", "There is no file “no.mp4”.")]
)
def test_that_a_source_that_cannot_be_had_says_so_in_its_own_words(
    run: Callable[..., Any], spec: str, why: str
) -> None:
    async def scene() -> None:
        taker = Taker()
        async with taker.camera, fleet() as viewer, Showing(await taker.join(viewer), FromProgram(spec)) as showing:
            await until(lambda: showing.step is Step.FAILED, START_SECONDS)
            assert showing.sentence.startswith(why)

    run(scene(), timeout=30)


def test_that_a_camera_that_takes_none_is_told_from_one_that_is_away(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker = Taker(seconds=None)
        async with taker.camera, fleet() as viewer:
            session = await taker.join(viewer)
            async with Showing(session, FromProgram("pattern")) as showing:
                assert showing.step is Step.WAITING
                assert showing.sentence.startswith("taker takes no pictures. In its program, write @camera.on_picture")

    run(scene(), timeout=30)


@pytest.mark.parametrize("percent", [100, 50, 33])
@pytest.mark.parametrize(("is_seen", "is_painted"), [(True, True), (True, False), (False, False)])
def test_that_another_camera_of_the_wall_is_passed_on(
    run: Callable[..., Any], percent: int, is_seen: bool, is_painted: bool
) -> None:
    async def scene() -> None:
        taker, giver = Taker(), Taker(None, "320x240")
        async with taker.camera, giver.camera, fleet() as viewer:
            session, other = await taker.join(viewer), await giver.join(viewer)
            if is_painted:
                Watcher(other)
            other.show(is_seen)
            async with Showing(session, FromCamera(other), percent):
                await until(lambda: len(taker.pictures) > 10, START_SECONDS)
            width, height = round(3.2 * percent), round(2.4 * percent)
            assert {each.pixels.shape for _, each in taker.pictures} == {(height, width, 3)}
            # Whoever sees it goes on seeing it.
            before = other.stats.frames
            if is_painted:
                await until(lambda: other.stats.frames > before + 3)

    run(scene(), timeout=30)


@pytest.mark.slow
@pytest.mark.parametrize(("word", "is_passed_on"), [("--raw", False), ("--bidirectional", True)])
def test_that_of_stock_senders_only_jpeg_is_passed_on(run: Callable[..., Any], word: str, is_passed_on: bool) -> None:
    async def scene() -> None:
        taker, port = Taker(), free_port()
        async with taker.camera, fleet() as viewer:
            session = await taker.join(viewer)
            viewer.listen(f"tcp://127.0.0.1:{port}", False)
            with stock_sender("netgear", "--pattern", 1, "--port", port, word, wait=False):
                await until(lambda: len(viewer) == 2, START_SECONDS)
                _, other = viewer
                async with Showing(session, FromCamera(other)) as showing:
                    if is_passed_on:
                        await until(lambda: len(taker.pictures) > 3)
                        assert showing.figures.width == taker.pictures[0][1].pixels.shape[1]
                    else:
                        await until(lambda: "uncompressed, and only JPEG can be passed on" in showing.sentence)
                        assert not taker.pictures

    run(scene(), timeout=40)


def test_that_a_camera_leaves_the_wall_and_with_it_what_is_shown_to_it(run: Callable[..., Any]) -> None:
    async def scene() -> None:
        taker, giver = Taker(), Taker(None)
        async with taker.camera, giver.camera, fleet() as viewer:
            session, other = await taker.join(viewer), await giver.join(viewer)
            showings = Showings(viewer)
            showings.begin(first := Showing(session, FromCamera(other)))
            await until(lambda: taker.pictures)
            viewer.remove(other.identity.key)
            assert (first.step, first.sentence) == (
                Step.FAILED,
                "taker was removed from the wall, so no more pictures come.",
            )
            showings.begin(second := Showing(session))
            assert (first.step, showings.to(session)) == (Step.STOPPED, second)
            viewer.remove(session.identity.key)
            assert (second.step, showings.to(session)) == (Step.STOPPED, None)
            showings.close()

    run(scene(), timeout=30)


@pytest.mark.parametrize("wish", [{"percent": 5}, {"percent": 101}, {"fps": 0}, {"quality": 0}])
def test_that_what_cannot_be_is_refused(run: Callable[..., Any], wish: dict[str, int]) -> None:
    async def scene() -> None:
        async with fleet() as viewer:
            with pytest.raises(UsageError, match="is not"):
                Showing(viewer.add("tcp://127.0.0.1:9"), None, **wish)

    run(scene())


def test_that_averaging_keeps_what_a_picture_looks_like() -> None:
    ramp = np.tile(np.linspace(0, 255, 200).astype(np.uint8)[:, None, None], (1, 120, 3))
    for percent in (10, 33, 75, 99, 100):
        frame = encoded(ramp, percent, 95, 0.0)
        pixels = cv2.imdecode(np.frombuffer(frame.payload, np.uint8), cv2.IMREAD_COLOR)
        assert pixels is not None
        wanted = cv2.resize(ramp, (frame.width, frame.height), interpolation=cv2.INTER_AREA)
        assert np.abs(pixels.astype(int) - wanted).mean() < 3


@pytest.mark.parametrize("it", [np.zeros((4, 4, 2), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8), "x"])
def test_that_what_is_no_picture_is_refused(it: object) -> None:
    with pytest.raises(UsageError, match="no picture"):
        encoded(it, 100, None, 0.0)
