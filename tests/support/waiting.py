"""Waiting for a fact instead of for a time."""

import asyncio
import time
from collections.abc import Callable


async def until(fact: Callable[[], object], timeout: float = 20.0, every: float = 0.005) -> float:
    """Let the loop run until `fact()` is true; return the seconds it took. Fails after `timeout`."""
    began = time.monotonic()
    while not fact():
        if time.monotonic() - began > timeout:
            raise AssertionError(f"still not so after {timeout} s")
        await asyncio.sleep(every)
    return time.monotonic() - began
