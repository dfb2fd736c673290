"""The driver of a board's H.264 encoder, under picamera2's own `H264Encoder`: x264 makes what the hardware would.

It takes the camera's buffers by their descriptors, tells nothing of its colours, and has faults to be switched on.
"""

import errno
import mmap
import os
import select
import threading
import time
from collections import deque
from fractions import Fraction
from typing import Any, TypeAlias

import videodev2 as v4l2

Made: TypeAlias = tuple[bytes, bool, tuple[int, int]]
"""A frame or a part of it, whether it is a keyframe, and the stamp of its picture: seconds and microseconds."""


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
        self.left_out: set[int] = set()
        """Pictures that are read, and never become frames."""
        self.unread: set[int] = set()
        """Pictures that are not even read."""
        self.dies_at: int | None = None
        """The number of the frame, from 0, that cannot be fetched."""
        self.seconds = 0.0
        """What a picture takes, one after the other."""
        self.buffer_bytes = 512 << 10
        """A frame that is larger comes in parts. Whole pages."""

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
        self._coming: deque[tuple[float, int, list[Made]]] = deque()
        self._given = 0
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
        number = offset // self._device.buffer_bytes
        self._memory[number] = mmap.mmap(-1, length)
        return self._memory[number]

    def wait(self, seconds: float) -> list[tuple[int, int]]:
        """What is ready, as `poll` tells it."""
        until = time.monotonic() + seconds
        with self._changed:
            while not self._finish() and (left := until - time.monotonic()) > 0:
                due = self._coming[0][0] - time.monotonic() if self._coming else left
                self._changed.wait(max(0.0, min(left, due)))
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
                length = self._device.buffer_bytes
                told.m.planes[0].length, told.m.planes[0].m.mem_offset = length, told.index * length
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
        device = self._device
        if number == device.fails_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if number in device.unread:
            return
        plane = told.m.planes[0]
        stamp = told.timestamp.tv_sec, told.timestamp.tv_usec
        if number not in device.left_out:
            with mmap.mmap(plane.m.fd, plane.length, mmap.MAP_SHARED, mmap.PROT_READ) as memory:
                self._held.extend(self._parts(*self._encoded(memory[:]), stamp))
        with self._changed:
            begins = max(self._coming[-1][0] if self._coming else 0.0, time.monotonic())
            made = [] if number in device.held else self._held
            self._held = self._held if number in device.held else []
            self._coming.append((begins + device.seconds, told.index, made))
            self._changed.notify_all()

    def _finish(self) -> bool:
        """Give out what is ready by now. Returns whether anything waits to be fetched."""
        while self._coming and self._coming[0][0] <= time.monotonic():
            _, index, made = self._coming.popleft()
            self._read.append(index)
            self._made.extend(made)
        return bool(self._read or self._made)

    def _parts(self, payload: bytes, is_keyframe: bool, stamp: tuple[int, int]) -> list[Made]:
        most = self._device.buffer_bytes
        return [(payload[at : at + most], is_keyframe, stamp) for at in range(0, len(payload), most)]

    def _give(self, told: Any) -> None:
        number, self._given = self._given, self._given + 1
        if number == self._device.dies_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        payload, is_keyframe, (told.timestamp.tv_sec, told.timestamp.tv_usec) = self._made.popleft()
        told.index = self._free.popleft()
        self._memory[told.index][: len(payload)] = payload
        told.m.planes[0].bytesused, told.m.planes[0].length = len(payload), self._device.buffer_bytes
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
