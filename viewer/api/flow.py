"""What an `async for` walks through: things that come, one after the other, until it is closed."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Generic, Self, TypeVar

T = TypeVar("T")


class Flow(Generic[T]):
    """Keeps the newest `most` things that nobody has fetched; None keeps all."""

    def __init__(self, most: int | None = None, things: Iterable[T] = ()) -> None:
        self._things: deque[T] = deque(things, most)
        self._has_news = asyncio.Event()
        self._is_closed = False

    def put(self, thing: T) -> None:
        """Hand it to whoever walks."""
        self._things.append(thing)
        self._has_news.set()

    def close(self) -> None:
        """Nothing more comes; what is here can still be fetched."""
        self._is_closed = True
        self._has_news.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while not self._things:
            if self._is_closed:
                raise StopAsyncIteration
            self._has_news.clear()
            await self._has_news.wait()
        return self._things.popleft()
