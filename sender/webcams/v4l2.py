"""Asking a video device of Linux. Requests are those of linux/videodev2.h, as x86 and ARM count them."""

import os
import struct

WRITES, READS = 1 << 30, 2 << 30


def opened(path: str) -> int:
    """A descriptor of the device, for questions only; it may be open more than once while pictures come."""
    return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)


def asking(number: int, layout: struct.Struct) -> int:
    """The request `_IOR('V', number, …)`: the driver fills the layout."""
    return READS | layout.size << 16 | ord("V") << 8 | number


def telling(number: int, layout: struct.Struct) -> int:
    """The request `_IOWR('V', number, …)`: the driver is told something, and answers in the same layout."""
    return WRITES | asking(number, layout)


def ask(device: int, request: int, question: bytes) -> bytes:
    """The driver's answer. Raises OSError."""
    # Not on Windows, where this file is read, too.
    import fcntl

    return fcntl.ioctl(device, request, question)


def text(raw: bytes) -> str:
    """What a driver says in a field of fixed length."""
    return raw.partition(b"\0")[0].decode(errors="replace").strip()
