"""The two threads: newest wins, nothing is encoded for nobody, and a lost source comes back."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from camwire.frame import EncodedFrame
from sender import Capture, SourceError
from sender.asked import Size
from sender.encoders.base import Encoded, Encoder
from sender.pictures.look import Look
from sender.pictures.rates import NANO, RateLimit
from sender.pipeline import encoding
from sender.pipeline.pipeline import Pipeline
from sender.pipeline.rendition import NEVER, Demand, Frames, Rendition
from sender.pipeline.slot import Slot
from tests.sender.support import SwitchedSource
from tests.support.waiting import until

Run = Callable[..., Any]


class SwitchedEncoder(Encoder):
    """Encodes at once, or when `gate` is opened."""

    codec = "none"

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun = 0
        self.seen: list[int] = []
        self.error: Exception | None = None

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        self.begun += 1
        self.gate.wait(5)
        if self.error is not None:
            raise self.error
        self.seen.append(capture.capture_time_ns)
        return Encoded(b"frame", capture.width, capture.height)


class Damaged(SwitchedSource):
    """Gives what is no picture."""

    def read(self) -> Capture | None:
        capture = super().read()
        return None if capture is None else Capture(capture.capture_time_ns, 64, 48, jpeg=b"\xff\xd8 nothing \xff\xd9")


class Bench:
    """A pipeline whose frames are collected; `is_greedy` wants the next one at once."""

    def __init__(self, fps: float | None = None, source: SwitchedSource | None = None) -> None:
        self.source, self.encoder = source or SwitchedSource(), SwitchedEncoder()
        self.frames: list[EncodedFrame] = []
        self.sizes: list[tuple[int, int]] = []
        self.is_greedy = True
        self.pipeline = Pipeline(
            self.source,
            Look(),
            fps,
            self.publish,
            lambda width, height: self.sizes.append((width, height)),
            lambda codec: self.encoder,
        )

    def want(self, is_wanted: bool = True) -> None:
        self.pipeline.want((Demand(),) if is_wanted else ())

    def publish(self, frames: Frames) -> None:
        self.frames += frames.by_rendition.values()
        self.want(self.is_greedy)

    async def __aenter__(self) -> "Bench":
        await self.pipeline.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.encoder.gate.set()
        await self.pipeline.stop()


def test_that_a_slot_keeps_the_newest() -> None:
    slot: Slot[int] = Slot()
    assert [slot.put(1), slot.put(2), slot.put(3)] == [False, True, True]
    assert slot.take() == 3


def test_that_a_closed_slot_wakes_who_waits() -> None:
    slot: Slot[int] = Slot()
    taken: list[int | None] = []
    thread = threading.Thread(target=lambda: taken.append(slot.take()))
    thread.start()
    slot.close()
    thread.join(2)
    assert taken == [None]


def test_that_frames_are_published_in_order(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.want()
            for number in range(1, 4):
                bench.source.give()
                await until(lambda number=number: len(bench.frames) == number)
            assert [frame.sequence for frame in bench.frames] == [1, 2, 3]
            assert bench.sizes == [(64, 48)]

    run(scene())


def test_that_nothing_is_encoded_without_credit(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            for number in range(1, 4):
                bench.source.give()
                await until(lambda number=number: sum(bench.pipeline.drops.values()) == number)
            assert bench.encoder.begun == 0
            assert bench.pipeline.drops["no-credit"] == 3

    run(scene())


def test_that_an_encoder_that_hangs_is_told_before_what_comes_of_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MOST_NS", 50_000_000)

    async def scene() -> None:
        async with Bench() as bench:
            pipeline = bench.pipeline
            bench.encoder.gate.clear()
            bench.want()
            bench.source.give()
            await until(lambda: pipeline.hangs)
            told_of = "The encoder hangs at one picture. If it stays so, start the camera program anew."
            # A camera may have run out of memory that the encoder holds.
            bench.source.is_plugged = False
            await until(lambda: pipeline.is_lost)
            assert (pipeline.trouble, pipeline.is_encoding_stuck) == (told_of, True)
            bench.encoder.gate.set()
            await until(lambda: pipeline.trouble == "No cable.")
            assert not pipeline.hangs

    run(scene())


def test_that_pictures_that_come_before_they_are_due_are_told_apart(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.pipeline.want((Demand(due_ns=time.monotonic_ns() + 3600 * NANO), Demand(due_ns=NEVER)))
            bench.source.give()
            await until(lambda: bench.pipeline.drops["not-due"] == 1)
            bench.pipeline.want((Demand(due_ns=NEVER),))
            bench.source.give()
            await until(lambda: bench.pipeline.drops["no-credit"] == 1)
            assert bench.encoder.begun == 0

    run(scene())


def test_that_damaged_pictures_are_counted_and_nothing_waits_for_them(run: Run) -> None:
    async def scene() -> None:
        async with Bench(source=Damaged()) as bench:
            bench.want()
            for number in range(1, 4):
                bench.source.give()
                await until(lambda number=number: bench.pipeline.drops["damaged"] == number)
            assert sum(bench.pipeline.drops.values()) == 3
            assert bench.frames == []

    run(scene())


def test_that_an_encoder_that_fails_ends_nothing_and_is_told_as_trouble(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.want()
            bench.encoder.error = MemoryError("no room")
            for number in range(1, 3):
                bench.source.give()
                await until(lambda number=number: bench.pipeline.drops["encode-failed"] == number)
            assert bench.pipeline.trouble == "Pictures cannot be encoded: no room."
            assert sum(bench.pipeline.drops.values()) == 2
            bench.encoder.error = None
            bench.source.give()
            await until(lambda: bench.frames)
            assert bench.pipeline.trouble == ""

    run(scene())


def test_that_the_encode_thread_outlives_what_nobody_expects(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    class Odd(Demand):
        def rendition(self, look: Look, own: Size) -> Rendition:
            raise RuntimeError("nobody expected this")

    async def scene() -> None:
        async with Bench() as bench:
            bench.pipeline.want((Odd(),))
            bench.source.give()
            await until(lambda: bench.pipeline.drops["encode-failed"] == 1)
            bench.want()
            bench.source.give()
            await until(lambda: bench.frames)

    run(scene())
    assert "nobody expected this" in caplog.text


def test_that_one_want_is_good_for_one_frame(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.is_greedy = False
            bench.want()
            bench.source.give()
            await until(lambda: bench.frames)
            bench.source.give()
            await until(lambda: bench.pipeline.drops["no-credit"] == 1)
            assert bench.encoder.begun == 1

    run(scene())


def test_that_a_busy_encoder_gets_the_newest_next(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.want()
            bench.encoder.gate.clear()
            bench.source.give()
            await until(lambda: bench.encoder.begun == 1)
            bench.source.give(5)
            await until(lambda: bench.pipeline.drops["encode-busy"] == 4)
            bench.encoder.gate.set()
            await until(lambda: len(bench.frames) == 2)
            assert bench.frames[1].capture_time_ns == bench.source.last_time_ns
            assert bench.pipeline.drops["no-credit"] == 0

    run(scene())


def test_that_a_lost_source_comes_back(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.want()
            bench.source.is_plugged = False
            await until(lambda: "The cable is cut." in caplog.text)
            bench.source.is_plugged = True
            await until(lambda: bench.source.opened == 2)
            bench.source.give()
            await until(lambda: bench.frames)

    with caplog.at_level(logging.INFO):
        run(scene())
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


def test_that_it_is_told_at_once_that_a_source_lost_its_pictures_and_has_them_again(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            told: list[str] = []
            bench.pipeline.on_trouble = lambda: told.append(bench.pipeline.trouble)
            bench.source.is_plugged = False
            await until(lambda: "No cable." in told)
            bench.source.is_plugged = True
            bench.source.give()
            await until(lambda: told[-1] == "")
            assert len(told) <= 3

    run(scene())


def test_that_an_ended_source_is_said_and_nothing_else_ends(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            bench.source.is_at_end = True
            await until(lambda: "The source has ended: switched source." in caplog.text)

    with caplog.at_level(logging.INFO):
        run(scene())


def test_that_a_source_that_cannot_be_opened_is_told_at_the_start(run: Run) -> None:
    async def scene() -> None:
        bench = Bench()
        bench.source.is_plugged = False
        with pytest.raises(SourceError, match="No cable"):
            await bench.pipeline.start()
        await bench.pipeline.stop()

    run(scene())


def test_that_stopping_is_quick_and_ends_both_threads(run: Run) -> None:
    async def scene() -> None:
        async with Bench() as bench:
            threads = [*bench.pipeline._threads, *bench.pipeline._encoders]
        assert len(threads) == 2
        assert not any(thread.is_alive() for thread in threads)

    run(scene(), timeout=2)


def test_that_a_picture_that_is_still_being_encoded_is_left_behind(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        bench = Bench()
        await bench.pipeline.start()
        bench.encoder.gate.clear()
        bench.want()
        bench.source.give()
        await until(lambda: bench.encoder.begun == 1)
        await bench.pipeline.stop()
        bench.encoder.gate.set()
        (thread,) = bench.pipeline._encoders
        await until(lambda: not thread.is_alive())
        # The frame came to this loop before the end of its thread did.
        await asyncio.sleep(0)
        assert bench.encoder.seen
        assert not bench.frames

    run(scene())
    # The source has let go.
    assert not caplog.records


def test_that_a_rate_limit_passes_the_right_share_evenly() -> None:
    limit = RateLimit(10)
    passed = [number for number in range(60) if limit.passes(number * 33_333_333)]
    assert passed[:4] == [0, 3, 6, 9]
    assert len(passed) == 20


def test_that_a_source_that_keeps_the_rate_itself_loses_none() -> None:
    limit = RateLimit(30)
    jitter_ns = [0, 3_000_000, -3_000_000]
    assert all(limit.passes(number * 33_333_333 + jitter_ns[number % 3]) for number in range(100))


@pytest.mark.parametrize("fps", [5e-324, 1e-300, 1e-9])
def test_that_the_least_of_all_rates_is_one_picture_an_hour(fps: float) -> None:
    limit = RateLimit(fps)
    assert limit.passes(0)
    assert not limit.passes(2000 * NANO)
    assert limit.passes(3600 * NANO)


def test_that_a_limit_that_changes_all_the_time_is_a_limit() -> None:
    limit = RateLimit(None)
    passed = 0
    for number in range(300):
        passed += limit.passes(number * 33_333_333)
        limit.change((5, 6, 4)[number % 3])
    assert 36 < passed < 64


def test_that_a_faster_rate_begins_at_once() -> None:
    limit = RateLimit(1)
    assert [limit.passes(0), limit.passes(100_000_000)] == [True, False]
    limit.change(10)
    assert limit.passes(100_000_000)


def test_that_no_limit_passes_all() -> None:
    limit = RateLimit(None)
    assert all(limit.passes(0) for _ in range(3))
