"""Everybody a camera speaks to, over all of its links: the contract, for viewers of ours and for foreign receivers."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TypeAlias

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import EncodedFrame
from sender.inbox import Staff

OnDemand: TypeAlias = Callable[[bool], None]
"""Told whether somebody is ready for a frame."""

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
    def drops(self) -> dict[str, int]:
        """Frames that somebody here missed, by cause."""
        return {}

    @abstractmethod
    def tick(self, now: float) -> None:
        """See who has fallen silent. To be called about once a second."""

    @abstractmethod
    def publish(self, frame: EncodedFrame) -> None:
        """Send `frame` to everybody who is ready for it."""

    @abstractmethod
    def say(self, value: object, expires: timedelta | None = None) -> None:
        """Say something to all, also to those that are away: they hear it when they are back, unless it `expires`.

        Raises UsageError when one of them could not be told; all others were.
        """

    @abstractmethod
    def say_to(self, name: str, value: object, expires: timedelta | None = None) -> None:
        """Say something to those called `name` that are here. Raises UsageError when there is none."""

    @abstractmethod
    def say_goodbye(self) -> None:
        """Take leave of all, and hear nobody any more."""

    @abstractmethod
    async def linger(self) -> None:
        """Wait until the goodbye was heard, as far as that can be known; a fraction of a second at most."""

    @abstractmethod
    def close(self) -> None:
        """End all links."""


AudienceFor: TypeAlias = Callable[[OnDemand, "Staff"], Audience]
