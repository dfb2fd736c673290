"""By which key a camera is called, and what it means when it cannot be reached so."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

import zmq

from camwire.link import Connection


class Meaning(Enum):
    """What a change of the connection says of keys."""

    ORDINARY = auto()
    """Nothing: it is as with a camera without keys."""
    AGAIN = auto()
    """Call again at once, by the key that is in force now."""
    UNPAIRED = auto()
    """It encrypts, and has none of the keys that are known."""
    FORGOTTEN = auto()
    """It has the right key, and does not know this viewer."""
    CHANGED = auto()
    """It has another key than the one that is known of it."""
    UNENCRYPTED = auto()
    """Its key is known, and what answers there has none."""


class Approach:
    """One camera's: `known` is the key it is to prove (Z85; empty: none is known), `key` the one to call by now (empty:
    without encryption). `candidates()` are keys of others that may be its own.

    A camera whose key is known is never listened to without it. To be called plainly means only to be looked at.
    """

    def __init__(self, known: str, candidates: Callable[[], Sequence[str]]) -> None:
        self.known = self.key = known
        self._candidates = candidates
        self._untried: list[str] = []
        self._alarm: Meaning | None = None
        self._is_suspicious = False

    def heard(self, change: Connection) -> Meaning:
        """Take what became of a call by `key`."""
        meaning = self._heard(change)
        if meaning in (Meaning.CHANGED, Meaning.UNENCRYPTED):
            self._alarm = meaning
        elif change in (Connection.UP, Connection.UNKNOWN_KEY) and meaning is not Meaning.AGAIN:
            self._alarm = None
        elif self._alarm is not None and change is Connection.STRANGER and meaning is Meaning.ORDINARY:
            # One that has much to do may hang up like a stranger: it is no better than it was.
            return self._alarm
        return meaning

    def _heard(self, change: Connection) -> Meaning:
        if change is Connection.DOWN:
            return Meaning.ORDINARY
        if not self.known:
            return self._heard_of_unknown(change)
        if self.key:
            return self._heard_of_known(change)
        # It was only looked at, because what answers does not have its key.
        self.key = self.known
        if change is Connection.OTHER_SECURITY:
            # It may have been starting just then. Once more with the key, and it is sure.
            self._is_suspicious = True
            return Meaning.AGAIN
        return Meaning.UNENCRYPTED if change is Connection.UP else Meaning.ORDINARY

    def _heard_of_known(self, change: Connection) -> Meaning:
        was_suspicious, self._is_suspicious = self._is_suspicious, False
        if change is Connection.OTHER_SECURITY:
            return Meaning.UNENCRYPTED
        if change is Connection.UNKNOWN_KEY:
            return Meaning.FORGOTTEN
        if change is not Connection.STRANGER:
            return Meaning.ORDINARY
        if was_suspicious:
            return Meaning.CHANGED
        self.key = ""
        return Meaning.AGAIN

    def _heard_of_unknown(self, change: Connection) -> Meaning:
        if not self.key:
            if change is not Connection.OTHER_SECURITY:
                return Meaning.ORDINARY
            # The last one is nobody's: whoever hangs up on that does encrypt, and is not just any other program.
            self._untried = [*self._candidates(), _nobodys_key()]
            return self._next()
        if change in (Connection.UP, Connection.UNKNOWN_KEY):
            # Only who has that key can say so.
            self.known = self.key
            return Meaning.ORDINARY if change is Connection.UP else Meaning.FORGOTTEN
        if change is Connection.STRANGER:
            return self._next()
        self.key = ""
        return Meaning.ORDINARY

    def _next(self) -> Meaning:
        self.key = self._untried.pop(0) if self._untried else ""
        return Meaning.AGAIN if self.key else Meaning.UNPAIRED


def _nobodys_key() -> str:
    return zmq.curve_keypair()[0].decode()
