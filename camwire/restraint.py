"""What the peers of one link have sent, held against what they may."""

from collections.abc import Iterable

from camwire import limits
from camwire.excess import Excess
from camwire.intake import Intake


class Restraint:
    """Knows peers by their routes. `can_slow`: who sends too much can be read more slowly, and need not be refused.
    `most_unheard`: of so many bytes something has to be read. `now` is monotonic, in seconds."""

    def __init__(self, is_curve: bool, can_slow: bool, most_unheard: int = limits.UNHEARD_BYTES) -> None:
        self._is_curve = is_curve
        self._most_unheard = most_unheard
        self._can_slow = can_slow
        self._at_once = limits.MESSAGES_AT_ONCE if can_slow else limits.MESSAGES_BEFORE_REFUSAL
        self._intakes: dict[bytes, Intake] = {}
        self._refused: set[bytes] = set()

    def came(self, route: bytes, now: float) -> None:
        """There is somebody new."""
        self._intakes[route] = Intake(self._is_curve, now, self._at_once)

    def reconnected(self) -> None:
        """The peers are the same, on new connections."""
        for intake in self._intakes.values():
            intake.reconnected()

    def left(self, route: bytes) -> None:
        """It has gone."""
        self._intakes.pop(route, None)
        self._refused.discard(route)

    def is_refused(self, route: bytes) -> bool:
        """Whether it is not heard any more."""
        return route in self._refused

    def refuse(self, route: bytes) -> None:
        """Do not hear it any more."""
        self._refused.add(route)

    def took(self, route: bytes, sizes: Iterable[int], now: float) -> tuple[float, Excess | None]:
        """It sent a message with parts of these sizes; return for how many seconds to read no more, and why."""
        if route not in self._intakes:
            self.came(route, now)
        return self._intakes[route].take(sizes, now)

    def slowed(self, route: bytes, seconds: float, now: float) -> bool:
        """It is not read for so many seconds; return whether patience is at its end."""
        return self._intakes[route].slowed(seconds, now)

    def is_too_much(self, received: int, route: bytes | None) -> bool:
        """Whether too much is unread of a connection by which so many bytes have come; None: nobody was heard there."""
        intake = None if route is None else self._intakes.get(route)
        if intake is None:
            return received > (limits.UNREAD_BYTES if self._can_slow else self._most_unheard)
        return received - intake.read > limits.UNREAD_BYTES

    def unread(self, received: int, route: bytes | None) -> int:
        """How many bytes of a connection by which so many have come are unread."""
        intake = None if route is None else self._intakes.get(route)
        return received - (0 if intake is None else intake.read)
