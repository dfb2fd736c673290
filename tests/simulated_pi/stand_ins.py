"""What picamera2 imports beside libcamera, and what has no place or needs a compiler off the Raspberry Pi."""

import ctypes
import os
import types
from typing import Any

# Sets close-on-exec, on every kind of file: the one ioctl that memory which is no DMA buffer takes without harm.
FIOCLEX = 0x5451


def stand_ins() -> dict[str, types.ModuleType]:
    """Modules by their names."""
    pixel_formats = _module("pykms", PixelFormat=_AnyName("PixelFormat", (), {}))
    prctl = _module("prctl", set_pdeathsig=lambda signal: None)
    core = _module("pidng.core", PICAM2DNG=object)
    camdefs = _module("pidng.camdefs", Picamera2Camera=object)
    heap = _module(
        "picamera2.dma_heap",
        DmaHeap=DmaHeap,
        UniqueFD=UniqueFD,
        dma_buf_sync=DmaBufSync,
        DMA_BUF_IOCTL_SYNC=FIOCLEX,
        DMA_BUF_SYNC_READ=1,
        DMA_BUF_SYNC_WRITE=2,
        DMA_BUF_SYNC_RW=3,
        DMA_BUF_SYNC_START=0,
        DMA_BUF_SYNC_END=4,
    )
    pidng = _module("pidng", core=core, camdefs=camdefs)
    return {each.__name__: each for each in (pixel_formats, prctl, pidng, core, camdefs, heap)}


class UniqueFD:
    """A descriptor that is somebody's."""

    def __init__(self, fd: int = -1) -> None:
        self._fd = fd

    def get(self) -> int:
        """The descriptor."""
        return self._fd

    def release(self) -> int:
        """The descriptor, which is the caller's now."""
        fd, self._fd = self._fd, -1
        return fd

    def isValid(self) -> bool:
        """Whether there is one."""
        return self._fd >= 0


class DmaHeap:
    """Gives memory of this process instead of memory that devices reach. Who asks closes it."""

    isValid = True

    def alloc(self, name: str, size: int) -> UniqueFD:
        """`size` bytes."""
        fd = os.memfd_create(name, os.MFD_CLOEXEC)
        os.ftruncate(fd, size)
        return UniqueFD(fd)

    def close(self) -> None:
        """Nothing is held."""


class DmaBufSync(ctypes.Structure):
    """Which way caches are to be brought up to date; here there are none."""

    _fields_ = (("flags", ctypes.c_uint64),)


class _AnyName(type):
    """Has every attribute: its own name."""

    def __getattr__(cls, name: str) -> str:
        return name


def _module(name: str, **content: Any) -> types.ModuleType:
    made = types.ModuleType(name)
    vars(made).update(content)
    return made
