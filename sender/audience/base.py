"""Everybody a camera speaks to, over all of its links: the contract, for viewers of ours and for foreign receivers."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.messages import Health
from sender.pipeline.rendition import Demand, Frames
from sender.talk.inbox import Staff
from sender.talk.said import Said

log = logging.getLogger(__name__)

OnDemand: TypeAlias = Callable[[tuple[Demand, ...]], None]
"""Told what everybody would have of the next pictures."""

# Lines that are kept for a receiver that is away.
KEPT_LINES = 1000


class Audience(ABC):
    """Runs on the loop."""

    @abstractmethod
    def open(
        self, context: "zmq.Context[zmq.Socket[bytes]]", listen: Endpoint | None, dial: Iterable[Endpoint]
    ) -> Endpoint | None:
        """Listen and dial; return where we really listen. Raises UsageError when an endpoint cannot be had."""

    @property
    @abstractmethod
    def names(self) -> list[str]:
        """Who is here."""

    @property
    def table(self) -> list[dict[str, str]]:
        """Who is here, with what else is known of them, in rows for a person."""
        return [{"name": each} for each in self.names]

    @property
    def drops(self) -> dict[str, int]:
        """Frames that somebody here missed, by cause."""
        return {}

    @abstractmethod
    def tick(self, now: float) -> None:
        """See who has fallen silent. To be called about once a second."""

    @abstractmethod
    def publish(self, frames: Frames) -> None:
        """Send everybody who is ready for it the frame that it asked for, then tell what is in demand now."""

    @abstractmethod
    def say(self, said: Said) -> None:
        """Say something to all, also to those that are away: they hear it when they are back, unless it expires.

        Raises UsageError when nobody could be told.
        """

    @abstractmethod
    def say_to(self, name: str, said: Said) -> None:
        """Say something to those called `name` that are here. Raises UsageError when none could be told."""

    def show_health(self, health: Health, news: Sequence[str]) -> None:  # noqa: B027
        """Show everybody how the camera is doing, and say what is new of it, where there are words for that."""

    @abstractmethod
    def say_goodbye(self) -> None:
        """Take leave of all, and hear nobody any more."""

    @abstractmethod
    async def linger(self) -> None:
        """Wait until the goodbye was heard, as far as that can be known; a fraction of a second at most."""

    @abstractmethod
    def close(self) -> None:
        """End all links."""


def tell_all(tellings: Sequence[tuple[str, Callable[[], None]]]) -> None:
    """Tell each, by name. What goes wrong with one is logged; raises UsageError when it went wrong with all."""
    errors: list[UsageError] = []
    for name, tell in tellings:
        try:
            tell()
        except UsageError as error:
            log.warning("It could not be said to %r: %s", name, error)
            errors.append(error)
    if errors and len(errors) == len(tellings):
        raise errors[0]


AudienceFor: TypeAlias = Callable[[OnDemand, "Staff"], Audience]
