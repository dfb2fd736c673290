"""Frames on their way: memory to fill, the request that carries it, and what became of it."""

import contextlib
import enum
import mmap
import os
from typing import Any

import numpy as np

from tests.simulated_pi.bindings.configuration import Stream
from tests.simulated_pi.bindings.control_ids import ControlId, converted
from tests.simulated_pi.scene import Bytes


class FrameMetadata:
    """What became of a buffer."""

    class Status(enum.Enum):
        """Whether there is a good picture in it."""

        Success = 0
        Error = 1
        Cancelled = 2

    class Plane:
        """How much of a plane is used, in bytes."""

        def __init__(self, bytes_used: int) -> None:
            self.bytes_used = bytes_used

    def __init__(self) -> None:
        self.status = self.Status.Success
        self.sequence = 0
        self.timestamp = 0
        self.planes: list[FrameMetadata.Plane] = []


class FrameBuffer:
    """Memory for one picture, given as file descriptors."""

    class Plane:
        """A part of the memory. It keeps a descriptor of its own of what it is given."""

        def __init__(self) -> None:
            self._fd = -1
            self.offset = 0
            self.length = 0

        @property
        def fd(self) -> int:
            """The descriptor of its own."""
            return self._fd

        @fd.setter
        def fd(self, given: int) -> None:
            self._close()
            self._fd = os.dup(given)

        def _close(self) -> None:
            if self._fd >= 0:
                with contextlib.suppress(OSError):
                    os.close(self._fd)

        def __del__(self) -> None:
            self._close()

    def __init__(self, planes: list[Plane], cookie: int = 0) -> None:
        self.planes = list(planes)
        self.cookie = cookie
        self.metadata = FrameMetadata()
        size = sum(plane.length for plane in planes)
        self._memory = np.frombuffer(mmap.mmap(planes[0].fd, size), np.uint8)

    @property
    def memory(self) -> Bytes:
        """All of it, mapped. Only the camera looks here."""
        return self._memory

    def finish(self, status: FrameMetadata.Status, sequence: int, timestamp: int) -> None:
        """Note what became of it."""
        self.metadata.status = status
        self.metadata.sequence = sequence
        self.metadata.timestamp = timestamp
        self.metadata.planes = [FrameMetadata.Plane(plane.length) for plane in self.planes]


class Request:
    """One picture wanted: buffers for the streams, controls for this frame; later what the frame tells."""

    class Status(enum.Enum):
        """Where it is."""

        Pending = 0
        Complete = 1
        Cancelled = 2

    class Reuse(enum.Enum):
        """What `reuse` keeps."""

        Default = 0
        ReuseBuffers = 1

    def __init__(self, cookie: int) -> None:
        self.cookie = cookie
        self.sequence = 0
        self.status = self.Status.Pending
        self.buffers: dict[Stream, FrameBuffer] = {}
        self.metadata: dict[ControlId, Any] = {}
        self.wanted: dict[ControlId, Any] = {}

    def add_buffer(self, stream: Stream, buffer: FrameBuffer) -> None:
        """Memory for the picture of a stream."""
        self.buffers[stream] = buffer

    def set_control(self, control: ControlId, value: Any) -> None:
        """Want a value from this frame on. Raises RuntimeError for a type that cannot be converted."""
        self.wanted[control] = converted(value, control.type)

    def reuse(self, flags: Reuse = Reuse.ReuseBuffers) -> None:
        """Be ready to be queued once more."""
        self.status = self.Status.Pending
        self.metadata, self.wanted = {}, {}

    def finish(self, status: Status, of_buffers: FrameMetadata.Status, sequence: int, timestamp: int) -> None:
        """Note what became of it."""
        for buffer in self.buffers.values():
            buffer.finish(of_buffers, sequence, timestamp)
        self.status, self.sequence = status, sequence
