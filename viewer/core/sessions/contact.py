"""The way to one camera, and whether it answers: greets, pings, notices silence.

`clock` is monotonic, in seconds; everything runs in the loop's thread. What has to be done about a camera that does not
answer is for the session to decide: `tick` only says so.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from camwire.dialects.base import Dialect
from camwire.messages import Parts
from camwire.peer import PING_SECONDS

GREETING_SECONDS = 3.0
# Of one that has answered before something else is the matter than that it is slow, or no camera.
NEXT_GREETING_SECONDS = 2.0


class Again(Enum):
    """When to call a camera again whose connection is let go of."""

    AT_ONCE = auto()
    AFTER_NONSENSE = auto()
    """It is no camera; or it is one, and what came was changed on its way."""
    LATER = auto()
    """It will not have us: each time later."""


class Channel(Protocol):
    """A way to one camera, for as long as it lasts."""

    def send(self, parts: Parts) -> bool:
        """Hand parts over now; False if they cannot go."""
        ...

    def drop(self, again: Again) -> None:
        """Let go of the connection. A dialled camera is called again."""
        ...


class Missing(Enum):
    """What a camera owes."""

    GREETING = auto()
    SIGN_OF_LIFE = auto()


class Contact:
    """One dialect on one channel after another."""

    def __init__(self, dialect: Dialect, clock: Callable[[], float]) -> None:
        self._dialect = dialect
        self._clock = clock
        self._channel: Channel | None = None
        self._greeting_due: float | None = None
        self._must_greet = False
        self._was_greeted = False
        self._next_ping = 0.0
        self._with_each_ping: Callable[[], Parts | None] = lambda: None

    @property
    def is_open(self) -> bool:
        """Whether the camera is greeted and there is a way to it."""
        return self._channel is not None and self._dialect.is_open

    def repeat(self, parts: Callable[[], Parts | None]) -> None:
        """Send what `parts()` returns after each ping: what would stall the camera for ever if it got lost once."""
        self._with_each_ping = parts

    def begin(self, channel: Channel) -> None:
        """There is a way; greet."""
        self._channel = channel
        self._greet(self._clock())

    def end(self) -> Channel | None:
        """There is no way any more; return the one there was."""
        channel, self._channel = self._channel, None
        self._greeting_due, self._must_greet = None, False
        return channel

    def greeted(self) -> None:
        """The camera answered; ask for its clock soon again, the first answer is the least exact one."""
        self._greeting_due, self._was_greeted = None, True
        self._next_ping = self._clock() + PING_SECONDS / 4

    def send(self, parts: Parts | None) -> bool:
        """Send what may be lost: the next of its kind makes up for it."""
        return parts is not None and self._channel is not None and self._channel.send(parts)

    def send_in_order(self, parts: Parts | None) -> bool:
        """Send what must not be lost. If it cannot go now, greet again: a greeting tells what is still to be sent."""
        is_sent = self.send(parts)
        if not is_sent and self.is_open and parts is not None:
            self._greet(self._clock())
        return is_sent

    def tick(self, now: float) -> Missing | None:
        """Greet and ping when it is time; say what is missing."""
        if self._channel is None:
            return None
        if self._must_greet:
            self._greet(now)
        if not self._dialect.is_open:
            return self._await_greeting(now)
        self._greeting_due = None
        if self._dialect.is_silent(now):
            return Missing.SIGN_OF_LIFE
        if now >= self._next_ping:
            self._next_ping = now + PING_SECONDS
            self.send(self._dialect.send_ping(now))
            self.send(self._with_each_ping())
        return None

    @property
    def _patience(self) -> float:
        return NEXT_GREETING_SECONDS if self._was_greeted else GREETING_SECONDS

    def _greet(self, now: float) -> None:
        parts = self._dialect.send_greeting(now)
        self._must_greet = parts is not None and not self.send(parts)
        if parts is not None:
            self._greeting_due = self._greeting_due or now + self._patience

    def _await_greeting(self, now: float) -> Missing | None:
        if self._dialect.can_be_silent:
            return None
        if self._greeting_due is None:
            # It was open, and the camera has asked us to greet it again.
            self._greeting_due = now + self._patience
        return Missing.GREETING if now > self._greeting_due else None
