"""Who encodes H.264, the hardware beside the source or the processor: a picture at a time."""

from collections.abc import Iterator

import numpy as np
import pytest

from sender import Capture, board
from sender.asked import Size
from sender.encoders import encoder_for, for_viewers
from sender.encoders.base import Encoded, Encoder
from sender.encoders.h264 import MISSING, H264Encoder
from sender.pictures.look import Look
from sender.pictures.own_h264 import Encodable, H264Hardware, H264Stream, HardwareFailed
from sender.pipeline.hardware_first import HardwareFirst
from sender.pipeline.rendition import Demand
from sender.pipeline.renditions import Renditions

SIZE = Size(64, 48)
PIXELS = np.zeros((48, 64, 3), np.uint8)


class Stream(H264Stream):
    def __init__(self, hardware: "Hardware", quality: int) -> None:
        self.hardware, self.quality = hardware, quality
        self.count = 0
        self.is_open = True

    def encode(self, memory: object, keyframe: bool) -> tuple[bytes, bool] | None:
        if self.hardware.has_failed:
            raise HardwareFailed("gone")
        self.count += 1
        return f"{memory}".encode(), keyframe or self.count == 1

    def close(self) -> None:
        self.is_open = False


class Hardware(H264Hardware):
    """Makes frames that are the names of their pictures."""

    def __init__(self) -> None:
        self.streams: list[Stream] = []
        self.is_full = False
        self.is_busy = False

    @property
    def has_room(self) -> bool:
        return not self.is_full

    def begin(self, quality: int) -> H264Stream | None:
        if self.is_full:
            raise HardwareFailed("full")
        if self.is_busy:
            return None
        self.streams.append(Stream(self, quality))
        return self.streams[-1]


class Software(Encoder):
    """Makes frames of another codec."""

    codec = "soft"
    is_open = True

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        return Encoded(b"soft", capture.width, capture.height)

    def close(self) -> None:
        self.is_open = False


class Bench:
    """An encoder and what it has made for itself."""

    def __init__(self) -> None:
        self.hardware = Hardware()
        self.software: list[Software] = []
        self.encoder = HardwareFirst(self._soften)

    def made(self, capture: Capture, look: Look = Look(), keyframe: bool = False) -> tuple[bytes, bool] | None:  # noqa: B008
        encoded = self.encoder.encode(capture, look, keyframe)
        return None if encoded is None else (bytes(encoded.payload), encoded.keyframe)

    def picture(self, name: object, hardware: Hardware | None = None) -> Capture:
        return Capture(0, *SIZE, pixels=PIXELS, own_h264=Encodable(hardware or self.hardware, name))

    def _soften(self) -> Software:
        self.software.append(Software())
        return self.software[-1]


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.encoder.close()
    assert not any(each.is_open for each in bench.hardware.streams)
    assert not any(each.is_open for each in bench.software)


def test_that_the_hardware_encodes_pictures_in_their_own_size(bench: Bench) -> None:
    assert [bench.made(bench.picture(name)) for name in "abc"] == [(b"a", True), (b"b", False), (b"c", False)]
    assert bench.made(bench.picture("d"), Look(SIZE), keyframe=True) == (b"d", True)
    assert [each.quality for each in bench.hardware.streams] == [80]
    assert bench.software == []


@pytest.mark.parametrize("look", [Look(Size(32, 24)), Look(flip="both")])
def test_that_the_processor_encodes_what_looks_otherwise(bench: Bench, look: Look) -> None:
    assert bench.made(bench.picture("a"), look) == (b"soft", True)
    assert bench.made(Capture.of(PIXELS)) == (b"soft", True)
    assert len(bench.software) == 1


def test_that_nothing_is_made_of_a_copied_picture_and_the_next_builds_on_the_last(bench: Bench) -> None:
    names = ["a", None, "b"]
    assert [bench.made(bench.picture(name)) for name in names] == [(b"a", True), None, (b"b", False)]


def test_that_the_processor_takes_over_from_hardware_that_fails(bench: Bench) -> None:
    bench.made(bench.picture("a"))
    bench.hardware.has_failed = True
    assert bench.made(bench.picture("b")) == (b"soft", True)
    assert not bench.hardware.streams[0].is_open


def test_that_hardware_with_enough_to_do_is_asked_again_when_it_has_room(bench: Bench) -> None:
    bench.hardware.is_full = True
    assert [bench.made(bench.picture(name)) for name in "ab"] == [(b"soft", True)] * 2
    assert len(bench.software) == 1
    bench.hardware.is_full = False
    assert [bench.made(bench.picture(name)) for name in "cd"] == [(b"c", True), (b"d", False)]
    assert not bench.software[0].is_open


def test_that_hardware_that_is_busy_for_a_moment_is_waited_for(bench: Bench) -> None:
    bench.hardware.is_busy = True
    assert [bench.made(bench.picture(name)) for name in "ab"] == [None, None]
    bench.hardware.is_busy = False
    assert bench.made(bench.picture("c")) == (b"c", True)
    assert bench.software == []


def test_that_a_camera_that_was_opened_again_begins_with_a_keyframe(bench: Bench) -> None:
    bench.made(bench.picture("a"))
    other = Hardware()
    assert bench.made(bench.picture("b", other)) == (b"b", True)
    assert not bench.hardware.streams[0].is_open
    bench.encoder.close()
    assert not other.streams[0].is_open


def test_that_frames_say_what_they_are_and_build_on_the_last_that_was_made(bench: Bench) -> None:
    renditions = Renditions(lambda codec: bench.encoder)
    told = []
    for name in ("a", None, "b"):
        for frame in renditions.encode(bench.picture(name), Look(), [Demand("h264")]).by_rendition.values():
            told.append((frame.codec, frame.sequence, frame.after))
    bench.hardware.has_failed = True
    (frame,) = renditions.encode(bench.picture("c"), Look(), [Demand("h264")]).by_rendition.values()
    assert [*told, (frame.codec, frame.sequence, frame.after)] == [("h264", 1, 0), ("h264", 2, 1), ("soft", 3, 0)]
    assert (renditions.skipped, renditions.trouble) == (1, "")


def test_that_a_board_with_hardware_offers_h264_without_pyav(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(board, "has_encoder", lambda: True)
    monkeypatch.setattr("sender.encoders._told", set())
    monkeypatch.setattr("sender.encoders.h264._X264", "libx264-left-out")
    H264Encoder.check(Look())
    demands = Demand("h264"), Demand("h264", place=Size(32, 24))

    def codecs(capture: Capture) -> list[str]:
        renditions = Renditions(encoder_for)
        made = [each.codec for each in renditions.encode(capture, Look(), demands).by_rendition.values()]
        renditions.close()
        return made

    assert codecs(Bench().picture("a")) == ["h264", "jpeg"]
    # Another source has none, and that cannot be seen before.
    assert codecs(Capture.of(PIXELS)) == ["jpeg", "jpeg"]
    assert for_viewers() == ["jpeg", "h264"]
    assert [record.getMessage() for record in caplog.records] == [
        f"{MISSING}; what the hardware does not encode is sent as JPEG."
    ]
