"""Everybody a camera speaks to, over all of its links: the contract, for viewers of ours and for foreign receivers."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import TypeAlias

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import EncodedFrame
from sender.chat import Answering

OnDemand: TypeAlias = Callable[[bool], None]
"""Told whether somebody is ready for a frame."""

# Lines that are kept for somebody who is away; beyond it, it is not waited for any longer.
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

    @abstractmethod
    def tick(self, now: float) -> None:
        """See who has fallen silent. To be called about once a second."""

    @abstractmethod
    def publish(self, frame: EncodedFrame) -> None:
        """Send `frame` to everybody who is ready for it."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Say a line to all, also to those that are away for a moment.

        Raises UsageError when one of them could not be told; all others were.
        """

    @abstractmethod
    def say_to(self, name: str, text: str) -> None:
        """Say a line to those called `name` that are here. Raises UsageError when there is none."""

    @abstractmethod
    def say_goodbye(self) -> None:
        """Take leave of all, and hear nobody any more."""

    @abstractmethod
    async def linger(self) -> None:
        """Wait until the goodbye was heard, as far as that can be known; a fraction of a second at most."""

    @abstractmethod
    def close(self) -> None:
        """End all links."""


AudienceFor: TypeAlias = Callable[[OnDemand, "Answering | None"], Audience]
