"""Who calls: the key under which the wall knows a camera that said little or nothing about itself.

A native camera has an id of its own. A foreign one is known by its dialect, the address and port of the connection and
what it calls itself; several that are alike in all of that are numbered, and one that comes back takes the first
number that is free.
"""

from collections.abc import Callable, Iterable

from viewer.core.listener import Call


def keys(call: Call) -> Iterable[str]:
    """The keys that the camera could have, in the order in which they are to be tried. Without end."""
    if call.caller.id:
        while True:
            yield f"id:{call.caller.id}"
    base = place(call) + call.caller.name
    yield base
    number = 2
    while True:
        yield f"{base}#{number}"
        number += 1


def place(call: Call) -> str:
    """Where a camera calls from and to, in its dialect: what its keys begin with."""
    pattern = f"{call.endpoint.pattern}+" if call.endpoint.pattern else ""
    return f"{call.dialect.name}:{call.address}:{pattern}{call.endpoint.port}:"


def label(call: Call, key: str) -> str:
    """What to call the camera until a person does."""
    _, hash_mark, number = key.rpartition("#")
    name = call.caller.name
    if not name and call.endpoint.pattern:
        name = f"Port {call.endpoint.port}"
    if not name:
        name = f"{call.dialect.title} at {call.address or call.endpoint}"
    return f"{name} ({number})" if hash_mark and number.isdigit() else name


def is_asked_for(call: Call, only: frozenset[str]) -> bool:
    """Whether `only` (names, ports and addresses, in small letters; empty means everybody) lets this camera in."""
    known_by = (call.caller.name, call.caller.port, call.address, str(call.endpoint.port), call.caller.id)
    return not only or any(each.casefold() in only for each in known_by if each)


def first_free(call: Call, is_free: Callable[[str], bool]) -> str:
    """The key for a camera that calls. One that says who it is has its key whether it is free or not."""
    for key in keys(call):
        if call.caller.id or is_free(key):
            return key
    raise AssertionError("keys never end")
