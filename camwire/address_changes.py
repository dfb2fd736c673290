"""Tells when this computer's addresses may have changed, as soon as they have: on Linux. Elsewhere, look now and then.

The kernel says so by rtnetlink (RFC 3549); what it says is not read, but looked up.
"""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

# linux/rtnetlink.h: RTMGRP_IPV4_IFADDR and RTMGRP_IPV6_IFADDR.
_GROUPS = 0x10 | 0x100
_ROUTE = 0
SETTLE_SECONDS = 0.1
"""A new address comes just after the old one has gone; who asks in between finds none."""


class AddressChanges:
    """Calls `on_change()` on the running loop a moment after something changed, until closed."""

    def __init__(self, on_change: Callable[[], object]) -> None:
        self._loop = asyncio.get_running_loop()
        self._on_change = on_change
        self._due: asyncio.TimerHandle | None = None
        self._socket = _opened()
        if self._socket is not None:
            self._loop.add_reader(self._socket, self._read)

    def close(self) -> None:
        """Tell nothing any more. May be repeated."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        if self._socket is not None:
            self._loop.remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    def _read(self) -> None:
        assert self._socket is not None
        # More than there was room for is an error, and says the same.
        with suppress(OSError):
            while self._socket.recv(1 << 16):
                pass
        if self._due is None:
            self._due = self._loop.call_later(SETTLE_SECONDS, self._tell)

    def _tell(self) -> None:
        self._due = None
        self._on_change()


def _opened() -> socket.socket | None:
    """None where there is no such thing, or it is not allowed."""
    family: int | None = getattr(socket, "AF_NETLINK", None)
    if family is None:
        return None
    made: socket.socket | None = None
    try:
        made = socket.socket(family, socket.SOCK_RAW | socket.SOCK_NONBLOCK, _ROUTE)
        made.bind((0, _GROUPS))
    except OSError:
        if made is not None:
            made.close()
        return None
    return made
