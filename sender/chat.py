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
from typing import TypeAlias

from camwire.arrays import Array
from camwire.errors import WireError
from camwire.limits import UNRECEIPTED_MESSAGES
from sender.message import Message
from sender.returned import opened

log = logging.getLogger(__name__)

ERROR_CHARACTERS = 500
JOIN_SECONDS = 0.2


OnMessage: TypeAlias = Callable[[Message], "str | Awaitable[str | None] | None"]
Reply: TypeAlias = Callable[[str], None]
Outcome: TypeAlias = "tuple[object, BaseException | None]"


@dataclass(slots=True, eq=False)
class Due:
    """A message that waits for its turn."""

    message: Message
    reply: Reply


class Answering:
    """Runs `on_message` for every message, in order, and passes the text it returns to that message's `reply`.

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

    def hear(self, message: Message, reply: Reply) -> None:
        """Take a message. `reply` is called on the loop, at most once."""
        due = Due(message, reply)
        is_array = isinstance(message.value, Array)
        if is_array and self._waiting_array is not None:
            self._waiting_array.message, self._waiting_array.reply = message, reply
            return
        try:
            self._waiting.put_nowait(due)
        except asyncio.QueueFull:
            reply(excuse("too many messages are waiting already."))
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
            reply = due.reply
            try:
                text = await self._answer(due.message)
                if text is not None:
                    reply(text)
            except WireError as error:
                self._tell_damage(error)
            except (Exception, asyncio.CancelledError) as error:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                log.exception("The message function failed.")
                reply(excuse(str(error) or type(error).__name__))

    def _tell_damage(self, error: WireError) -> None:
        if not self._has_told_damage:
            log.warning("What a receiver gives back cannot be used: %s. This is said once.", error)
        self._has_told_damage = True

    async def _answer(self, message: Message) -> str | None:
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
        if answer is not None and not isinstance(answer, str):
            raise TypeError(f"the message function returned {type(answer).__name__}; it may return text or nothing.")
        return answer


class Worker:
    """One daemon thread that calls `function`: a function that never returns does not keep the program from ending.

    It begins with the first message.
    """

    def __init__(self, function: Callable[[Message], object]) -> None:
        self._function = function
        self._due: queue.SimpleQueue[tuple[Message, asyncio.Future[Outcome]] | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, name="messages", daemon=True)

    async def run(self, message: Message) -> object:
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


def excuse(reason: str) -> str:
    """What the viewer reads instead of an answer."""
    return f"This camera could not answer: {reason[:ERROR_CHARACTERS]}"
