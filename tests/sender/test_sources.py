"""Sources, one by one, on real video."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest

from sender import Capture, Source, SourceError, Yuv420
from sender.asked import Asked, Size
from sender.available import Available, as_text
from sender.sources import registered, source_for
from sender.sources.base import NANO
from sender.sources.generator import GeneratorSource
from sender.sources.network import NetworkStream
from sender.sources.test_pattern import Drawing, TestPattern
from sender.sources.video_file import Timeline, VideoFile
from tests.sender.support import CLIP

Run = Callable[..., Any]
TestPattern.__test__ = False  # type: ignore[attr-defined]


def read(source: Source, pictures: int) -> list[Capture]:
    source.open()
    try:
        captures = [source.read() for _ in range(pictures)]
    finally:
        source.close()
    return [each for each in captures if each is not None]


def seconds_between(captures: list[Capture]) -> list[float]:
    times = [each.capture_time_ns / NANO for each in captures]
    return [later - earlier for earlier, later in pairwise(times)]


def test_that_each_spec_finds_its_source() -> None:
    specs = ["0", "/dev/v4l/by-id/usb-cam", CLIP, "rtsp://porch/live", "https://porch/mjpeg", "screen:1", "pattern"]
    names = [type(source_for(spec, Asked())).__name__ for spec in specs]
    assert names == ["Webcam", "Webcam", "VideoFile", "NetworkStream", "MjpegStream", "Screen", "TestPattern"]


def test_that_an_unknown_spec_lists_what_is_possible() -> None:
    with pytest.raises(SourceError) as caught:
        source_for("xyz", Asked())
    assert str(caught.value) == (
        "There is no source “xyz”. Use a number for a webcam, picamera for a Raspberry Pi camera, a folder of "
        "pictures, a file, an http:// address, an rtsp:// address, screen, or pattern."
    )


@pytest.mark.parametrize("spec", ["x" * 300, "a/" + "x" * 300 + ".mp4", "a\0b.mp4"])
def test_that_a_name_that_no_file_can_have_is_told_in_a_sentence(spec: str) -> None:
    with pytest.raises(SourceError):
        source_for(spec, Asked()).open()


def test_that_no_sentence_repeats_a_password() -> None:
    for spec, options in (("gopher://me:secret@porch/a", {}), ("rtsp://me:secret@porch/a", {"gain": 2})):
        with pytest.raises(SourceError, match=r"source “[a-z]+://…@porch/a”"):
            source_for(spec, Asked(options=options))


def test_that_every_source_says_how_to_ask_for_it() -> None:
    names = [each.__name__ for each in registered()]
    assert names[:4] == ["Webcam", "PiCamera", "ImageFolder", "VideoFile"]
    assert names[4:] == ["MjpegStream", "NetworkStream", "Screen", "TestPattern"]


def test_that_a_missing_file_is_said() -> None:
    with pytest.raises(SourceError, match=r"There is no file “nowhere/clip\.mp4”\. Check the path\."):
        source_for("nowhere/clip.mp4", Asked()).open()


def test_that_a_file_that_is_no_video_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_text("Dear video, ...")
    with pytest.raises(
        SourceError, match=r"letter\.mp4” is not a video that can be read\. Try another file, or convert"
    ):
        VideoFile(str(path)).open()


def test_that_a_folder_is_no_video(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not a video that can be read"):
        VideoFile(str(tmp_path)).open()


@pytest.mark.alone
def test_that_a_file_keeps_its_own_pace() -> None:
    captures = read(VideoFile(CLIP), 26)
    took = (captures[-1].capture_time_ns - captures[0].capture_time_ns) / NANO
    assert took == pytest.approx(1.0, abs=0.08)
    assert (captures[0].width, captures[0].height) == (1280, 720)


def test_that_a_late_file_neither_waits_nor_runs_ahead() -> None:
    timeline = Timeline(25)
    assert timeline.due_ns(0, 1000) == 1000
    late_ns = 1000 + 100_000_000
    assert timeline.due_ns(40, late_ns) == 1000 + 40_000_000
    assert timeline.due_ns(200, late_ns) == 1000 + 200_000_000


def test_that_a_file_goes_on_after_the_machine_slept_instead_of_rushing() -> None:
    timeline = Timeline(25)
    timeline.due_ns(0, 0)
    assert timeline.due_ns(40, 3600 * NANO) == 3600 * NANO
    assert timeline.due_ns(80, 3600 * NANO) == 3600 * NANO + 40_000_000


def test_that_positions_that_stand_still_are_replaced_by_the_frame_rate() -> None:
    timeline = Timeline(50)
    assert [timeline.due_ns(0, 0) for _ in range(3)] == [0, 20_000_000, 40_000_000]


@pytest.mark.alone
def test_that_a_looped_file_keeps_its_pace_over_the_wrap() -> None:
    source = VideoFile(CLIP, loop=True)
    source.open()
    source._film.video.set(1, 126)
    captures = [source.read() for _ in range(12)]
    source.close()
    gaps = seconds_between([each for each in captures if each is not None])
    assert len(gaps) == 11
    assert max(gaps) < 0.08
    assert sum(gaps) == pytest.approx(11 * 0.04, abs=0.05)


def test_that_a_file_ends_without_loop() -> None:
    source = VideoFile(CLIP)
    source.open()
    source._film.video.set(1, 130)
    assert [source.read() is None for _ in range(3)] == [False, False, True]
    source.close()


@pytest.mark.alone
def test_that_interrupting_ends_a_pause_at_once() -> None:
    source = TestPattern(fps=0.1)
    source.open()
    source.read()
    results: list[Capture | None] = []
    thread = Thread(target=lambda: results.append(source.read()))
    thread.start()
    began = time.monotonic()
    source.interrupt()
    thread.join()
    assert results == [None]
    assert time.monotonic() - began < 0.1


@pytest.mark.alone
def test_that_the_pattern_moves_and_keeps_its_pace() -> None:
    captures = read(TestPattern("porch", fps=50), 11)
    first, last = captures[0].pixels, captures[-1].pixels
    assert first is not None
    assert last is not None
    assert first.shape == (480, 640, 3)
    assert (first != last).any(axis=2).sum() > 1000
    assert sum(seconds_between(captures)) == pytest.approx(0.2, abs=0.05)


def test_that_patterns_of_sixteen_names_look_different() -> None:
    backgrounds = [Drawing(f"camera {number}", Size(64, 48))._background.mean(axis=(0, 1)) for number in range(16)]
    distances = [np.abs(one - other).max() for i, one in enumerate(backgrounds) for other in backgrounds[:i]]
    assert min(distances) > 2


@pytest.mark.parametrize("name", ["🎥", "玄関カメラ", "x" * 80, "9" * 80, "\u202e"])
def test_that_any_name_can_be_drawn(name: str) -> None:
    assert Drawing(name, Size(640, 480)).picture(time.time_ns()).shape == (480, 640, 3)


@pytest.mark.parametrize("size", [Size(16, 16), Size(2000, 16), Size(16, 2000), Size(1920, 1080)])
def test_that_the_pattern_fits_any_size(size: Size) -> None:
    assert Drawing("porch", size).picture(time.time_ns()).shape == (size.height, size.width, 3)


@pytest.mark.alone
def test_that_a_pattern_costs_little() -> None:
    drawing = Drawing("porch", Size(640, 480))
    drawing.picture(time.time_ns())
    began = time.thread_time()
    for _ in range(100):
        drawing.picture(time.time_ns())
    assert (time.thread_time() - began) / 100 < 0.0015


def test_that_pictures_of_a_generator_are_taken_as_they_come() -> None:
    def pictures() -> Iterator[object]:
        for shade in (10, 20):
            yield np.full((4, 6, 3), shade, np.uint8)

    captures = read(GeneratorSource(pictures), 3)
    assert [each.pixels.max() for each in captures if each.pixels is not None] == [10, 20]
    assert (captures[0].width, captures[0].height) == (6, 4)


def test_that_a_generator_may_use_its_array_again() -> None:
    array = np.zeros((4, 6, 3), np.uint8)

    def pictures() -> Iterator[object]:
        yield array
        array[:] = 255
        yield array

    captures = read(GeneratorSource(pictures), 2)
    assert [each.pixels.max() for each in captures if each.pixels is not None] == [0, 255]


def test_that_planes_are_taken_as_planes_and_may_be_used_again() -> None:
    planes = Yuv420(np.zeros((4, 6), np.uint8), np.zeros((2, 3), np.uint8), np.zeros((2, 3), np.uint8))

    def pictures() -> Iterator[object]:
        yield planes
        planes.y[:] = 255
        yield planes

    captures = read(GeneratorSource(pictures), 2)
    assert [each.planes.y.max() for each in captures if each.planes is not None] == [0, 255]
    assert [each.size for each in captures] == [(6, 4), (6, 4)]


def test_that_grey_pictures_become_colour() -> None:
    (capture,) = read(GeneratorSource([np.full((4, 6), 7, np.uint8)]), 1)
    assert capture.pixels is not None
    assert capture.pixels.shape == (4, 6, 3)
    assert (capture.pixels == 7).all()


def test_that_an_iterable_can_be_looped_at_a_pace() -> None:
    source = GeneratorSource([np.zeros((4, 6, 3), np.uint8)], fps=50, loop=True)
    captures = read(source, 6)
    assert sum(seconds_between(captures)) == pytest.approx(0.1, abs=0.04)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (np.zeros((4, 6, 4), np.uint8), r"\(4, 6, 4\) and uint8"),
        (np.zeros((4, 6, 3), np.float64), r"\(4, 6, 3\) and float64"),
        (np.zeros((0, 6, 3), np.uint8), r"\(0, 6, 3\)"),
        (None, "this is NoneType"),
        ("a picture", "this is str"),
    ],
)
def test_that_what_is_no_picture_is_named(picture: object, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read(GeneratorSource([picture]), 1)


def test_that_what_is_not_iterable_is_named() -> None:
    with pytest.raises(SourceError, match="not from int"):
        GeneratorSource(lambda: 7).open()  # type: ignore[arg-type, return-value]


def test_that_a_network_address_is_shown_without_its_password() -> None:
    source = NetworkStream("rtsp://admin:secret@porch:554/live?token=abc")
    assert source.describe() == "rtsp://porch:554/live"


def test_that_a_network_camera_that_does_not_answer_is_said() -> None:
    for spec in ("http://user:pw@127.0.0.1:1/live", "rtsp://user:pw@127.0.0.1:1/live"):
        with pytest.raises(SourceError, match=r"No video comes from [a-z]+://127\.0\.0\.1:1/live"):
            source_for(spec, Asked()).open()


def test_that_a_webcam_that_is_not_there_is_said() -> None:
    with pytest.raises(SourceError, match="No webcam answers as 97"):
        source_for("97", Asked()).open()


async def frames_of(source: Source, pictures: int) -> list[Capture]:
    """What an open source gives in its own thread, while the loop runs; it may be asked again, as the camera does."""

    def read_on() -> list[Capture]:
        source.open()
        found: list[Capture] = []
        try:
            while len(found) < pictures:
                source.heed()
                capture = source.read()
                if capture is None and not source.is_called:
                    break
                found += [] if capture is None else [capture]
        finally:
            source.close()
        return found

    return await asyncio.to_thread(read_on)


def test_that_async_pictures_are_taken_one_by_one_until_they_end(run: Run) -> None:
    async def pictures() -> AsyncIterator["np.ndarray[Any, Any]"]:
        for shade in (1, 2, 3):
            await asyncio.sleep(0)
            yield np.full((2, 2), shade, np.uint8)

    async def scene() -> None:
        captures = await frames_of(GeneratorSource(pictures), 10)
        assert [int(each.pixels[0, 0, 0]) for each in captures if each.pixels is not None] == [1, 2, 3]
        again = await frames_of(GeneratorSource(pictures, fps=500, loop=True), 7)
        assert [int(each.pixels[0, 0, 0]) for each in again if each.pixels is not None] == [1, 2, 3, 1, 2, 3, 1]

    run(scene())


def test_that_an_async_iterable_is_a_source_too_and_nothing_in_it_is_an_end(run: Run) -> None:
    class Nothing:
        def __aiter__(self) -> "Nothing":
            return self

        async def __anext__(self) -> object:
            raise StopAsyncIteration

    async def scene() -> None:
        assert await frames_of(GeneratorSource(Nothing(), loop=True), 1) == []

    run(scene())


def test_that_a_call_ends_the_wait_for_async_pictures_and_loses_none(run: Run) -> None:
    async def scene() -> None:
        gate = asyncio.Event()

        async def pictures() -> AsyncIterator["np.ndarray[Any, Any]"]:
            await gate.wait()
            yield np.zeros((2, 2), np.uint8)

        source = GeneratorSource(pictures)
        await asyncio.to_thread(source.open)
        reading = asyncio.ensure_future(asyncio.to_thread(source.read))
        source.call()
        assert await reading is None
        assert source.is_called
        source.heed()
        gate.set()
        capture = await asyncio.to_thread(source.read)
        assert capture is not None
        await asyncio.to_thread(source.close)

    run(scene())


def test_that_an_exception_in_async_pictures_comes_out_of_the_source(run: Run) -> None:
    async def pictures() -> AsyncIterator[object]:
        raise ValueError("the lens fell off")
        yield

    async def scene() -> None:
        with pytest.raises(ValueError, match="the lens fell off"):
            await frames_of(GeneratorSource(pictures), 1)

    run(scene())


def test_that_async_pictures_without_a_loop_are_refused() -> None:
    async def pictures() -> AsyncIterator[object]:
        yield 1

    with pytest.raises(SourceError, match="Async pictures need a loop"):
        GeneratorSource(pictures).open()


def test_that_a_coroutine_gives_no_pictures() -> None:
    async def picture() -> object:
        return 1

    with pytest.raises(SourceError, match="not from coroutine"):
        GeneratorSource(picture).open()  # type: ignore[arg-type]


def test_that_a_name_that_a_device_tells_stays_in_its_line() -> None:
    listed = as_text([Available("0", "Evil\n1  Other\u2028 cam\x1b[2J", "webcam")])
    assert listed.splitlines()[1:] == ["0           Evil 1 Other cam\ufffd[2J"]
