"""What comes by chat goes to the user's function, one line after the other; what it returns goes back.

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
from datetime import datetime
from typing import TypeAlias

from camwire.limits import UNRECEIPTED_MESSAGES

log = logging.getLogger(__name__)

ERROR_CHARACTERS = 500
JOIN_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Message:
    """A line from a viewer. `time` is when it was written, by the viewer's clock (aware, UTC)."""

    text: str
    viewer: str
    time: datetime


OnMessage: TypeAlias = Callable[[Message], "str | Awaitable[str | None] | None"]
Reply: TypeAlias = Callable[[str], None]
Outcome: TypeAlias = "tuple[object, BaseException | None]"


class Answering:
    """Runs `on_message` for every message, in order, and passes the text it returns to that message's `reply`."""

    def __init__(self, on_message: OnMessage) -> None:
        self._on_message = on_message
        self._waiting: asyncio.Queue[tuple[Message, Reply]] = asyncio.Queue(UNRECEIPTED_MESSAGES)
        self._worker: Worker | None = None if inspect.iscoroutinefunction(on_message) else Worker(on_message)
        self._task = asyncio.get_running_loop().create_task(self._answer_all())

    def hear(self, message: Message, reply: Reply) -> None:
        """Take a message. `reply` is called on the loop, at most once."""
        try:
            self._waiting.put_nowait((message, reply))
        except asyncio.QueueFull:
            reply(excuse("too many messages are waiting already."))

    async def close(self) -> None:
        """Answer no more. A plain function that is still running is left behind."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if self._worker is not None:
            self._worker.close()

    async def _answer_all(self) -> None:
        while True:
            message, reply = await self._waiting.get()
            try:
                text = await self._answer(message)
                if text is not None:
                    reply(text)
            except (Exception, asyncio.CancelledError) as error:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                log.exception("The message function failed.")
                reply(excuse(str(error) or type(error).__name__))

    async def _answer(self, message: Message) -> str | None:
        answer: object
        if self._worker is None:
            answer = self._on_message(message)
        else:
            answer = await self._worker.run(message)
        if inspect.isawaitable(answer):
            answer = await answer
        if answer is not None and not isinstance(answer, str):
            raise TypeError(f"the message function returned {type(answer).__name__}; it may return text or nothing.")
        return answer


class Worker:
    """One daemon thread that calls `function`: a function that never returns does not keep the program from ending."""

    def __init__(self, function: Callable[[Message], object]) -> None:
        self._function = function
        self._due: queue.SimpleQueue[tuple[Message, asyncio.Future[Outcome]] | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, name="messages", daemon=True)
        self._thread.start()

    async def run(self, message: Message) -> object:
        """Call the function in the thread; return or raise what it returns or raises."""
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._due.put((message, future))
        result, error = await future
        if error is not None:
            raise error
        return result

    def close(self) -> None:
        """End the thread after what it is at."""
        self._due.put(None)
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


def excuse(reason: str) -> str:
    """What the viewer reads instead of an answer."""
    return f"This camera could not answer: {reason[:ERROR_CHARACTERS]}"
