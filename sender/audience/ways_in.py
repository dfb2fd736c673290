"""A camera's links to viewers of ours: open ones, and encrypted ones for those that are paired."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import zmq

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.link import Link
from camwire.messages import CameraHello
from camwire.pairing.offering import Introduction
from camwire.record import Record
from camwire.rights import Rights
from sender.audience.dialling import DialledViewers
from sender.audience.viewers import Viewers
from sender.pairing.entrance import Entrance
from sender.pairing.guest import ANYBODY, Guest, key_in

log = logging.getLogger(__name__)


class WaysIn:
    """Keeps the `links` of the audience, as `entrance` has it; without one, all are open. Runs on the loop."""

    def __init__(self, entrance: Entrance | None, links: list[Viewers], introduce: Callable[[], CameraHello]) -> None:
        self._entrance = entrance
        self._links = links
        self._introduce = introduce
        self._calls: dict[Endpoint, tuple[str, DialledViewers | None]] = {}
        self._call: Callable[[Endpoint, str], DialledViewers]

    def open(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        listen: Endpoint | None,
        dial: Iterable[Endpoint],
        rest: tuple[Any, ...],
    ) -> Endpoint | None:
        """Listen and dial; return where we really listen. `rest` is what each `Viewers` takes. Raises UsageError."""
        entrance, bound = self._entrance, None
        if listen is not None:
            curve = None if entrance is None else entrance.keys_for(listen)
            viewers = Viewers(
                lambda on_parts: Link.bound(context, listen, on_parts, curve), *rest, guest_of=self._guests(listen)
            )
            self._links.append(viewers)
            bound = viewers.link.endpoint

        def call(endpoint: Endpoint, key: str) -> DialledViewers:
            curve = entrance.door.calling(key) if entrance is not None and key else None
            return DialledViewers(context, endpoint, curve, *rest, guest_of=self._guests(endpoint))

        self._call = call
        for endpoint in dial:
            if entrance is not None and endpoint in entrance.security.secured:
                self._calls[endpoint] = ("", None)
            else:
                self._links.append(call(endpoint, ""))
        if entrance is not None:
            self._begin_calls(entrance)
            place = _place(listen, bound) if listen in entrance.security.secured else None
            entrance.open(context, place, lambda: self._introduction(entrance, place))
            entrance.door.on_change = lambda: self._changed(entrance)
        return bound

    def tick(self, now: float) -> None:
        """See who is known now. To be called about once a second."""
        if self._entrance is not None:
            self._entrance.tick(now)

    def rights_of(self, record: Record) -> Rights:
        """What the viewer of this conversation may do, also while it is away; the least if it is not known any more."""
        key = key_in(record.peer)
        if not key:
            return Rights.CONTROL
        guest = None if self._entrance is None else self._entrance.door.guest(key.encode())
        return Rights.WATCH if guest is None else guest.rights

    def close(self) -> None:
        """End all links."""
        for each in self._links:
            each.close()
        self._links.clear()
        self._calls.clear()
        if self._entrance is not None:
            self._entrance.close()

    def _guests(self, endpoint: Endpoint) -> Callable[[bytes], Guest | None]:
        entrance = self._entrance
        if entrance is not None and endpoint in entrance.security.secured:
            return entrance.door.guest
        return lambda key: ANYBODY

    def _introduction(self, entrance: Entrance, bound: Endpoint | None) -> Introduction:
        hello = self._introduce()
        return Introduction(hello.id, hello.name, entrance.key, 0 if bound is None else bound.port)

    def _changed(self, entrance: Entrance) -> None:
        for each in list(self._links):
            each.recheck()
        try:
            self._begin_calls(entrance)
        except UsageError as error:
            log.warning("%s", error)

    def _begin_calls(self, entrance: Entrance) -> None:
        """Call the viewer that is meant now, where another one or none was called. Raises UsageError."""
        if not self._calls:
            return
        key = entrance.viewer_to_call()
        for endpoint, (before, link) in list(self._calls.items()):
            if key == before:
                continue
            if link is not None:
                link.say_goodbye()
                self._links.remove(link)
                link.close()
            self._calls[endpoint] = (key, self._call(endpoint, key) if key else None)
            added = self._calls[endpoint][1]
            if added is not None:
                self._links.append(added)
            else:
                log.info("Nobody is called at %s before a viewer is paired.", endpoint)


def _place(listen: Endpoint | None, bound: Endpoint | None) -> Endpoint | None:
    """Where the camera listens, as it was asked for, with the port that it really got."""
    return None if listen is None or bound is None else Endpoint(listen.host, bound.port)
