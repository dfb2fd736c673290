"""Each rendition is encoded once, by an encoder of its own that lasts as long as somebody wants it."""

import cv2
import numpy as np
import pytest
import simplejpeg

from sender import Capture, Yuv420
from sender.asked import Size
from sender.encoders.base import Encoded, Encoder
from sender.encoders.jpeg import JpegEncoder
from sender.pictures.look import Look
from sender.pipeline.rendition import NEVER, Demand
from sender.pipeline.renditions import KEYFRAME_NS, Renditions

PICTURE = np.random.default_rng(1).integers(0, 255, (72, 128, 3), np.uint8)
JPEG = simplejpeg.encode_jpeg(PICTURE, quality=50, colorspace="BGR")
SMALL = Demand(place=Size(64, 64))


class Deltas(Encoder):
    """Each frame but the first builds on the one before, unless a keyframe is asked for. It raises its `error`."""

    codec = "deltas"

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.sizes: list[Size] = []
        self.is_closed = False

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        if self.error is not None:
            raise self.error
        self.sizes.append(capture.size)
        return Encoded(b"frame", capture.width, capture.height, keyframe=keyframe or len(self.sizes) == 1)

    def close(self) -> None:
        self.is_closed = True


class Bench:
    """Renditions of which all encoders are kept in `made`."""

    def __init__(self) -> None:
        self.made: list[Deltas] = []
        self.error: Exception | None = None
        self.renditions = Renditions(self.make)

    def make(self, codec: str) -> Encoder:
        self.made.append(Deltas())
        self.made[-1].error = self.error
        return self.made[-1]

    def sequences(self, time_ns: int, *demands: Demand) -> list[int]:
        """Those of the frames that a picture of `time_ns` becomes."""
        return [each.sequence for each in self.renditions.encode(shot(time_ns), Look(), demands).by_rendition.values()]


def shot(time_ns: int = 0) -> Capture:
    return Capture.of(PICTURE, time_ns)


def test_that_however_many_want_the_same_it_is_encoded_once() -> None:
    bench = Bench()
    frames = bench.renditions.encode(shot(), Look(), [Demand(), SMALL, Demand(place=Size(64, 36)), Demand()])
    assert [(frame.width, frame.height) for frame in frames.by_rendition.values()] == [(128, 72), (64, 36)]
    assert [each.sizes for each in bench.made] == [[(128, 72)], [(64, 36)]]


def test_that_all_renditions_of_a_picture_have_its_sequence() -> None:
    bench = Bench()
    for sequence in (1, 2):
        frames = bench.renditions.encode(shot(), Look(), [Demand(), SMALL])
        assert [frame.sequence for frame in frames.by_rendition.values()] == [sequence, sequence]


def test_that_nothing_is_made_for_who_is_not_due_and_its_encoder_waits() -> None:
    bench = Bench()
    late = Demand(place=Size(64, 64), due_ns=10)
    assert not bench.renditions.encode(shot(9), Look(), [late]).by_rendition
    assert not bench.renditions.encode(shot(9), Look(), [Demand(due_ns=NEVER)]).by_rendition
    assert bench.made == []
    assert bench.renditions.encoded == 0
    bench.renditions.encode(shot(10), Look(), [late])
    bench.renditions.encode(shot(11), Look(), [Demand(place=Size(64, 64), due_ns=NEVER)])
    assert not bench.made[0].is_closed


def test_that_a_delta_says_which_frame_of_its_rendition_came_before() -> None:
    bench = Bench()
    told = []
    each_time = ([SMALL, Demand()], [Demand()], [SMALL, Demand()], [Demand(), Demand(keyframe=True)])
    for time_ns, demands in zip(range(0, 4 * KEYFRAME_NS, KEYFRAME_NS), each_time, strict=True):
        waiting = [] if SMALL in demands else [Demand(place=Size(64, 64), due_ns=NEVER)]
        frames = bench.renditions.encode(shot(time_ns), Look(), [*demands, *waiting])
        told.append([(each.width, each.keyframe, each.after) for each in frames.by_rendition.values()])
    assert told == [
        [(128, True, 0), (64, True, 0)],
        [(128, False, 1)],
        [(128, False, 2), (64, False, 1)],
        [(128, True, 0)],
    ]


def test_that_who_joins_others_soon_after_a_keyframe_waits_for_the_next() -> None:
    bench = Bench()
    joins, shares = Demand("h264", keyframe=True), Demand("h264")

    def encode(time_ns: int, *demands: Demand) -> list[bool]:
        frames = bench.renditions.encode(shot(time_ns), Look(), demands)
        return [each.keyframe for each in frames.by_rendition.values()]

    assert encode(0, joins) == [True]
    assert encode(KEYFRAME_NS // 2, joins, shares) == [False]
    assert encode(KEYFRAME_NS // 2, joins) == []
    assert encode(KEYFRAME_NS, joins, shares) == [True]
    assert encode(KEYFRAME_NS + 1, shares) == [False]
    # Who has an encoder of its own pays for its keyframes alone.
    alone = Demand("h264", keyframe=True, alone=7)
    assert encode(KEYFRAME_NS + 2, shares, alone) == [False, True]
    assert encode(KEYFRAME_NS + 3, shares, alone) == [False, True]


def test_that_a_rendition_is_forgotten_when_nobody_wants_it_any_more() -> None:
    bench = Bench()
    bench.renditions.encode(shot(), Look(), [SMALL])
    bench.renditions.encode(shot(), Look(), [Demand()])
    assert [each.is_closed for each in bench.made] == [True, False]
    frames = bench.renditions.encode(shot(), Look(), [SMALL])
    assert [frame.keyframe for frame in frames.by_rendition.values()] == [True]
    bench.renditions.close()
    assert all(each.is_closed for each in bench.made)


def test_that_deltas_do_not_build_on_pictures_of_another_look() -> None:
    bench = Bench()
    bench.renditions.encode(shot(), Look(), [Demand()])
    (frame,) = bench.renditions.encode(shot(), Look(flip="both"), [Demand()]).by_rendition.values()
    assert frame.keyframe
    assert bench.made[0].is_closed


def test_that_the_sources_own_jpeg_goes_to_who_wants_no_less_and_only_to_them() -> None:
    renditions = Renditions(lambda codec: JpegEncoder())
    own = Capture(0, 128, 72, jpeg=JPEG)
    untouched, worse, small = Demand(), Demand(quality=20), SMALL
    frames = renditions.encode(own, Look(), [untouched, worse, small])
    payloads = [frame.payload for frame in (frames.of(untouched), frames.of(worse), frames.of(small)) if frame]
    assert payloads[0] is JPEG
    assert [simplejpeg.decode_jpeg_header(each)[:2] for each in payloads] == [(72, 128), (72, 128), (36, 64)]
    assert len(payloads[1]) < len(JPEG)


@pytest.mark.parametrize("look", [Look(quality=70), Look(flip="vertical"), Look(Size(64, 36))])
def test_that_it_does_not_where_the_look_asks_for_something_else(look: Look) -> None:
    frames = Renditions(lambda codec: JpegEncoder()).encode(Capture(0, 128, 72, jpeg=JPEG), look, [Demand()])
    (frame,) = frames.by_rendition.values()
    assert frame.payload != JPEG


def test_that_the_turned_pixels_are_sent_in_every_size() -> None:
    corner = np.zeros((72, 128, 3), np.uint8)
    corner[:36, :64] = 255
    frames = Renditions(lambda codec: JpegEncoder()).encode(Capture.of(corner), Look(flip="both"), [Demand(), SMALL])
    for frame in frames.by_rendition.values():
        grey = simplejpeg.decode_jpeg(frame.payload, colorspace="GRAY")
        assert grey[: frame.height // 3, : frame.width // 3].max() < 20
        assert grey[-frame.height // 3 :, -frame.width // 3 :].min() > 235


def test_that_planes_become_jpeg_without_loss_of_range() -> None:
    dark_red = Yuv420(
        np.full((72, 128), 16, np.uint8), np.full((36, 64), 122, np.uint8), np.full((36, 64), 170, np.uint8)
    )
    frames = Renditions(lambda codec: JpegEncoder()).encode(Capture.of(dark_red), Look(), [Demand(), SMALL])
    for frame in frames.by_rendition.values():
        pixels = simplejpeg.decode_jpeg(frame.payload, colorspace="BGR")
        # R = Y + 1.402 (V - 128), and so on: JPEG's own rule.
        assert abs(pixels.mean(axis=(0, 1)) - (5, 0, 75)).max() < 2


def test_that_a_damaged_picture_makes_no_frame_and_the_next_one_is_numbered_on() -> None:
    renditions = Renditions(lambda codec: JpegEncoder())
    damaged = Capture(0, 128, 72, jpeg=b"\xff\xd8 nothing \xff\xd9")
    assert not renditions.encode(damaged, Look(), [SMALL]).by_rendition
    (frame,) = renditions.encode(shot(), Look(), [SMALL]).by_rendition.values()
    assert frame.sequence == 1


@pytest.mark.parametrize("error", [ValueError("no picture"), MemoryError("no room"), cv2.error("no size")])
def test_that_an_encoder_that_fails_takes_the_pictures_from_nobody_else(error: Exception) -> None:
    bench = Bench()
    assert bench.sequences(0, Demand(), SMALL) == [1, 1]
    large, small = bench.made
    large.error = error
    assert bench.sequences(1, Demand(), SMALL) == [2]
    assert small.sizes == [(64, 36), (64, 36)]
    assert (bench.renditions.trouble, bench.renditions.encoded) == ("", 2)


def test_that_a_picture_that_is_damaged_in_all_renditions_counts_once() -> None:
    bench = Bench()
    bench.sequences(0, Demand(), SMALL)
    for each in bench.made:
        each.error = ValueError("no picture")
    assert bench.sequences(1, Demand(), SMALL) == []
    assert (bench.renditions.damaged, bench.renditions.failed) == (1, 0)
    assert bench.renditions.trouble == "Pictures cannot be encoded: no picture."
    # Its encoder is as it was: the next picture builds on the last.
    for each in bench.made:
        each.error = None
    frames = bench.renditions.encode(shot(2), Look(), [Demand(), SMALL])
    assert [(each.keyframe, each.after) for each in frames.by_rendition.values()] == [(False, 1), (False, 1)]
    assert bench.renditions.trouble == ""


def test_that_an_encoder_that_failed_is_closed_and_the_next_one_begins_with_a_keyframe(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench()
    bench.sequences(0, Demand())
    bench.sequences(1, Demand())
    bench.made[0].error = MemoryError()
    assert bench.sequences(2, Demand()) == []
    assert bench.made[0].is_closed
    assert (bench.renditions.damaged, bench.renditions.failed) == (0, 1)
    assert bench.renditions.trouble == "Pictures cannot be encoded: MemoryError."
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    (frame,) = bench.renditions.encode(shot(3), Look(), [Demand()]).by_rendition.values()
    assert (frame.sequence, frame.keyframe, frame.after) == (3, True, 0)
    assert bench.renditions.trouble == ""


def test_that_an_encoder_that_always_fails_is_told_once_and_forgotten_with_its_viewer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench()
    bench.error = MemoryError("no room")
    for time_ns in range(5):
        assert bench.sequences(time_ns, Demand()) == []
    assert len(caplog.records) == 1
    assert bench.renditions.trouble
    bench.sequences(5)
    assert bench.renditions.trouble == ""
    assert all(each.is_closed for each in bench.made)
