"""What a camera says to its viewers of its own accord."""

import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from camwire import values
from camwire.errors import UsageError
from camwire.spoken import check_text


@dataclass(frozen=True, slots=True)
class Said:
    """Said to several viewers, encoded once: a line, or a file. `value` is what it was made of."""

    value: object
    text: str
    time_ns: int
    payload: tuple[bytes, ...] = ()
    expires_ns: int = 0
    file: Path | None = None

    @classmethod
    def of(cls, value: object, expires: timedelta | None = None) -> "Said":
        """Raises UsageError for what can be said to nobody."""
        now = time.time_ns()
        if isinstance(value, Path):
            if expires is not None:
                raise UsageError("A file does not expire. Say it without expires.")
            if not value.is_file():
                raise UsageError(f"There is no file “{value}”.")
            return cls(value, "", now, file=value)
        until = 0 if expires is None else now + round(expires.total_seconds() * 1e9)
        if type(value) is str:
            check_text(value)
            return cls(value, value, now, expires_ns=until)
        payload = tuple(bytes(part) for part in values.encode(value))
        return cls(value, values.summary(value), now, payload, until)

    @property
    def bytes(self) -> int:
        """About how much it takes for each viewer."""
        return len(self.text) + sum(map(len, self.payload))
