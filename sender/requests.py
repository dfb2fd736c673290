"""Requests to another thread: asked anywhere, answered there when it has time, refused once it has ended."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

A = TypeVar("A")
T = TypeVar("T")


class Requests(Generic[A]):
    """Functions of one argument, run in turn by the thread that calls `answer`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Callable[[A], Any], Future[Any]]] = deque()
        self._refusal: Exception | None = None

    def ask(self, call: Callable[[A], T]) -> "Future[T]":
        """Have `call` run in the other thread. A future that is cancelled before its turn is not run at all."""
        future: Future[T] = Future()
        with self._lock:
            if self._refusal is None:
                self._waiting.append((call, future))
                return future
        future.set_exception(self._refusal)
        return future

    def answer(self, argument: A) -> None:
        """Run all that wait; what they raise is their answer."""
        while (request := self._next()) is not None:
            call, future = request
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = call(argument)
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something to answer."""
        return bool(self._waiting)

    def refuse(self, error: Exception) -> None:
        """Answer all that wait, and all that come, with `error`."""
        with self._lock:
            self._refusal = error
            waiting, self._waiting = self._waiting, deque()
        for _, future in waiting:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)

    def _next(self) -> tuple[Callable[[A], Any], "Future[Any]"] | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None


async def within(seconds: float, future: "Future[T]") -> T:
    """Wait on the loop for `future`, and return its result. Raises TimeoutError after `seconds`.

    Then, and when this is cancelled, `future` is withdrawn: `cancelled()`, unless its turn had come.
    """
    try:
        return await asyncio.wait_for(asyncio.wrap_future(future), seconds)
    finally:
        future.cancel()
