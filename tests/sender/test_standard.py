"""The standard commands, on real sources and threads, as a person gives them."""

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import simplejpeg

from camwire.frame import EncodedFrame
from camwire.values import Jpeg
from sender import Capture, Source, SourceError, UsageError
from sender.asked import Size
from sender.commands.declared import RESERVED, declare
from sender.encoders import registered
from sender.pictures.look import Look
from sender.pipeline import pipeline
from sender.pipeline.pipeline import Pipeline
from sender.pipeline.rendition import Demand, Frames
from sender.sources.generator import GeneratorSource
from sender.sources.test_pattern import TestPattern
from sender.sources.video_file import VideoFile
from sender.standard import Standard
from tests.sender.support import CLIP, SwitchedSource
from tests.support.waiting import until

TestPattern.__test__ = False  # type: ignore[attr-defined]

Run = Callable[..., Any]

CORNERED = np.zeros((48, 64, 3), np.uint8)
CORNERED[:16, :16] = 255


class Own(SwitchedSource):
    """Gives JPEG of its own, white in the upper left corner."""

    JPEG = simplejpeg.encode_jpeg(CORNERED, quality=95)

    def read(self) -> Capture | None:
        capture = super().read()
        return None if capture is None else Capture(capture.capture_time_ns, 64, 48, jpeg=self.JPEG)


class Stage:
    """A pipeline and its standard commands; while `is_watched`, each frame is taken."""

    def __init__(self, source: Source, look: Look | None = None, is_watched: bool = False, codec: str = "jpeg") -> None:
        self.frames: list[EncodedFrame] = []
        self.sizes: list[tuple[int, int]] = []
        self.demands = (Demand(codec),) if is_watched else ()
        self.source = source
        self.pipeline = Pipeline(source, look or Look(), None, self.publish, lambda *size: self.sizes.append(size))
        self.commands = Standard(
            self.pipeline,
            lambda: 2,
            lambda: {"queue-full": 3},
            lambda: {"host": "porch"},
            registered()[codec].has_quality,
        )

    def publish(self, frames: Frames) -> None:
        self.frames += frames.by_rendition.values()

    async def __aenter__(self) -> "Stage":
        await self.pipeline.start()
        self.pipeline.want(self.demands)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.pipeline.stop()

    async def next_frame(self) -> EncodedFrame:
        """The next but one frame: the next may have been encoded already."""
        count = len(self.frames)
        if isinstance(self.source, SwitchedSource):
            self.source.give()
            await until(lambda: len(self.frames) > count)
            return self.frames[-1]
        await until(lambda: len(self.frames) > count + 2)
        return self.frames[-1]


def corner(jpeg: bytes) -> tuple[int, int]:
    """Where the white corner is: row and column, 0 or 1."""
    grey = simplejpeg.decode_jpeg(jpeg, colorspace="GRAY")[..., 0]
    height, width = grey.shape
    quarters = grey[: height // 2 * 2, : width // 2 * 2].reshape(2, height // 2, 2, width // 2).mean(axis=(1, 3))
    row, column = divmod(int(quarters.argmax()), 2)
    return row, column


def test_that_all_are_declared_as_commands() -> None:
    commands = Standard(Pipeline(TestPattern(), Look(), None, print, print), lambda: 0).commands
    names = {declare(command).command.name for command in commands}
    assert names == RESERVED - {"help"}


@pytest.mark.parametrize("source", [TestPattern(), VideoFile(CLIP, loop=True)])
def test_that_set_and_get_tell_the_value_in_force(run: Run, source: Source) -> None:
    async def scene() -> None:
        async with Stage(source) as stage:
            assert await stage.commands.set("speed", "0.5") == 0.5
            assert await stage.commands.get("speed") == 0.5
            table = await stage.commands.get()
            assert isinstance(table, list)
            assert {
                "name": "speed",
                "value": 0.5,
                "range": "0.25 – 4",
                "unit": "times",
                "default": 1.0,
            } in table
            with pytest.raises(UsageError, match=r"speed goes from 0\.25 to 4 times\."):
                await stage.commands.set("speed", "5")
            assert await stage.commands.get("speed") == 0.5

    run(scene())


def test_that_a_slow_source_is_not_waited_for(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(fps=0.05)) as stage:
            await until(lambda: stage.pipeline.picture_size)
            assert await stage.commands.set("brightness", "7") == 7

    run(scene(), timeout=2)


def test_that_a_file_that_has_ended_can_be_wound_back(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        async with Stage(VideoFile(CLIP), is_watched=True) as stage:
            await stage.commands.set("position", "5.2")
            await until(lambda: "The source has ended: file" in stage.pipeline.trouble)
            with pytest.raises(UsageError, match=r"There is no picture\. The source has ended"):
                await stage.commands.snapshot()
            assert await stage.commands.set("position", "1") == 1.0
            await stage.next_frame()
            assert stage.pipeline.trouble == ""

    with caplog.at_level("INFO"):
        run(scene())
    assert caplog.text.count("The source has ended") == 1


def test_that_a_lost_source_says_so_and_nothing_is_set(run: Run) -> None:
    async def scene() -> None:
        async with Stage(SwitchedSource()) as stage:
            assert isinstance(stage.source, SwitchedSource)
            stage.source.is_plugged = False
            await until(lambda: stage.pipeline.trouble)
            with pytest.raises(UsageError, match=r"The cable is cut\. Try again when it is back\."):
                await stage.commands.set("brightness", "1")

    run(scene())


def test_that_a_source_that_hangs_is_said_after_a_while(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "ANSWER_SECONDS", 0.05)

    async def scene() -> None:
        async with Stage(SwitchedSource()) as stage:
            assert isinstance(stage.source, SwitchedSource)
            await until(stage.source.is_reading.is_set)
            with pytest.raises(UsageError, match=r"has not answered .* switched source\. Nothing was changed\."):
                await stage.commands.get()

    run(scene())


def test_that_a_request_that_waits_is_answered_when_the_camera_stops(run: Run) -> None:
    async def scene() -> None:
        async with Stage(SwitchedSource()) as stage:
            asking = asyncio.ensure_future(stage.commands.get())
            await asyncio.sleep(0)
        with pytest.raises(UsageError, match="The camera is stopping"):
            await asking

    run(scene())


def test_that_the_size_changes_live_and_no_frame_is_torn(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(fps=200), is_watched=True) as stage:
            await stage.next_frame()
            for size in ["320x240", "64x48", "source", "500x20"] * 3:
                told = await stage.commands.pictures.size(size)
                frame = await stage.next_frame()
                assert told == await stage.commands.pictures.size() == f"{frame.width}x{frame.height}"
            for frame in stage.frames:
                height, width, *_ = simplejpeg.decode_jpeg_header(bytes(frame.payload))
                assert (width, height) == (frame.width, frame.height)
            assert stage.sizes[:3] == [(640, 480), (320, 240), (64, 48)]

    run(scene())


def test_that_what_is_no_size_is_refused(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern()) as stage:
            with pytest.raises(UsageError, match="“big” is no size"):
                await stage.commands.pictures.size("big")

    run(scene())


class Growing(SwitchedSource):
    """Gives larger pictures when it is opened again for it."""

    def prefer_size(self, size: Size | None) -> bool:
        assert size is not None
        self._picture = np.zeros((size.height, size.width, 3), np.uint8)
        return True


def test_that_a_source_that_can_gives_larger_pictures_itself(run: Run) -> None:
    async def scene() -> None:
        async with Stage(Growing(), is_watched=True) as stage:
            assert isinstance(stage.source, Growing)
            await stage.next_frame()
            growing = asyncio.ensure_future(stage.commands.pictures.size("128x96"))
            await asyncio.sleep(0)
            stage.source.give()
            assert await growing == "128x96"
            assert stage.source.opened == 2
            await stage.next_frame()
            assert stage.pipeline.picture_size == (128, 96)
            assert await stage.commands.pictures.size("32x24") == "32x24"
            assert stage.source.opened == 2

    run(scene())


class Limited(Growing):
    """Has no memory for pictures as large as some."""

    def open(self) -> None:
        if self._picture.shape[1] > 128:
            raise SourceError("Cannot allocate memory.")
        super().open()

    def read(self) -> Capture | None:
        return None if self.pause(0.01) else Capture.of(self._picture)

    def prefer_size(self, size: Size | None) -> bool:
        return super().prefer_size(size or Size(64, 48))


def test_that_a_size_that_cannot_be_is_refused_and_the_pictures_stay_as_they_were(run: Run) -> None:
    async def scene() -> None:
        async with Stage(Limited(), is_watched=True) as stage:
            size, pipeline = stage.commands.pictures.size, stage.pipeline
            await until(lambda: pipeline.picture_size)
            for known in ((64, 48), (128, 96)):
                with pytest.raises(UsageError, match=r"^Cannot allocate memory\. Nothing was changed\.$"):
                    await size("640x480")
                pipeline.picture_size = None
                await until(lambda known=known: pipeline.picture_size == known)
                assert (pipeline.trouble, pipeline.size) == ("", known)
                assert await size("128x96") == "128x96"
            await until(lambda: pipeline.picture_size == (128, 96))
            # What was asked for is not asked for any more.
            await size("source")
            await until(lambda: pipeline.picture_size == (64, 48))
            assert await size() == "64x48"

    run(scene())


class Boasting(Growing):
    """Says that it can choose, and has small pictures only."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Size | None] = []

    def read(self) -> Capture | None:
        return None if self.pause(0.01) else Capture.of(self._picture)

    def prefer_size(self, size: Size | None) -> bool:
        self.asked.append(size)
        return True


@pytest.mark.parametrize("make", [TestPattern, Boasting])
def test_that_nobody_has_small_pictures_blown_up_without_end(run: Run, make: Callable[[], Source]) -> None:
    async def scene() -> None:
        async with Stage(make(), is_watched=True) as stage:
            size, source = stage.commands.pictures.size, stage.source
            await until(lambda: stage.pipeline.picture_size)
            own = await size()
            with pytest.raises(UsageError, match=f"pictures of {own} are blown up to as many pixels as 1920x1080"):
                await size("8192x8192")
            assert await size() == own
            if isinstance(source, Boasting):
                # What it was asked for is taken back.
                assert source.asked == [(8192, 8192), None]
            assert await size("1920x1080") == "1920x1080"

    run(scene())


def test_that_the_rate_changes_live(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(fps=100)) as stage:
            assert await stage.commands.pictures.fps() == "source"
            assert await stage.commands.pictures.fps(500) == 500
            stage.pipeline.captured.clear()
            await until(lambda: stage.pipeline.captured.per_second() > 200)
            assert await stage.commands.pictures.fps(20) == await stage.commands.pictures.fps() == 20
            assert (await stage.commands.status())["asked pictures per second"] == 20
            stage.pipeline.captured.clear()
            await until(lambda: 15 < stage.pipeline.captured.per_second() < 25)
            assert await stage.commands.pictures.fps(0) == "source"
            with pytest.raises(UsageError, match="pictures a second cannot be"):
                await stage.commands.pictures.fps(-1)
            with pytest.raises(UsageError, match=r"at least 0\.1"):
                await stage.commands.pictures.fps(0.01)

    run(scene())


def test_that_a_source_with_a_pace_of_its_own_is_thinned_out(run: Run) -> None:
    async def scene() -> None:
        async with Stage(VideoFile(CLIP, loop=True)) as stage:
            await stage.commands.pictures.fps(5)
            await until(lambda: stage.pipeline.drops["rate"] >= 4)

    run(scene())


def test_that_the_quality_changes_live(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(), is_watched=True) as stage:
            assert await stage.commands.pictures.quality() == 80
            assert await stage.commands.pictures.quality(100) == 100
            large = len((await stage.next_frame()).payload)
            assert await stage.commands.pictures.quality(1) == 1
            assert len((await stage.next_frame()).payload) < large / 2
            assert await stage.commands.pictures.quality(0) == 80
            with pytest.raises(UsageError, match="quality 101 cannot be"):
                await stage.commands.pictures.quality(101)

    run(scene())


def test_that_pixels_as_they_are_have_no_quality(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(), codec="raw") as stage:
            with pytest.raises(UsageError, match="so they have no quality"):
                await stage.commands.pictures.quality(50)

    run(scene())


def test_that_the_cameras_own_jpeg_passes_until_it_shall_be_otherwise(run: Run) -> None:
    async def scene() -> None:
        async with Stage(Own(), is_watched=True) as stage:
            assert (await stage.next_frame()).payload is Own.JPEG
            assert await stage.commands.pictures.quality() == "source"
            places = []
            for how in ("horizontal", "vertical", "both", "none"):
                assert await stage.commands.pictures.flip(how) == await stage.commands.pictures.flip() == how  # type: ignore[arg-type]
                places.append(corner(bytes((await stage.next_frame()).payload)))
            assert places == [(0, 1), (1, 0), (1, 1), (0, 0)]
            assert stage.frames[-1].payload is Own.JPEG
            await stage.commands.pictures.quality(50)
            assert (await stage.next_frame()).payload is not Own.JPEG

    run(scene())


async def snapshot(stage: Stage) -> Jpeg:
    taking = asyncio.ensure_future(stage.commands.snapshot())
    await asyncio.sleep(0)
    assert isinstance(stage.source, SwitchedSource)
    stage.source.give()
    return await taking


def test_that_a_snapshot_is_the_cameras_own_in_full_size_though_nobody_watches(run: Run) -> None:
    async def scene() -> None:
        async with Stage(Own(), Look(Size(32, 24), quality=10)) as stage:
            assert await snapshot(stage) == Jpeg(Own.JPEG, 64, 48)
            assert stage.frames == []
            await stage.commands.pictures.flip("both")
            taken = await snapshot(stage)
            assert (corner(taken.data), taken.width, taken.height) == ((1, 1), 64, 48)

    run(scene())


def test_that_a_snapshot_of_pixels_is_encoded(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(), Look(Size(32, 24))) as stage:
            taken = await stage.commands.snapshot()
            assert simplejpeg.decode_jpeg_header(taken.data)[:2] == (taken.height, taken.width) == (480, 640)

    run(scene())


def test_that_a_snapshot_without_a_picture_says_why(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PICTURE_SECONDS", 0.05)

    async def scene() -> None:
        async with Stage(SwitchedSource()) as stage:
            assert isinstance(stage.source, SwitchedSource)
            with pytest.raises(UsageError, match=r"No picture has come for 0 seconds\.$"):
                await stage.commands.snapshot()
            stage.source.is_plugged = False
            await until(lambda: stage.pipeline.trouble)
            with pytest.raises(UsageError, match=r"No picture has come for 0 seconds\. The cable is cut\."):
                await stage.commands.snapshot()

    run(scene())


def test_that_a_damaged_snapshot_is_said(run: Run) -> None:
    class Damaged(Own):
        JPEG = Own.JPEG[:40]

    async def scene() -> None:
        async with Stage(Damaged()) as stage:
            await stage.commands.pictures.flip("both")
            with pytest.raises(UsageError, match="sent a damaged picture"):
                await snapshot(stage)

    run(scene())


def test_that_the_status_is_told_in_the_order_to_be_read(run: Run) -> None:
    async def scene() -> None:
        async with Stage(TestPattern(fps=50)) as stage:
            await until(lambda: stage.pipeline.captured.per_second() > 40)
            status = await stage.commands.status()
            assert list(status) == [
                "uptime",
                "source",
                "pictures per second",
                "picture size",
                "sent size",
                "viewers",
                "sent now",
                "dropped",
                "not needed",
                "host",
                "software",
            ]
            assert (status["source"], status["picture size"], status["viewers"]) == ("test pattern", "640x480", 2)
            assert float(status["pictures per second"]) > 30
            assert str(status["dropped"]).endswith("3 that the network did not take")
            assert str(status["not needed"]).endswith("pictures that no viewer was ready for")

    run(scene())


def test_that_the_status_of_a_lost_source_says_why(run: Run) -> None:
    async def scene() -> None:
        async with Stage(SwitchedSource()) as stage:
            assert isinstance(stage.source, SwitchedSource)
            stage.source.is_plugged = False
            await until(lambda: stage.pipeline.trouble)
            assert (await stage.commands.status())["trouble"] == "The cable is cut."

    run(scene())


def test_that_a_restart_opens_the_source_again_and_says_what_happened(run: Run) -> None:
    async def scene() -> None:
        async with Stage(VideoFile(CLIP), is_watched=True) as stage:
            await stage.commands.set("position", "5.2")
            await until(lambda: "has ended" in stage.pipeline.trouble)
            told = await stage.commands.restart()
            assert "closed and opened again: file bigbuckbunny.mp4. Its first picture, 1280x720, came" in told
            assert (await stage.next_frame()).sequence > 2

    run(scene())


def test_that_a_failed_source_can_be_restarted(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    def pictures() -> Any:
        yield np.zeros((48, 64, 3), np.uint8)
        raise ValueError("no more")

    async def scene() -> None:
        async with Stage(GeneratorSource(pictures)) as stage:
            await until(lambda: "has failed" in stage.pipeline.trouble)
            with pytest.raises(UsageError, match="Restart it to begin anew"):
                await stage.commands.get()
            assert "64x48" in await stage.commands.restart()

    run(scene())
    assert "no more" in caplog.text


def test_that_a_restart_that_fails_is_tried_again(run: Run) -> None:
    class Stubborn(TestPattern):
        tries = 0

        def open(self) -> None:
            self.tries += 1
            if self.tries == 2:
                raise SourceError("It is busy.")
            super().open()

    async def scene() -> None:
        async with Stage(Stubborn(), is_watched=True) as stage:
            with pytest.raises(UsageError, match=r"It is busy\. It is tried again until it works\."):
                await stage.commands.restart()
            await stage.next_frame()
            await stage.next_frame()

    run(scene())
