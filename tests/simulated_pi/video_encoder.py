"""The driver of a board's H.264 encoder, under picamera2's own `H264Encoder`: x264 makes what the hardware would.

It takes the camera's buffers by their descriptors, tells nothing of its colours, and has faults to be switched on.
"""

import errno
import mmap
import os
import select
import threading
from collections import deque
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, TypeAlias

import videodev2 as v4l2

MOST_BYTES = 512 << 10

Made: TypeAlias = tuple[bytes, bool, tuple[int, int]]
"""A frame, whether it is a keyframe, and the stamp of its picture: seconds and microseconds."""


class VideoEncoder:
    """The device. Every stream has it opened for itself; what they opened is in `handles`."""

    def __init__(self) -> None:
        self.handles: list[Handle] = []
        self.is_missing = False
        """Opening it fails."""
        self.fails_at: int | None = None
        """The number of the picture, from 0, that every stream refuses."""
        self.held: set[int] = set()
        """Pictures whose frames come only with those of the next."""

    @property
    def working(self) -> int:
        """How many have it open."""
        return sum(not each.closed for each in self.handles)

    def opened_as(self, fd: int) -> "Handle":
        """The one with that descriptor."""
        return next(each for each in self.handles if not each.closed and each.fileno() == fd)

    def open(self, name: str, *_: Any, **__: Any) -> "Handle":
        """As the function of that name."""
        if self.is_missing:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        self.handles.append(Handle(self))
        return self.handles[-1]


class Handle:
    """The device, opened once."""

    def __init__(self, device: VideoEncoder) -> None:
        self.closed = False
        self.asked: dict[int, int] = {}
        """Controls that were set."""
        self._device = device
        self._fd = os.eventfd(0)
        self._changed = threading.Condition()
        self._read: deque[int] = deque()
        self._made: deque[Made] = deque()
        self._held: list[Made] = []
        self._free: deque[int] = deque()
        self._memory: dict[int, mmap.mmap] = {}
        self._count = 0
        self._context: Any = None

    def fileno(self) -> int:
        """What `poll` knows it by."""
        return self._fd

    def close(self) -> None:
        """As a file's."""
        if not self.closed:
            self.closed = True
            os.close(self._fd)

    def map(self, length: int, offset: int) -> mmap.mmap:
        """The memory of a buffer for frames."""
        self._memory[offset // MOST_BYTES] = mmap.mmap(-1, length)
        return self._memory[offset // MOST_BYTES]

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """What is ready, as `poll` tells it."""
        with self._changed:
            self._changed.wait_for(lambda: self._read or self._made, seconds)
            ready = (select.POLLOUT if self._read else 0) | (select.POLLIN if self._made and self._free else 0)
            return [(self._fd, ready)] if ready else []

    def ioctl(self, request: int, told: Any) -> int:
        """As the function of that name, for what picamera2 asks."""
        is_frame = getattr(told, "type", None) == v4l2.V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE
        match request:
            case v4l2.VIDIOC_S_CTRL:
                self.asked[told.id] = told.value
            case v4l2.VIDIOC_S_EXT_CTRLS:
                self.asked.update({each.id: each.value for each in told.controls[: told.count]})
            case v4l2.VIDIOC_S_FMT if not is_frame:
                shape = told.fmt.pix_mp
                self._shape = shape.width, shape.height, shape.plane_fmt[0].bytesperline
            case v4l2.VIDIOC_S_PARM:
                share = told.parm.output.timeperframe
                self._fps = Fraction(share.denominator, share.numerator)
            case v4l2.VIDIOC_QUERYBUF:
                told.m.planes[0].length, told.m.planes[0].m.mem_offset = MOST_BYTES, told.index * MOST_BYTES
            case v4l2.VIDIOC_QBUF if is_frame:
                self._free.append(told.index)
            case v4l2.VIDIOC_QBUF:
                self._take(told)
            case v4l2.VIDIOC_DQBUF if is_frame:
                self._give(told)
            case v4l2.VIDIOC_DQBUF:
                told.index = self._read.popleft()
        return 0

    def _take(self, told: Any) -> None:
        number, self._count = self._count, self._count + 1
        if number == self._device.fails_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        plane = told.m.planes[0]
        stamp = told.timestamp.tv_sec, told.timestamp.tv_usec
        with mmap.mmap(plane.m.fd, plane.length, mmap.MAP_SHARED, mmap.PROT_READ) as memory:
            frame = (*self._encoded(memory[:]), stamp)
        with self._changed:
            self._read.append(told.index)
            self._held.append(frame)
            if number not in self._device.held:
                self._made.extend(self._held)
                self._held.clear()
            self._changed.notify_all()

    def _give(self, told: Any) -> None:
        payload, is_keyframe, (told.timestamp.tv_sec, told.timestamp.tv_usec) = self._made.popleft()
        told.index = self._free.popleft()
        assert len(payload) <= MOST_BYTES
        self._memory[told.index][: len(payload)] = payload
        told.m.planes[0].bytesused, told.m.planes[0].length = len(payload), MOST_BYTES
        told.flags = v4l2.V4L2_BUF_FLAG_KEYFRAME if is_keyframe else 0

    def _encoded(self, memory: bytes) -> tuple[bytes, bool]:
        import av
        import numpy as np
        from av.video.frame import PictureType

        width, height, stride = self._shape
        if self._context is None:
            self._context = self._opened(width, height)
        planes = np.frombuffer(memory, np.uint8)[: stride * height * 3 // 2].reshape(-1, stride)
        frame = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(planes), format="yuv420p", width=width)
        frame.pts = self._count
        if self.asked.pop(v4l2.V4L2_CID_MPEG_VIDEO_FORCE_KEY_FRAME, 0):
            frame.pict_type = PictureType.I
        (packet,) = self._context.encode(frame)
        return bytes(packet), packet.is_keyframe

    def _opened(self, width: int, height: int) -> Any:
        import av

        context: Any = av.CodecContext.create("libx264", "w")
        context.width, context.height, context.pix_fmt, context.thread_count = width, height, "yuv420p", 1
        # It is meant to be fast, and spends more for the same look.
        context.bit_rate = 4 * self.asked[v4l2.V4L2_CID_MPEG_VIDEO_BITRATE]
        context.gop_size = self.asked[v4l2.V4L2_CID_MPEG_VIDEO_H264_I_PERIOD]
        context.time_base, context.framerate = 1 / self._fps, self._fps
        context.options = {"preset": "ultrafast", "tune": "zerolatency", "forced-idr": "1"}
        context.open()
        return context


class _Poll:
    def register(self, handle: Handle, _: int) -> None:
        self._handle = handle

    def poll(self, milliseconds: int) -> list[tuple[int, int]]:
        return self._handle.wait(milliseconds / 1000)


def fit_video_encoder() -> VideoEncoder:
    """Let this process find a board that encodes H.264, and makes no JPEG. After the simulation's `install`."""
    import picamera2.encoders
    from picamera2.encoders import h264_encoder, v4l2_encoder

    from sender.picamera import board, device, h264, path

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
    vars(h264)["PATIENCE"] = 20.0
    vars(device)["is_for_hardware"] = lambda *_: True
    vars(device)["chosen"] = lambda *_: path.Path.PLANES
    return found
