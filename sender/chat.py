"""What is said goes to the user's function, one line after the other; what it returns is the answer.

Plain functions run in one thread of their own, so that a slow one holds up neither pictures nor the loop.
"""

import asyncio
import contextlib
import inspect
import logging
import queue
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from camwire.arrays import Array
from camwire.errors import WireError
from camwire.limits import UNRECEIPTED_MESSAGES
from sender.asker import Asker, begun
from sender.message import Message
from sender.returned import opened
from sender.words import words_of

log = logging.getLogger(__name__)

JOIN_SECONDS = 0.2


OnMessage: TypeAlias = Callable[[Message], "object | Awaitable[object]"]
Outcome: TypeAlias = "tuple[object, BaseException | None]"


@dataclass(slots=True, eq=False)
class Due:
    """A message that waits for its turn."""

    message: Message
    asker: Asker


class Answering:
    """Runs `on_message` for every message, in order, and tells who said it what it returns.

    Arrays are opened in the thread. Of those that wait only the newest is kept: they may be a video.
    """

    def __init__(self, on_message: OnMessage) -> None:
        self._on_message = on_message
        self._waiting: asyncio.Queue[Due] = asyncio.Queue(UNRECEIPTED_MESSAGES)
        self._waiting_array: Due | None = None
        self._is_async = inspect.iscoroutinefunction(on_message)
        self._worker = Worker(opened if self._is_async else lambda message: on_message(opened(message)))
        self._has_told_damage = False
        self._task = asyncio.get_running_loop().create_task(self._answer_all())

    def hear(self, message: Message, asker: Asker) -> None:
        """Take a message."""
        due = Due(message, asker)
        is_array = isinstance(message.value, Array)
        if is_array and self._waiting_array is not None:
            self._waiting_array.message, self._waiting_array.asker = message, asker
            return
        try:
            self._waiting.put_nowait(due)
        except asyncio.QueueFull:
            asker.failed("Too many messages are waiting already. Send it again when some of them are answered.")
            return
        if is_array:
            self._waiting_array = due

    async def close(self) -> None:
        """Answer no more. A plain function that is still running is left behind."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._worker.close()

    async def _answer_all(self) -> None:
        while True:
            due = await self._waiting.get()
            if due is self._waiting_array:
                self._waiting_array = None
            asker = due.asker
            try:
                await begun(asker.begin)
                answer = await self._answer(due.message)
                if answer is None:
                    asker.ended()
                else:
                    asker.answered(answer)
            except WireError as error:
                asker.ended()
                self._tell_damage(error)
            except (Exception, asyncio.CancelledError) as error:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                log.exception("The message function failed.")
                asker.failed(excuse(error))

    def _tell_damage(self, error: WireError) -> None:
        if not self._has_told_damage:
            log.warning("What a receiver gives back cannot be used: %s. This is said once.", error)
        self._has_told_damage = True

    async def _answer(self, message: Message) -> object:
        answer: object
        if not self._is_async:
            answer = await self._worker.run(message)
        elif isinstance(message.value, Array):
            message_with_pixels = await self._worker.run(message)
            assert isinstance(message_with_pixels, Message)
            answer = self._on_message(message_with_pixels)
        else:
            answer = self._on_message(message)
        if inspect.isawaitable(answer):
            answer = await answer
        return answer


class Worker:
    """One daemon thread that calls `function`: a function that never returns does not keep the program from ending.

    It begins with the first message.
    """

    def __init__(self, function: Callable[[Any], object]) -> None:
        self._function = function
        self._due: queue.SimpleQueue[tuple[object, asyncio.Future[Outcome]] | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, name="messages", daemon=True)

    async def run(self, message: object) -> object:
        """Call the function in the thread; return or raise what it returns or raises."""
        if not self._thread.is_alive():
            self._thread.start()
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._due.put((message, future))
        result, error = await future
        if error is not None:
            raise error
        return result

    def close(self) -> None:
        """End the thread after what it is at."""
        self._due.put(None)
        if self._thread.is_alive():
            self._thread.join(JOIN_SECONDS)

    def _work(self) -> None:
        while (due := self._due.get()) is not None:
            message, future = due
            try:
                outcome: Outcome = (self._function(message), None)
            except StopIteration:
                # A coroutine cannot pass it on.
                outcome = (None, RuntimeError("StopIteration"))
            except BaseException as error:
                outcome = (None, error)
            # The loop may be closed under a function that was left behind.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(_settle, future, outcome)


def _settle(future: "asyncio.Future[Outcome]", outcome: Outcome) -> None:
    if not future.done():
        future.set_result(outcome)


def excuse(error: BaseException) -> str:
    """What the viewer reads about a mistake in the user's function."""
    return f"This camera could not answer: {words_of(error) or type(error).__name__}"
