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
from sender.commands.asker import Asker, answer, begun
from sender.talk.message import Message
from sender.talk.returned import opened
from sender.words import words_of

log = logging.getLogger(__name__)

JOIN_SECONDS = 0.2
SILENCE_SECONDS = 60.0


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
    Where one takes long, that is told to who said it, and to all who wait for it, every `silence_seconds`.
    """

    def __init__(self, on_message: OnMessage, silence_seconds: float = SILENCE_SECONDS) -> None:
        self._on_message = on_message
        self._silence_seconds = silence_seconds
        # All that are not answered, the one that somebody is at first.
        self._unanswered: dict[Due, None] = {}
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
        self._unanswered[due] = None
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
            self._await_answer(due, 0.0)
            try:
                await begun(asker.begin)
                value = await self._answer(due.message)
                if value is None:
                    asker.ended()
                else:
                    answer(asker, value)
            except WireError as error:
                asker.ended()
                self._tell_damage(error)
            except (Exception, asyncio.CancelledError) as error:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                log.exception("The message function failed.")
                asker.failed(excuse(error))
            finally:
                self._silence.cancel()
                del self._unanswered[due]

    def _await_answer(self, to: Due, silent_for: float) -> None:
        """Tell in a while that it takes long, and so on."""
        self._silence = asyncio.get_running_loop().call_later(self._silence_seconds, self._tell_silence, to, silent_for)

    def _tell_silence(self, to: Due, silent_for: float) -> None:
        silent_for += self._silence_seconds
        self._await_answer(to, silent_for)
        for due in self._unanswered:
            where = "at it" if due is to else "at an earlier message"
            due.asker.told(f"The camera has not answered for {silent_for:g} s; it is still {where}.")

    def _tell_damage(self, error: WireError) -> None:
        if not self._has_told_damage:
            log.warning("What a receiver gives back cannot be used: %s. This is said once.", error)
        self._has_told_damage = True

    async def _answer(self, message: Message) -> object:
        try:
            return await self._returned(message)
        except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            # What ends a program elsewhere ends no camera.
            raise RuntimeError(type(error).__name__) from error

    async def _returned(self, message: Message) -> object:
        value: object
        if not self._is_async:
            value = await self._worker.run(message)
        elif isinstance(message.value, Array):
            message_with_pixels = await self._worker.run(message)
            assert isinstance(message_with_pixels, Message)
            value = self._on_message(message_with_pixels)
        else:
            value = self._on_message(message)
        if inspect.isawaitable(value):
            value = await value
        return value


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
