"""Who calls: the key under which the wall knows a camera that said little or nothing about itself.

A native camera has an id of its own. A foreign one is known by its dialect, the address and port of the connection and
what it calls itself; several that are alike in all of that are numbered, and one that comes back takes the first
number that is free.
"""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

from camwire.dialects.base import Caller, Dialect
from camwire.endpoint import SECURE, Endpoint
from camwire.translation import tr


@dataclass(frozen=True, slots=True)
class Call:
    """A camera's first message: its dialect, who it says it is, where it reached us and from which IP address, and
    whether it had to prove a key for that; `key` is that of a paired camera (Z85)."""

    dialect: type[Dialect]
    caller: Caller
    endpoint: Endpoint
    address: str
    is_secured: bool = False
    key: str = ""

    @property
    def is_from_here(self) -> bool:
        """Whether it called within this computer."""
        try:
            return ipaddress.ip_address(self.address).is_loopback
        except ValueError:
            return False

    @property
    def can_answer(self) -> bool:
        """Whether this pattern carries anything to the camera."""
        return self.endpoint.pattern in ("", SECURE, "pair")


def key_of(call: Call, number: int) -> str:
    """The key of the `number`th (from 1) of the cameras that are alike; one that says who it is has only one."""
    if call.caller.id:
        return f"id:{call.caller.id}"
    return f"{place(call)}{quote(call.caller.name, safe=' ')}" + (f"#{number}" if number > 1 else "")


def place(call: Call) -> str:
    """Where a camera calls from and to, in its dialect: what its keys begin with."""
    pattern = f"{call.endpoint.pattern}+" if call.endpoint.pattern else ""
    return f"{call.dialect.name}:{call.address}:{pattern}{call.endpoint.port}:"


def label(call: Call, number: int) -> str:
    """What to call the camera until a person does."""
    name = call.caller.name
    if not name and call.endpoint.pattern:
        name = tr("Port {port}", port=call.endpoint.port)
    if not name:
        name = f"{call.dialect.title} at {call.address or call.endpoint}"
    return f"{name} ({number})" if number > 1 else name


def is_asked_for(call: Call, only: frozenset[str]) -> bool:
    """Whether `only` (names, ports and addresses, in small letters; empty means everybody) lets this camera in."""
    known_by = (call.caller.name, call.caller.port, call.address, str(call.endpoint.port), call.caller.id)
    return not only or any(each.casefold() in only for each in known_by if each)


def first_free(call: Call, is_free: Callable[[str], bool]) -> int:
    """The number of a camera that calls, among those that are alike."""
    return next(number for number in count(1) if call.caller.id or is_free(key_of(call, number)))
