"""Fits the simulated board with the hardware that the boards up to the Pi 4 have."""

import mmap
import select
from types import SimpleNamespace

from tests.simulated_pi.video_encoder import Handle, VideoEncoder


class _Poll:
    def register(self, handle: Handle, _: int) -> None:
        self._handle = handle

    def poll(self, milliseconds: int) -> list[tuple[int, int]]:
        return self._handle.wait(milliseconds / 1000)


def fit_video_encoder(makes_jpeg: bool = False) -> VideoEncoder:
    """Let this process find a board that encodes H.264, and JPEG only if it is to. After the simulation's `install`.

    JPEG is made by picamera2's encoder for the processor.
    """
    import picamera2.encoders
    from picamera2.encoders import h264_encoder, v4l2_encoder

    from sender import board
    from sender.picamera import device, path
    from sender.picamera import h264_encoder as ours

    found = VideoEncoder()
    vars(v4l2_encoder).update(
        open=found.open,
        fcntl=SimpleNamespace(ioctl=lambda handle, request, told: handle.ioctl(request, told)),
        select=SimpleNamespace(poll=_Poll, POLLIN=select.POLLIN, POLLOUT=select.POLLOUT),
        mmap=SimpleNamespace(
            mmap=lambda fd, length, *_, offset: found.opened_as(fd).map(length, offset),
            PROT_READ=mmap.PROT_READ,
            PROT_WRITE=mmap.PROT_WRITE,
            MAP_SHARED=mmap.MAP_SHARED,
        ),
    )
    vars(picamera2.encoders)["H264Encoder"] = h264_encoder.H264Encoder
    vars(board)["has_encoder"] = lambda *_: True
    # A loaded machine is slower than any hardware.
    vars(ours).update(PATIENCE=20.0, GRACE=20.0, LAG=20.0)
    vars(device)["is_for_h264"] = lambda *_: True
    vars(device)["chosen"] = lambda *_: path.Path.HARDWARE if makes_jpeg else path.Path.PLANES
    vars(picamera2.encoders)["MJPEGEncoder"] = lambda bits: picamera2.encoders.JpegEncoder(1, q=80)
    return found
