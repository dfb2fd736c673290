"""Who said something, and hears what became of it."""

import asyncio
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from camwire import values
from camwire.errors import UsageError
from camwire.frame import Payload
from camwire.line import Line
from camwire.messages import Progress
from camwire.record import Record

log = logging.getLogger(__name__)

Begin: TypeAlias = Callable[[Callable[[], None]], object]
"""Takes what is to be called as soon as something may be acted upon."""


class Asker(ABC):
    """The other end of one message. Everything is called on the loop, and of `answered`, `failed` and `ended` one."""

    def begin(self, then: Callable[[], None]) -> None:
        """Somebody will act upon it: call `then` as soon as that may be done."""
        then()

    def told(self, text: str) -> None:  # noqa: B027
        """It takes long, and this is why; a sentence for a person. It may get lost."""

    @abstractmethod
    def answered(self, value: object) -> None:
        """This is the answer. Raises UsageError when it cannot be carried."""

    @abstractmethod
    def failed(self, reason: str) -> None:
        """It could not be done; `reason` is a sentence for a person."""

    def ended(self) -> None:  # noqa: B027
        """It was heard, and there is nothing to say."""


class ViewerAsker(Asker):
    """A viewer of ours: what it said is on disk until it has been seen to, and its answer survives with that fact.

    `send_file(path, asker)` sends an answer that is a file; `tell(record, progress)` tells what may get lost;
    `on_end()` is told when the asker hears no more.
    """

    def __init__(
        self,
        record: Record,
        line_id: int,
        line: Line,
        send_file: "Callable[[Path, ViewerAsker], None]",
        tell: Callable[[Record, Progress], None],
        on_end: Callable[[], None],
    ) -> None:
        self.record = record
        self.line_id = line_id
        self.line = line
        self._send_file = send_file
        self._tell = tell
        self._on_end = on_end

    def begin(self, then: Callable[[], None]) -> None:
        self.record.begun(self.line_id, then)

    def told(self, text: str) -> None:
        self._tell(self.record, Progress(self.line.chat.number, self.line.chat.log, -1.0, text))

    def answered(self, value: object) -> None:
        if isinstance(value, Path):
            self._send_file(value, self)
        elif type(value) is str:
            self._say(value, (), "answer")
        else:
            self._say(values.summary(value), values.encode(value), "answer")

    def offered(self) -> None:
        """The file that is the answer was offered, and said to be."""
        self._on_end()

    def failed(self, reason: str) -> None:
        try:
            self._say(reason, (), "failure")
        except UsageError:
            # Too much waits for this viewer already. What it asked is settled all the same.
            self.ended()

    def ended(self) -> None:
        self.record.done(self.line_id)
        self._on_end()

    def _say(self, text: str, payload: Iterable[Payload], role: str) -> None:
        self.record.say(
            text,
            time.time_ns(),
            payload,
            role=role,
            about=self.line.chat.number,
            about_log=self.line.chat.log,
            done=self.line_id,
        )
        self._on_end()


class ReceiverAsker(Asker):
    """A receiver of a foreign format: all it can hear is text."""

    def __init__(self, answer: Callable[[object], None]) -> None:
        self._answer = answer

    def answered(self, value: object) -> None:
        self._answer(value)

    def failed(self, reason: str) -> None:
        self._answer(reason)


def answer(asker: Asker, value: object) -> None:
    """Answer, or say why that cannot be."""
    try:
        asker.answered(value)
    except UsageError as error:
        log.warning("An answer cannot be sent: %s", error)
        asker.failed(str(error))


async def begun(begin: Begin) -> None:
    """Return as soon as it may be acted upon."""
    may_begin = asyncio.Event()
    begin(may_begin.set)
    await may_begin.wait()
