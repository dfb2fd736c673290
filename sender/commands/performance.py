"""One running command: its turn among those of its viewer, its function, and what is told of it."""

import asyncio
import functools
import inspect
import logging
from collections.abc import Callable, Hashable
from typing import Protocol, TypeAlias

from camwire.errors import UsageError
from sender.commands.asker import Begin, begun
from sender.commands.call import Call, Cancelled, News
from sender.commands.declared import Declared
from sender.commands.outcome import STILL_RUNNING, Outcome, cancelled, failure
from sender.own_thread import in_own_thread

log = logging.getLogger(__name__)

CANCEL_SECONDS = 1.0
PROGRESS_CHARACTERS = 200

OnProgress: TypeAlias = Callable[[float, str], object]
OnEnd: TypeAlias = Callable[[Outcome], object]


class Owner(Protocol):
    """Who decides when each command begins, and hears from it what the others need to know."""

    silence_seconds: float
    order_seconds: float

    def started(self, task: "asyncio.Task[None]") -> None: ...
    def turn_passed(self, performance: "Performance") -> None: ...
    def free(self, performance: "Performance") -> None: ...
    def ended(self, performance: "Performance") -> None: ...
    def thread_ended(self) -> None: ...


class Performance:
    """One command, from the moment it was given to its end. `cancel` is for the viewer, the rest for its owner."""

    def __init__(
        self,
        owner: Owner,
        declared: Declared,
        context: Call,
        on_progress: OnProgress,
        on_end: OnEnd,
        begin: Begin,
        giver: Hashable,
    ) -> None:
        self.declared = declared
        self.giver = giver
        self.arguments: dict[str, object] = {}
        self.next: Performance | None = None
        self.task: asyncio.Task[None] | None = None
        self.has_ended = False
        self.has_had_its_turn = False
        self.has_thread = False
        self._has_taken_turn = False
        self._owner = owner
        self._context = context
        self._on_progress = on_progress
        self._on_end = on_end
        self._begin = begin
        self._loop = asyncio.get_running_loop()
        self._turn: asyncio.TimerHandle | None = None
        self._silence: asyncio.TimerHandle | None = None
        self._cancelling: asyncio.TimerHandle | None = None
        self._silent_for = 0.0
        self._news = News(self._loop, self._hear)

    @property
    def name(self) -> str:
        """The name of the command."""
        return self.declared.command.name

    @property
    def viewer(self) -> str:
        """The name of who gave it."""
        return self._context.viewer

    def cancel(self) -> None:
        """It is not wanted any more. What it returns at once all the same is still its answer."""
        if self.has_ended or self._context.is_cancelled:
            return
        self._context.cancel()
        if self.task is None:
            self.end(cancelled())
            return
        if self.declared.is_async:
            self.task.cancel()
        self._cancelling = self._loop.call_later(CANCEL_SECONDS, self.end, cancelled(STILL_RUNNING))

    def take_turn(self) -> None:
        """Let the next one of the same viewer begin in a second, if this one has not ended by then."""
        self._has_taken_turn = True
        self._turn = self._loop.call_later(self._owner.order_seconds, self.pass_turn)

    def pass_turn(self) -> None:
        """Let the next one of the same viewer begin."""
        if self._turn is not None:
            self._turn.cancel()
        self.has_had_its_turn = True
        self._owner.turn_passed(self)

    def start(self) -> None:
        """Call the function. Only now may it be silent for too long."""
        self._context.listener = self._news.tell
        self._listen_for(self._owner.silence_seconds)
        self.task = self._loop.create_task(self._perform())
        self.task.add_done_callback(self._has_run)
        self._owner.started(self.task)

    def tell(self, fraction: float, text: str) -> None:
        """Tell the viewer, unless all has been said."""
        if not self.has_ended:
            self._on_progress(fraction, text[:PROGRESS_CHARACTERS].encode("utf-8", "replace").decode())

    def end(self, outcome: Outcome) -> None:
        """Tell the viewer how it ended, and let others begin. The first end counts."""
        if self.has_ended:
            return
        self._fall_silent()
        self._owner.ended(self)
        if self._has_taken_turn:
            self.pass_turn()
        self._on_end(outcome)

    def leave(self) -> None:
        """Tell nothing any more, and let the function know."""
        self._fall_silent()
        self.next = None
        self._context.cancel()

    def _fall_silent(self) -> None:
        self.has_ended = True
        self._news.close()
        for timer in (self._turn, self._silence, self._cancelling):
            if timer is not None:
                timer.cancel()

    async def _perform(self) -> None:
        try:
            value = await self._called()
            if inspect.isawaitable(value):
                value = await value
        except Cancelled:
            outcome = cancelled()
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if not self._context.is_cancelled and task is not None and task.cancelling():
                raise
            outcome = self._failure(error)
        except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            # What ends a program elsewhere ends no camera.
            outcome = self._failure(error)
        else:
            outcome = Outcome(value)
        if self._context.is_cancelled and outcome.value is None:
            outcome = cancelled()
        self.end(outcome)

    def _has_run(self, task: "asyncio.Task[None]") -> None:
        # One that is cancelled before its first step never comes to tell.
        if task.cancelled() and self._context.is_cancelled:
            self.end(cancelled())

    async def _called(self) -> object:
        await begun(self._begin)
        if self._context.is_cancelled:
            if not self.declared.is_async:
                self._owner.thread_ended()
            raise Cancelled
        run = functools.partial(self.declared.run, self.arguments, self._context)
        if self.declared.is_async:
            return run()
        return await in_own_thread(f"command {self.name}", run, self._owner.thread_ended)

    def _failure(self, error: BaseException) -> Outcome:
        if not self.has_ended and not isinstance(error, UsageError):
            log.error("The command /%s failed.", self.name, exc_info=error)
        return failure(self.name, error)

    def _hear(self, fraction: float, text: str) -> None:
        if self._silence is not None:
            self._silence.cancel()
        self._silent_for = 0.0
        self._listen_for(self._owner.silence_seconds)
        self.tell(fraction, text)

    def _listen_for(self, seconds: float) -> None:
        self._silence = self._loop.call_later(seconds, self._is_silent)

    def _is_silent(self) -> None:
        self._silent_for += self._owner.silence_seconds
        self._owner.free(self)
        self._listen_for(self._owner.silence_seconds)
        text = f"/{self.name} has not answered for {self._silent_for:g} s; it may still be running."
        self.tell(self._news.fraction, text)
