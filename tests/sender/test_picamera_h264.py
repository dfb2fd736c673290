"""H.264 of Pi cameras: the real picamera2 and its encoder on a simulated board, with x264 behind the driver."""

import asyncio
import gc
import logging
import sys
import threading
import time
import weakref
from functools import partial
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from camwire.frame import EncodedFrame
from sender import Camera, Capture
from sender.asked import Size
from sender.encoders import encoder_for
from sender.encoders.h264 import H264Encoder
from sender.picamera.lending import Lent
from sender.pictures.look import Look
from sender.pictures.own_h264 import HardwareFailed
from sender.pictures.scaling import bgr_of
from sender.pipeline.rendition import Demand
from sender.pipeline.renditions import Renditions
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.sender.test_picamera import SMALL, is_lent, opened, read
from tests.simulated_pi import Simulation
from tests.simulated_pi.apart import apart
from tests.simulated_pi.fitting import fit_video_encoder
from tests.simulated_pi.running import until
from tests.support.h264 import frame as as_it_travels
from tests.support.waiting import until as waited
from tests.support.watching import Watcher, fleet
from viewer.core.decoders.h264 import H264Decoder

pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="picamera2 is for Linux"), pytest.mark.slow]
# Alone, as who shares an encoder may wait for a keyframe.
FRESH, NEXT = Demand("h264", keyframe=True, alone=1), Demand("h264", alone=1)


def encoded(renditions: Renditions, capture: Capture, *demands: Demand) -> EncodedFrame | None:
    """The only frame, if any was made."""
    frames = renditions.encode(capture, Look(), demands)
    return next(iter(frames.by_rendition.values()), None)


def lent(source: Any) -> Capture:
    """A picture that was not copied, as it may be where its buffers come back late."""
    return next(each for each in iter(lambda: read(source), None) if is_lent(each))


def difference(frame: EncodedFrame, capture: Capture, decoder: H264Decoder) -> float:
    """How far the decoded picture is from the one that was taken, on average."""
    assert capture.planes is not None
    pixels = decoder.decode(frame)[..., :3].astype(int)
    return float(np.abs(pixels - bgr_of(capture.planes)).mean())


@apart()
def test_that_each_picture_that_is_wanted_is_encoded_and_can_be_decoded_in_its_colours(pi: Simulation) -> None:
    board, decoder = fit_video_encoder(), H264Decoder()
    renditions = Renditions(encoder_for)
    with opened() as source:
        kinds = []
        for number in range(20):
            demand = FRESH if number in (0, 8) else NEXT
            capture = lent(source)
            frame = encoded(renditions, capture, demand)
            assert frame is not None
            # Taken for those of television, colours would be seven off.
            assert difference(frame, capture, decoder) < 4
            kinds.append((frame.codec, frame.keyframe))
            # What is lost on the way to the encoder was never encoded.
            read(source)
            del capture
        assert [number for number, kind in enumerate(kinds) if kind == ("h264", True)] == [0, 8]
        assert len(board.handles) == 1
        assert "H.264 by the hardware" in source.describe()
    renditions.close()


@apart()
def test_that_the_hardware_works_only_while_somebody_wants_its_pictures(pi: Simulation) -> None:
    board = fit_video_encoder()
    renditions = Renditions(encoder_for)
    with opened() as source:
        assert encoded(renditions, lent(source)) is None
        assert board.handles == []
        encoded(renditions, lent(source), FRESH)
        assert board.working == 1
        encoded(renditions, lent(source))
        until(lambda: not board.working)
        frame = encoded(renditions, lent(source), NEXT)
        assert frame is not None
        assert frame.keyframe
        # All buffers have come back from it.
        renditions.close()
        until(lambda: not board.working)
        held = [lent(source), lent(source)]
        assert all(is_lent(each) for each in held)


@apart()
def test_that_a_stream_that_has_ended_holds_no_memory_of_the_camera(pi: Simulation) -> None:
    fit_video_encoder()
    gc.disable()
    renditions = Renditions(encoder_for)
    with opened() as source:
        capture = lent(source)
        encoded(renditions, capture, FRESH)
        assert capture.own_h264 is not None
        assert isinstance(capture.own_h264.memory, Lent)
        request = weakref.ref(capture.own_h264.memory.request)
        del capture
        renditions.close()
        # What comes back is taken with the next picture.
        until(lambda: read(source) and request() is None)


@apart()
def test_that_a_camera_that_was_opened_again_goes_on_with_a_keyframe(pi: Simulation) -> None:
    fit_video_encoder()
    renditions = Renditions(encoder_for)
    with opened() as source:
        encoded(renditions, lent(source), FRESH)
        held = lent(source)
        source.open()
        # Taken before, and nothing reads its memory any more.
        assert encoded(renditions, held, NEXT) is None
        del held
        frame = encoded(renditions, lent(source), NEXT)
        assert frame is not None
        assert frame.keyframe
    renditions.close()


@apart()
def test_that_all_cameras_share_the_hardware_and_wait_for_a_stream_that_is_ending(pi: Simulation) -> None:
    from sender.picamera.h264 import MOST_STREAMS, PiH264

    fit_video_encoder()
    with opened() as source:
        own = lent(source).own_h264
        assert own is not None
        hardware = own.hardware
        assert isinstance(hardware, PiH264)
        streams = [hardware.begin(quality) for quality in range(60, 60 + MOST_STREAMS)]
        other = PiH264(hardware._layout, hardware._fps)
        with pytest.raises(HardwareFailed):
            other.begin(80)
        assert streams[0] is not None
        streams[0].close()

        def is_begun() -> bool:
            # It is refused no more.
            streams.append(other.begin(80))
            return streams[-1] is not None

        until(is_begun)
        for each in filter(None, streams):
            each.close()


class Told(logging.Handler):
    """The warnings of this process."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@apart()
def test_that_the_processor_encodes_where_the_driver_cannot_be_opened(pi: Simulation) -> None:
    told = Told()
    board, decoder = fit_video_encoder(), H264Decoder()
    board.is_missing = True
    renditions = Renditions(encoder_for)
    with opened() as source:
        for demand in (FRESH, NEXT, NEXT):
            capture = lent(source)
            frame = encoded(renditions, capture, demand)
            assert frame is not None
            assert difference(frame, capture, decoder) < 4
        assert [line for line in told.lines if "H.264 hardware" in line] == [
            "The H.264 hardware cannot be used: [Errno 2] No such file or directory: '/dev/video11'. "
            "The processor encodes instead."
        ]
        assert "H.264" not in source.describe()
    renditions.close()


def is_only_lent(request: Any) -> bool:
    """Whether nobody has a request of picamera2 any more but who lends it."""
    return bool(request.ref_count == 1)


@apart()
def test_that_the_processor_takes_over_where_the_hardware_fails_at_work(pi: Simulation) -> None:
    told, board = Told(), fit_video_encoder()
    board.fails_at = 2
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    with opened() as source:
        kinds = []
        for number in range(6):
            capture = lent(source)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            assert frame is not None
            assert difference(frame, capture, decoder) < 4
            kinds.append(frame.keyframe)
            # Also where the encoder had taken it and failed.
            assert capture.own_h264 is not None
            assert isinstance(capture.own_h264.memory, Lent)
            request = capture.own_h264.memory.request
            until(partial(is_only_lent, request))
            del capture
        assert kinds == [True, False, True, False, False, False]
        assert sum("Input/output error" in line for line in told.lines) == 1
    renditions.close()


@apart()
def test_that_the_processor_takes_over_at_once_where_the_drivers_thread_dies(pi: Simulation) -> None:
    board = fit_video_encoder()
    board.dies_at = 2
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    threading.excepthook = lambda _: None
    with opened() as source:
        kinds = []
        for number in range(6):
            capture = lent(source)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            assert frame is not None
            assert difference(frame, capture, decoder) < 4
            kinds.append(frame.keyframe)
            assert capture.own_h264 is not None
            assert isinstance(capture.own_h264.memory, Lent)
            # Nobody but us gives back what that thread had taken.
            until(partial(is_only_lent, capture.own_h264.memory.request))
            del capture
        assert kinds == [True, False, True, False, False, False]
    renditions.close()


@apart()
def test_that_hardware_that_reads_no_more_gets_no_more_and_gives_back_what_it_has(pi: Simulation) -> None:
    from sender.picamera import h264, h264_encoder

    board = fit_video_encoder()
    board.unread = {1}
    renditions = Renditions(encoder_for)
    with opened() as source:
        assert encoded(renditions, lent(source), FRESH) is not None
        h264_encoder.PATIENCE = 0.05
        assert encoded(renditions, lent(source), NEXT) is None
        # From here on nothing would end such a wait in time.
        h264_encoder.PATIENCE = 1000.0
        assert encoded(renditions, lent(source), NEXT) is None
        assert encoded(renditions, lent(source), NEXT) is None
        h264.SILENCE = 0.0
        frame = encoded(renditions, lent(source), NEXT)
        assert frame is not None
        assert frame.keyframe
        until(lambda: not board.working)
        held = [lent(source) for _ in range(3)]
        assert all(is_lent(each) for each in held)
    renditions.close()


@apart()
def test_that_a_picture_that_the_firmware_leaves_out_is_no_loss_and_no_failure(pi: Simulation) -> None:
    from sender.picamera import h264_encoder

    told, board = Told(), fit_video_encoder()
    board.left_out = {2, 4, 5, 6, 7, 8}
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    with opened() as source:
        kinds: list[bool | None] = []
        for number in range(10):
            h264_encoder.GRACE = 0.01 if number in board.left_out else 20.0
            capture = lent(source)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            kinds.append(None if frame is None else frame.keyframe)
            if frame is not None:
                assert difference(frame, capture, decoder) < 4
            del capture
        assert kinds == [True, False, None, False, None, None, None, None, None, False]
        assert [line for line in told.lines if "H.264" in line] == []
    renditions.close()


@apart()
def test_that_a_keyframe_larger_than_a_buffer_is_whole(pi: Simulation) -> None:
    board = fit_video_encoder()
    board.buffer_bytes = 4096
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    with opened() as source:
        sizes = []
        for number in range(3):
            capture = lent(source)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            assert frame is not None
            assert difference(frame, capture, decoder) < 4
            sizes.append(len(frame.payload))
            del capture
        assert sizes[0] > 2 * board.buffer_bytes
    renditions.close()


@apart()
def test_that_jpeg_and_h264_of_the_hardware_come_from_the_same_pictures(pi: Simulation) -> None:
    fit_video_encoder(makes_jpeg=True)
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    with opened({"resolution": (320, 240), "framerate": 30}) as source:
        assert source.describe() == "Pi camera imx708 (JPEG by the hardware; H.264 by the hardware)"
        for number in range(5):
            # On a slow machine all buffers are with the other encoder.
            capture = next(each for each in iter(lambda: read(source), None) if each.planes is not None)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            assert frame is not None
            assert (frame.codec, frame.keyframe) == ("h264", not number)
            assert difference(frame, capture, decoder) < 4
            assert capture.jpeg is not None
            pixels = simplejpeg.decode_jpeg(capture.jpeg, "BGR").astype(int)
            assert capture.planes is not None
            assert np.abs(pixels - bgr_of(capture.planes)).mean() < 4
            del capture
    renditions.close()


@apart()
def test_that_the_jpeg_hardware_is_asked_for_no_more_than_its_driver_makes(pi: Simulation) -> None:
    import picamera2.encoders

    fit_video_encoder(makes_jpeg=True)
    asked, make = [], picamera2.encoders.MJPEGEncoder
    picamera2.encoders.MJPEGEncoder = lambda bits: asked.append(bits) or make(bits)
    for framerate in (50, 500):
        with opened({"resolution": (320, 240), "framerate": framerate}):
            pass
    assert asked == [4_224_000, 25_000_000]


@apart()
def test_that_the_camera_has_one_buffer_more_where_the_hardware_makes_h264(pi: Simulation) -> None:
    fit_video_encoder()
    with opened() as source:
        # One is encoded, one waits for that, and one has just been taken.
        held = [lent(source) for _ in range(3)]
        assert not is_lent(read(source))
        del held
    # What somebody asked for is what there is, and the camera needs these two itself.
    with opened({**SMALL, "buffer_count": 2}) as source:
        assert read(source).own_h264 is None
        assert "H.264" not in source.describe()


@apart()
def test_that_the_processor_takes_over_where_the_hardware_gives_nothing(pi: Simulation) -> None:
    from sender.picamera import h264, h264_encoder

    told, board = Told(), fit_video_encoder()
    board.held = set(range(10))
    h264_encoder.GRACE, h264.SILENCE = 0.05, 0.0
    renditions = Renditions(encoder_for)
    with opened() as source:
        frames = [encoded(renditions, lent(source), FRESH) for _ in range(5)]
        assert [None if frame is None else frame.codec for frame in frames] == [None, None, None, "h264", "h264"]
        assert sum("it gives no pictures" in line for line in told.lines) == 1
    renditions.close()


@apart()
def test_that_after_a_picture_that_did_not_come_only_a_keyframe_passes(pi: Simulation) -> None:
    from sender.picamera import h264_encoder

    fit_video_encoder().held = {2}
    decoder, renditions = H264Decoder(), Renditions(encoder_for)
    with opened() as source:
        told: list[bool | None] = []
        for number in range(6):
            h264_encoder.GRACE = 0.05 if number == 2 else 20.0
            capture = lent(source)
            frame = encoded(renditions, capture, NEXT if number else FRESH)
            told.append(None if frame is None else frame.keyframe)
            if frame is not None:
                assert difference(frame, capture, decoder) < 4
            del capture
        # The fourth builds on the third, which came with it and was not expected any more.
        assert told == [True, False, None, None, True, False]
    renditions.close()


@apart()
def test_that_other_sizes_are_made_by_the_processor_from_the_planes(pi: Simulation) -> None:
    board = fit_video_encoder()
    renditions, decoder = Renditions(encoder_for), H264Decoder()
    small = Size(160, 120)
    with opened({"resolution": (644, 480), "framerate": 100}) as source:
        for _ in range(3):
            frame = encoded(renditions, lent(source), Demand("h264", place=small))
            assert frame is not None
            assert decoder.decode(frame).shape == (frame.height, frame.width, 4)
        assert board.handles == []
    renditions.close()


@apart()
def test_that_where_no_hardware_is_x264_reads_the_cameras_own_memory_and_gives_it_back(pi: Simulation) -> None:
    encoder, decoder = H264Encoder(), H264Decoder()
    with opened({"resolution": (644, 480), "framerate": 100}) as source:
        for number in range(1, 8):
            capture = lent(source)
            frame = as_it_travels(encoder.encode(capture, Look()), number)
            assert difference(frame, capture, decoder) < 4
            del capture
        held = [lent(source), lent(source)]
        assert all(is_lent(each) for each in held)


@apart()
def test_that_viewers_see_what_the_hardware_makes_without_pyav_at_the_camera(pi: Simulation) -> None:
    # Ours is not there; that behind the driver is.
    vars(sys.modules["sender.encoders.h264"])["_X264"] = "libx264-left-out"
    board = fit_video_encoder()
    desk = Viewer("desk", window=4, codecs=["h264"])

    def ours() -> list[EncodedFrame]:
        """On a machine that falls behind, smaller ones are asked for as well, and those are JPEG here."""
        return [frame for frame in desk.frames if frame.codec == "h264"]

    async def scene() -> None:
        camera = Camera("porch", source="picamera?resolution=320x240&framerate=50", listen=ANYWHERE, codec="h264")
        context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        async with camera, fleet() as wall:
            watcher = Watcher(wall.add(str(camera.endpoint)))
            with watching(context, camera.endpoint, desk):
                await waited(lambda: len(ours()) >= 20 and watcher.pictures >= 20)
                desk.send(*desk.camera.send_keyframe_request())
                keyframes = sum(frame.keyframe for frame in ours())
                await waited(lambda: sum(frame.keyframe for frame in ours()) > keyframes)
            await waited(lambda: watcher.session.stats.snapshot(time.monotonic()).codec == "h264")
            wall.remove(str(camera.endpoint))
            await waited(lambda: not board.working)
        context.term()

    asyncio.run(scene())
    decoder, last = H264Decoder(), 0
    for frame in desk.frames:
        assert frame.keyframe or frame.after == last
        assert frame.codec == "jpeg" or decoder.decode(frame).shape == (240, 320, 4)
        last = frame.sequence
