"""The shortest part of an input that still does what the whole of it does."""

import time
from collections.abc import Callable

PATIENCE_SECONDS = 3.0


def minimised(data: bytes, is_same: Callable[[bytes], bool]) -> bytes:
    """Leave pieces out of `data`, ever smaller ones, as long as it `is_same`; after some seconds it is short enough."""
    until = time.monotonic() + PATIENCE_SECONDS
    size = len(data) // 2
    while size:
        place = 0
        while place < len(data):
            less = data[:place] + data[place + size :]
            if time.monotonic() > until:
                return data
            if is_same(less):
                data = less
            else:
                place += size
        size //= 2
    return data
