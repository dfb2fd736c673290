"""The decode pool, and what becomes of good and bad JPEGs."""

import asyncio
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pytest

from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from tests.support import jpegs
from tests.support.waiting import until
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.decoders.jpeg import JpegDecoder
from viewer.core.pictures import decoding
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.lane import Decoded, Lane
from viewer.core.pictures.wanting import Place

MEGABYTE = 1_000_000


def frame(payload: bytes | memoryview, sequence: int = 1, codec: str = "jpeg") -> EncodedFrame:
    return EncodedFrame(sequence, 0, codec, 64, 48, payload)


def received(sequence: int, payload: bytes = b"", codec: str = "gated") -> FrameReceived:
    return FrameReceived(frame(payload, sequence, codec), captured=5.0, uncertainty=0.001)


class GatedDecoder(Decoder):
    """Decodes when the gate is opened."""

    codec = "gated"
    gate: ClassVar[threading.Event]
    threads: ClassVar[set[int]]
    begun: ClassVar[list[int]]

    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        self.begun.append(frame.sequence)
        self.threads.add(threading.get_ident())
        assert self.gate.wait(10)
        if frame.payload == b"bad":
            raise DecodeError("bad pictures")
        if frame.payload == b"bug":
            raise LookupError("a mistake in the decoder")
        return np.zeros((2, 2, 4), np.uint8)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    GatedDecoder.gate, GatedDecoder.threads, GatedDecoder.begun = threading.Event(), set(), []
    yield GatedDecoder.gate
    GatedDecoder.gate.set()


class Bench:
    """A pool with one lane, on a loop that runs only while somebody waits."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self.run = run
        self.decoded: list[Decoded] = []
        self.dropped: list[int] = []
        self.threads: set[int] = set()
        self.pool: DecodePool = run(self._pool())
        self.lane = self.another()

    def another(self) -> Lane:
        return self.pool.lane(
            self._deliver, lambda received: self.dropped.append(received.frame.sequence), lambda: None
        )

    def until(self, fact: Callable[[], object]) -> None:
        self.run(until(fact))

    def decoded_are(self, count: int) -> None:
        self.until(lambda: len(self.decoded) == count)

    @property
    def sequences(self) -> list[int]:
        return [each.received.frame.sequence for each in self.decoded]

    def _deliver(self, decoded: Decoded) -> None:
        self.threads.add(threading.get_ident())
        self.decoded.append(decoded)

    async def _pool(self) -> DecodePool:
        return DecodePool(asyncio.get_running_loop(), threads=2)


@pytest.fixture
def bench(gate: threading.Event, run: Callable[..., Any]) -> Iterator[Bench]:
    bench = Bench(run)
    yield bench
    gate.set()
    bench.pool.close()


def test_that_a_jpeg_gives_its_colours_as_bgrx() -> None:
    pixels = JpegDecoder().decode(frame(jpegs.plain(64, 48)))
    assert (pixels.shape, str(pixels.dtype), pixels.flags.c_contiguous) == ((48, 64, 4), "uint8", True)
    wanted = np.array((jpegs.BLUE, jpegs.GREEN, jpegs.RED), np.int16)
    assert np.abs(pixels[:, :, :3].astype(np.int16) - wanted).max() <= 3


def test_that_a_payload_is_decoded_where_it_lies() -> None:
    pixels = JpegDecoder().decode(frame(memoryview(jpegs.plain(30, 20))))
    assert pixels.shape == (20, 30, 4)


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"", "an empty frame"),
        (jpegs.corrupt(), "damaged JPEG"),
        (jpegs.truncated(), "damaged JPEG"),
        (b"\xff\xd8\xff\xd9", "damaged JPEG"),
        (bytes(1000), "damaged JPEG"),
        (jpegs.claiming(0, 0), "damaged JPEG"),
        (jpegs.claiming(64, 480), "damaged JPEG"),
        (jpegs.gigapixel(), "65,500 × 65,500 pixels, more than the 64 megapixels"),
    ],
)
def test_that_a_bad_jpeg_is_named(payload: bytes, why: str) -> None:
    with pytest.raises(DecodeError, match=why):
        JpegDecoder().decode(frame(payload))


@pytest.mark.parametrize(
    ("place", "decoded"),
    [
        (None, (1280, 720)),
        (Place(1280, 720), (1280, 720)),
        (Place(700, 400), (1280, 720)),
        (Place(640, 360), (640, 360)),
        (Place(640, 2000), (640, 360)),
        (Place(2000, 90), (160, 90)),
        (Place(340, 190), (320, 180)),
        (Place(360, 200), (640, 360)),
        (Place(1, 1), (160, 90)),
        (Place(4000, 3000), (1280, 720)),
    ],
)
def test_that_a_jpeg_is_decoded_no_larger_than_its_place_needs(place: Place | None, decoded: tuple[int, int]) -> None:
    pixels = JpegDecoder().decode(frame(jpegs.plain(1280, 720)), place)
    assert (pixels.shape[1], pixels.shape[0]) == decoded
    assert pixels.flags.c_contiguous


def test_that_a_claim_of_many_pixels_costs_no_memory() -> None:
    tracemalloc.start()
    with pytest.raises(DecodeError):
        JpegDecoder().decode(frame(jpegs.gigapixel()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTE


def test_that_memory_asked_for_by_the_decoder_would_be_noticed() -> None:
    tracemalloc.start()
    JpegDecoder().decode(frame(jpegs.plain(1000, 1000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak > 4 * MEGABYTE - 1000


def test_that_a_result_keeps_what_is_known_of_its_frame(bench: Bench) -> None:
    bench.lane.put(received(7, jpegs.plain(64, 48), "jpeg"))
    bench.until(lambda: bench.decoded)
    picture = bench.decoded[0].picture
    assert picture is not None
    assert (picture.width, picture.height, picture.sequence) == (64, 48, 7)
    assert (picture.captured, picture.uncertainty) == (5.0, 0.001)


def test_that_the_age_of_a_picture_is_never_below_nothing(bench: Bench) -> None:
    bench.lane.put(received(7, jpegs.plain(64, 48), "jpeg"))
    bench.until(lambda: bench.decoded)
    picture = bench.decoded[0].picture
    assert picture is not None
    assert (picture.age(5.25), picture.age(4.0)) == (0.25, 0.0)


def test_that_the_newest_wins_while_one_is_in_work(bench: Bench, gate: threading.Event) -> None:
    bench.lane.put(received(1))
    bench.until(lambda: GatedDecoder.begun == [1])
    for sequence in range(2, 6):
        bench.lane.put(received(sequence))
    assert bench.dropped == [2, 3, 4]
    gate.set()
    bench.until(lambda: len(bench.decoded) == 2)
    assert bench.sequences == [1, 5]


def test_that_what_waits_for_a_thread_gives_way_to_what_is_newer(bench: Bench, gate: threading.Event) -> None:
    others = [bench.another(), bench.another()]
    for number, lane in enumerate(others):
        lane.put(received(100 + number))
    bench.until(lambda: len(GatedDecoder.begun) == 2)
    bench.lane.put(received(1))
    bench.lane.put(received(2))
    assert bench.dropped == [1]
    gate.set()
    bench.decoded_are(3)
    assert sorted(bench.sequences) == [2, 100, 101]


class Painter:
    """A lane of a tile: what is quick to decode waits there until it is taken."""

    def __init__(self, bench: Bench) -> None:
        self.told = 0
        self.lane = bench.pool.lane(
            bench._deliver, lambda received: bench.dropped.append(received.frame.sequence), self._ready
        )
        self.lane.place = Place(320, 180)

    def _ready(self) -> None:
        self.told += 1


def jpeg(sequence: int, payload: bytes | None = None) -> FrameReceived:
    return received(sequence, jpegs.plain() if payload is None else payload, "jpeg")


def test_that_a_quick_picture_is_decoded_by_who_takes_it(bench: Bench) -> None:
    painter = Painter(bench)
    painter.lane.put(jpeg(1))
    assert (painter.told, painter.lane.is_held) == (1, True)
    decoded = painter.lane.take()
    assert decoded is not None
    assert decoded.picture is not None
    assert (decoded.picture.sequence, bench.decoded, painter.lane.is_held) == (1, [], False)
    assert painter.lane.take() is None


def test_that_a_quick_picture_that_nobody_took_gives_way_to_a_newer_one(bench: Bench) -> None:
    painter = Painter(bench)
    for sequence in (1, 2, 3):
        painter.lane.put(jpeg(sequence))
    decoded = painter.lane.take()
    assert decoded is not None
    assert (decoded.received.frame.sequence, bench.dropped) == (3, [1, 2])


def test_that_a_quick_picture_that_is_damaged_says_why(bench: Bench) -> None:
    painter = Painter(bench)
    painter.lane.put(jpeg(1, jpegs.truncated()))
    decoded = painter.lane.take()
    assert decoded is not None
    assert decoded.picture is None
    assert "damaged JPEG" in decoded.trouble


def test_that_a_quick_picture_of_an_earlier_life_is_not_taken(bench: Bench) -> None:
    painter = Painter(bench)
    painter.lane.put(jpeg(1))
    painter.lane.restart()
    assert painter.lane.take() is None


@pytest.mark.parametrize(
    "cause", ["it is large", "it claims to be huge", "it is progressive", "it is shown nowhere", "the loop has no time"]
)
def test_that_what_is_not_quick_goes_to_the_threads(bench: Bench, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    painter, payload = Painter(bench), jpegs.plain()
    if cause == "it is large":
        monkeypatch.setattr(decoding, "QUICK_BYTES", len(jpegs.plain()) - 1)
    elif cause == "it claims to be huge":
        payload = jpegs.claiming(8000, 8000)
    elif cause == "it is progressive":
        payload = payload.replace(b"\xff\xc0", b"\xff\xc2")
    elif cause == "it is shown nowhere":
        painter.lane.place = None
    else:
        bench.pool._budget.spend(10.0)
    painter.lane.put(jpeg(1, payload))
    assert not painter.lane.is_held
    bench.decoded_are(1)
    assert painter.told == 0


def test_that_a_delta_that_cannot_be_decoded_holds_nothing(bench: Bench) -> None:
    painter = Painter(bench)
    frame = EncodedFrame(5, 0, "jpeg", 64, 48, jpegs.plain(), keyframe=False, after=4)
    painter.lane.put(FrameReceived(frame, captured=5.0, uncertainty=0.001))
    assert (painter.told, painter.lane.is_held, bench.dropped) == (0, False, [5])


def test_that_a_large_picture_passes_a_quick_one_that_nobody_took(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    painter = Painter(bench)
    painter.lane.put(jpeg(1))
    monkeypatch.setattr(decoding, "QUICK_BYTES", 0)
    painter.lane.put(jpeg(2))
    assert not painter.lane.is_held
    bench.decoded_are(1)
    assert (bench.sequences, bench.dropped) == ([2], [1])


def test_that_frames_of_an_earlier_life_give_no_picture_after_a_restart(bench: Bench, gate: threading.Event) -> None:
    bench.lane.put(received(1000))
    bench.until(lambda: GatedDecoder.begun == [1000])
    bench.lane.put(received(1001))
    bench.lane.restart()
    bench.lane.put(received(1))
    gate.set()
    bench.decoded_are(1)
    assert bench.sequences == [1]


def test_that_a_lane_goes_on_after_it_was_empty(bench: Bench, gate: threading.Event) -> None:
    gate.set()
    bench.lane.put(received(1))
    bench.until(lambda: bench.sequences == [1])
    bench.lane.put(received(2))
    bench.until(lambda: bench.sequences == [1, 2])
    assert bench.dropped == []


def test_that_cameras_do_not_wait_for_each_other(bench: Bench) -> None:
    bench.lane.put(received(1))
    bench.another().put(received(2, jpegs.plain(), "jpeg"))
    bench.until(lambda: bench.sequences == [2])


def test_that_results_come_on_the_loop_s_thread_and_work_does_not(bench: Bench, gate: threading.Event) -> None:
    gate.set()
    bench.lane.put(received(1))
    bench.until(lambda: bench.decoded)
    assert bench.threads == {threading.get_ident()}
    assert GatedDecoder.threads.isdisjoint(bench.threads)


def test_that_many_lanes_get_all_their_results(bench: Bench, gate: threading.Event) -> None:
    gate.set()
    for number in range(200):
        bench.another().put(received(number))
    bench.until(lambda: len(bench.decoded) == 200)
    assert sorted(bench.sequences) == list(range(200))


@pytest.mark.parametrize(
    ("payload", "codec", "trouble"),
    [
        (b"bad", "gated", "bad pictures"),
        (b"", "av2", "pictures as “av2”, which this viewer cannot decode. Update the viewer"),
        (jpegs.truncated(), "jpeg", "damaged JPEG pictures"),
    ],
)
def test_that_a_frame_without_a_picture_says_why(
    bench: Bench, gate: threading.Event, payload: bytes, codec: str, trouble: str
) -> None:
    gate.set()
    bench.lane.put(received(1, payload, codec))
    bench.until(lambda: bench.decoded)
    assert bench.decoded[0].picture is None
    assert trouble in bench.decoded[0].trouble


def test_that_a_mistake_in_a_decoder_ends_one_frame_only(bench: Bench, gate: threading.Event) -> None:
    gate.set()
    bench.lane.put(received(1, b"bug"))
    bench.decoded_are(1)
    bench.lane.put(received(2))
    bench.decoded_are(2)
    assert "a mistake in the decoder" in bench.decoded[0].trouble
    assert bench.decoded[1].picture is not None


def test_that_a_decoder_is_kept_for_each_camera_and_codec(bench: Bench, gate: threading.Event) -> None:
    gate.set()
    for sequence in range(1, 4):
        bench.lane.put(received(sequence))
        bench.decoded_are(sequence)
    assert list(bench.lane._decoders) == ["gated"]


def test_that_unknown_codecs_leave_nothing_behind(bench: Bench) -> None:
    for sequence in range(1, 4):
        bench.lane.put(received(sequence, codec=f"codec-{sequence}"))
        bench.decoded_are(sequence)
    assert bench.lane._decoders == {}


def test_that_closing_ends_the_threads(bench: Bench, gate: threading.Event) -> None:
    bench.lane.put(received(1))
    bench.until(lambda: GatedDecoder.begun)
    assert any(each.name.startswith("decode") for each in threading.enumerate())
    gate.set()
    bench.pool.close()
    assert not any(each.name.startswith("decode") for each in threading.enumerate())


def test_that_nothing_is_delivered_after_closing(bench: Bench, gate: threading.Event) -> None:
    bench.lane.put(received(1))
    gate.set()
    bench.pool.close()
    bench.until(lambda: True)
    assert bench.decoded == []
