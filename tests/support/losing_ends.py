"""What both programs of the proof share: their notes, and how far they may go.

A note is written at once with one call of the system: it survives the end of the process like a line on disk does.
"""

import asyncio
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from camwire.conversation import Conversation
from camwire.messages import Chat


class Notes:
    """A file of one fact a line, over all lives of a program."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def add(self, *fact: object) -> None:
        """Write down one fact."""
        os.write(self._file, f"{' '.join(map(str, fact))}\n".encode())

    def count_repeats(self) -> None:
        """Write down every line that comes a second time."""
        receive = Conversation.receive

        def receive_and_count(conversation: Conversation, chat: Chat) -> bool:
            is_new = receive(conversation, chat)
            if not is_new:
                self.add("again", chat.number)
            return is_new

        Conversation.receive = receive_and_count  # type: ignore[assignment,method-assign]


class Allowance:
    """How many lines may be said by now, as told on standard input; its end is the end of the program."""

    def __init__(self) -> None:
        self.lines = 0
        self.is_over = False
        self._changed = asyncio.Event()
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), self._read)

    async def wait(self, number: int) -> None:
        """Return when `number` lines may be said."""
        while self.lines < number and not self.is_over:
            self._changed.clear()
            await self._changed.wait()

    def _read(self) -> None:
        given = os.read(sys.stdin.fileno(), 65536)
        if given:
            self.lines = max(self.lines, *map(int, given.split()))
        else:
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
            self.is_over = True
        self._changed.set()


async def say_all(
    allowance: Allowance, after: int, until: int, say: Callable[[int], bool], chance: random.Random
) -> None:
    """`say` every number after `after`, as far as is allowed, in bursts; again after a while where it returns False."""
    number = after + 1
    while number <= until and not allowance.is_over:
        await allowance.wait(number)
        # Few at a time, so that something is on its way nearly always; more where much is left from before.
        for _ in range(chance.choice((1, 1, 1, 2, 5)) + (allowance.lines - number) // 20):
            if number > min(until, allowance.lines) or not say(number):
                break
            number += 1
        await asyncio.sleep(chance.choice((0.0, 0.02, 0.04, 0.08)))


async def report(is_complete: Callable[[], bool], state: Callable[[], object], allowance: Allowance) -> None:
    """Print how far things are twice a second; `complete` first, once everything is said and seen to."""
    while not allowance.is_over:
        print("complete" if is_complete() else "going", state(), flush=True)
        await asyncio.sleep(0.5)
