"""What an async iterable gives on its loop, one by one in another thread."""

import asyncio
import contextlib
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine
from concurrent.futures import Future
from typing import Any

CLOSE_SECONDS = 0.5


class FromLoop:
    """Takes the next of `items` on `loop` when it is asked for, and not before. All of it is for one other thread."""

    def __init__(self, items: AsyncIterable[Any], loop: asyncio.AbstractEventLoop) -> None:
        self._items = items
        self._loop = loop
        self._iterator: AsyncIterator[Any] | None = None
        self._task: asyncio.Task[Any] | None = None
        self._next: Future[Any] | None = None

    def ask(self, on_ready: Callable[[], None]) -> None:
        """Have the next one made, if it is not asked for already; `on_ready` is called on the loop."""
        if self._next is None:
            self._next = self._begin(self._step())
            self._next.add_done_callback(lambda _: on_ready())

    @property
    def is_ready(self) -> bool:
        """Whether what was asked for can be taken."""
        return self._next is not None and self._next.done()

    def take(self, end: object) -> Any:
        """What was asked for, or `end`. Raises what the iterable raised."""
        assert self._next is not None
        taken, self._next = self._next, None
        try:
            return taken.result()
        except StopAsyncIteration:
            return end

    def close(self) -> None:
        """End the iterable where it is; waits half a second for it at most. May be repeated."""
        with contextlib.suppress(TimeoutError, RuntimeError):
            self._begin(self._end()).result(CLOSE_SECONDS)

    def _begin(self, work: Coroutine[Any, Any, Any]) -> "Future[Any]":
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:
            # The loop has ended before us.
            work.close()
            raise

    async def _step(self) -> Any:
        self._task = asyncio.current_task()
        if self._iterator is None:
            self._iterator = aiter(self._items)
        return await anext(self._iterator)

    async def _end(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait([self._task])
        end = getattr(self._iterator, "aclose", None)
        if end is not None:
            await end()
