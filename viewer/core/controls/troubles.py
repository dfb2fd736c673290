"""What went wrong with controls, each as a sentence.

It stays until the control is set again, or a person has read it, or it has another value and there was time to read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# So long a sentence stays when the control has gone on without the person: automatics move values all the time.
READ_SECONDS = 8.0


@dataclass(slots=True)
class _Trouble:
    """`is_over`: the control has another value than when it was said."""

    text: str
    since: float
    is_over: bool = False


class Troubles:
    """Of one camera's controls, by their names. `now` is monotonic, in seconds."""

    def __init__(self) -> None:
        self._known: dict[str, _Trouble] = {}

    def text(self, name: str) -> str:
        """The sentence; empty if all is well."""
        trouble = self._known.get(name)
        return "" if trouble is None else trouble.text

    def say(self, name: str, text: str, now: float) -> None:
        """Something went wrong with control `name`."""
        self._known[name] = _Trouble(text, now)

    def end(self, name: str) -> bool:
        """It is set anew, or has been read; whether there was one."""
        return self._known.pop(name, None) is not None

    def clear(self) -> None:
        """Another camera has none of them."""
        self._known.clear()

    def heed(self, before: Mapping[str, object], now: Mapping[str, object]) -> None:
        """Values are others than `before`."""
        for name, trouble in self._known.items():
            trouble.is_over = trouble.is_over or before.get(name) != now.get(name)

    def tick(self, now: float) -> bool:
        """Let go of what is over and has been read; whether that was anything."""
        read = [name for name, each in self._known.items() if each.is_over and now - each.since > READ_SECONDS]
        for name in read:
            del self._known[name]
        return bool(read)
