"""Runs commands: plain functions in threads, async ones on the loop, several at once.

- The same command never runs twice at once, whoever asks: its function need not expect it.
- Commands of one viewer begin in the order in which they were given: each when the one before it has ended, or has had
  a second. So a picture is taken with the exposure that was set just before, and a long command holds up nobody.
- One that is silent for a minute is told to the viewer, and others need not wait for it any longer. What it answers in
  the end is still an answer.
"""

import asyncio
from collections import deque
from collections.abc import Hashable

from camwire.commands import checked
from camwire.errors import UsageError
from camwire.limits import UNRECEIPTED_MESSAGES
from sender.commands.asker import Begin
from sender.commands.call import Call
from sender.commands.declared import Declared
from sender.commands.outcome import CANCELLED, STILL_RUNNING, Outcome
from sender.commands.performance import OnEnd, OnProgress, Performance

__all__ = ["CANCELLED", "MOST_THREADS", "STILL_RUNNING", "THREADS", "Outcome", "Performance", "Performing"]

THREADS = 8
# With those whose function has not come back from a minute of silence, or from being cancelled.
MOST_THREADS = 32

SILENCE_SECONDS = 60.0
ORDER_SECONDS = 1.0
CLOSE_SECONDS = 0.15


class Performing:
    """All commands that are running or wait for their turn. Belongs to one loop; `close` ends it."""

    def __init__(self, silence_seconds: float = SILENCE_SECONDS, order_seconds: float = ORDER_SECONDS) -> None:
        self.silence_seconds = silence_seconds
        self.order_seconds = order_seconds
        self._performances: set[Performance] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        # By who gave it.
        self._latest: dict[Hashable, Performance] = {}
        self._running: dict[str, Performance] = {}
        self._waiting: dict[str, deque[Performance]] = {}
        self._without_thread: deque[Performance] = deque()
        self._busy_threads = 0
        self._threads = 0
        self._is_closed = False

    def perform(
        self,
        declared: Declared,
        arguments: object,
        context: Call,
        on_progress: OnProgress,
        on_end: OnEnd,
        begin: Begin = lambda then: then(),
        giver: Hashable = None,
    ) -> Performance:
        """Run a command with `arguments` as they came. All functions are called on the loop.

        `on_progress(fraction, text)` is called at most ten times a second, `on_end` once, perhaps before this returns;
        neither after `close`. A fraction below 0 is not known. `begin(then)` is called when it is the command's turn,
        and calls `then` when it may run. `giver` is who gave it, where names do not tell two viewers apart.
        """
        giver = context.viewer if giver is None else giver
        performance = Performance(self, declared, context, on_progress, on_end, begin, giver)
        if self._is_closed:
            performance.leave()
            return performance
        try:
            performance.arguments = checked(declared.command, arguments)
            if len(self._performances) >= UNRECEIPTED_MESSAGES:
                raise UsageError("Too many commands are waiting already. Send it again when some of them are answered.")
        except UsageError as error:
            performance.end(Outcome(error=str(error)))
            return performance
        self._performances.add(performance)
        before = self._latest.get(giver)
        self._latest[giver] = performance
        if before is None:
            self._queue(performance)
        else:
            before.next = performance
        return performance

    async def close(self) -> None:
        """End within 0.2 s. A plain function that is still running then is left behind, and heard no more."""
        self._is_closed = True
        for each in self._performances:
            each.leave()
        self._performances.clear()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSE_SECONDS)

    def started(self, task: "asyncio.Task[None]") -> None:
        """A task that is to be ended with all others."""
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def turn_passed(self, performance: Performance) -> None:
        """Who comes now need not wait for this one, and who waits may begin."""
        if self._latest.get(performance.giver) is performance:
            del self._latest[performance.giver]
        if performance.task is None:
            performance.tell(-1.0, self._why_waiting(performance))
        after, performance.next = performance.next, None
        if after is not None:
            # Not from here: a thousand that wait would be a thousand calls deep.
            asyncio.get_running_loop().call_soon(self._queue, after)

    def free(self, performance: Performance) -> None:
        """Others need not wait for this one any longer: it has ended, or says nothing."""
        name = performance.name
        if self._running.get(name) is performance:
            del self._running[name]
            waiting = self._waiting.pop(name, None)
            while waiting and name not in self._running:
                after = waiting.popleft()
                if not after.has_ended:
                    self._begin(after)
            if waiting:
                self._waiting[name] = waiting
        if performance.has_thread:
            performance.has_thread = False
            self._busy_threads -= 1
            self._use_threads()

    def ended(self, performance: Performance) -> None:
        """It has ended."""
        self._performances.discard(performance)
        self.free(performance)

    def thread_ended(self) -> None:
        """A plain function has come back, perhaps long after it was given up."""
        self._threads -= 1
        self._use_threads()

    def _queue(self, performance: Performance) -> None:
        """It is this one's turn among those of its viewer: begin it, or let it wait for its command."""
        if performance.has_ended:
            performance.pass_turn()
            return
        performance.take_turn()
        running = self._running.get(performance.name)
        if running is None:
            self._begin(performance)
            return
        self._waiting.setdefault(performance.name, deque()).append(performance)
        if running.has_had_its_turn:
            # It takes long: those after this one need not wait for it too.
            performance.pass_turn()

    def _begin(self, performance: Performance) -> None:
        self._running[performance.name] = performance
        if performance.declared.is_async:
            performance.start()
        else:
            self._without_thread.append(performance)
            self._use_threads()

    def _use_threads(self) -> None:
        while self._without_thread and self._busy_threads < THREADS and self._threads < MOST_THREADS:
            performance = self._without_thread.popleft()
            if not performance.has_ended:
                self._busy_threads += 1
                self._threads += 1
                performance.has_thread = True
                performance.start()

    def _why_waiting(self, performance: Performance) -> str:
        """What to tell who waits for longer than a turn."""
        running = self._running.get(performance.name)
        if running is None or running is performance:
            return f"/{performance.name} waits: {self._threads} other commands are running."
        return f"/{performance.name} is still running for {running.viewer}. This one waits for it."
