"""How much of all files from one peer may be under way at once.

Files travel on the same connection as pictures and lines, and whatever is under way stands before those. So no more is
asked for than the link carries in a tenth of a second, as measured by what came.
"""

import math

from camwire import limits

CHUNK = limits.FILE_CHUNK_BYTES
UNDER_WAY_SECONDS = 0.1
FIRST_CHUNKS = 2
MOST_CHUNKS = 16
MEASURED_SECONDS = 0.05
# How much of a file may lie beyond what is known to be safe at the receiving end.
LEAD_BYTES = 8 * 1024 * 1024
# What one measurement weighs against all those before it.
WEIGHT = 0.3
# A rate that is held down may be made up for after a pause, but not for a longer one.
SAVED_SECONDS = 0.25


class Flow:
    """Measures what comes and says how much more may be asked for. Sizes in bytes, times in seconds, holds no clock."""

    def __init__(self, most_bytes_per_s: float = math.inf) -> None:
        self.most_bytes_per_s = most_bytes_per_s
        self._held_until = -math.inf
        self._rate = 0.0
        self._least_trip = math.inf
        self._came = 0
        self._since = 0.0
        self._last_came = 0.0
        self._saved = 0.0
        self._saved_at = -math.inf

    @property
    def window(self) -> int:
        """How much may be under way: between one chunk and `MOST_CHUNKS` of them."""
        if not self._rate or math.isinf(self._least_trip):
            return FIRST_CHUNKS * CHUNK
        # The trip itself is no queue: on a long way that much more is under way without keeping anything waiting.
        chunks = round(self._rate * (UNDER_WAY_SECONDS + self._least_trip) / CHUNK)
        return min(max(chunks, 1), MOST_CHUNKS) * CHUNK

    def linked(self) -> None:
        """The way is another one now, and may be longer."""
        self._least_trip = math.inf

    def hold(self, until: float) -> None:
        """Ask for nothing before the time `until`; what is under way still comes."""
        self._held_until = max(self._held_until, until)

    def room(self, under_way: int, now: float) -> int:
        """How much more may be asked for now: zero, or whole chunks. Not before a quarter of the window is free."""
        room = float(self.window - under_way)
        if now < self._held_until or 4 * room < self.window:
            return 0
        if not math.isinf(self.most_bytes_per_s):
            self._save(now)
            room = min(room, self._saved)
        return int(room) // CHUNK * CHUNK

    def asked(self, size: int, under_way: int, now: float) -> None:
        """`size` was asked for, beside what was `under_way` before."""
        if not math.isinf(self.most_bytes_per_s):
            self._saved -= size
        if not under_way:
            # Since the last of it came nothing could come, and that says nothing about the link.
            self._since += now - self._last_came

    def came(self, size: int, now: float) -> None:
        """`size` more is here."""
        self._came += size
        self._last_came = now
        passed = now - self._since
        if passed >= MEASURED_SECONDS:
            measured = self._came / passed
            self._rate += (measured - self._rate) * (WEIGHT if self._rate else 1)
            self._came, self._since = 0, now

    def tripped(self, seconds: float) -> None:
        """What was asked for began to come after `seconds`."""
        self._least_trip = min(self._least_trip, seconds)

    def _save(self, now: float) -> None:
        most = max(CHUNK, self.most_bytes_per_s * SAVED_SECONDS)
        self._saved = min(most, self._saved + (now - self._saved_at) * self.most_bytes_per_s)
        self._saved_at = now
