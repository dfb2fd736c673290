"""Takes back lines that were to be heard in time and were not."""

import time
from collections.abc import Callable

from camwire.record import Record


class Expiring:
    """Knows for each conversation when its next line expires: nobody need look at all that wait. Runs on the loop."""

    def __init__(self, clock_ns: Callable[[], int] = time.time_ns) -> None:
        self._clock_ns = clock_ns
        self._next: dict[Record, int] = {}

    def watch(self, record: Record) -> None:
        """Look at what waits in `record`."""
        now = self._clock_ns()
        # One that has left and is not receipted yet cannot be taken back: it is not to be looked at every time.
        times = [line.expires_ns for line in record.conversation.unreceipted if line.expires_ns > now]
        self._next.pop(record, None)
        if times:
            self._next[record] = min(times)

    def said(self, record: Record, expires_ns: int) -> None:
        """A line was said that expires then, if that is not 0."""
        if expires_ns:
            self._next[record] = min(expires_ns, self._next.get(record, expires_ns))

    def forget(self, record: Record) -> None:
        """Look at it no more."""
        self._next.pop(record, None)

    def expire(self, record: Record) -> None:
        """Take back what has expired."""
        now = self._clock_ns()
        taken = record.conversation.withdraw(lambda line: 0 < line.expires_ns <= now)
        record.withdraw_lines(taken)
        self.watch(record)

    def tick(self) -> None:
        """Take back what has expired, of all."""
        now = self._clock_ns()
        for record in [record for record, at in self._next.items() if at <= now]:
            self.expire(record)
