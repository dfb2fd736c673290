"""Under which addresses a camera that listens somewhere can be reached."""

import ipaddress
from collections.abc import Iterable

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.local_network import Address, Place


def announces(listen: Endpoint | None, is_native: bool, wanted: bool | None) -> bool:
    """Whether a camera is to be announced; where nobody said (None), when others than this computer may see it.

    Raises UsageError where it is wanted and cannot be.
    """
    if not wanted:
        return wanted is None and is_native and listen is not None and not listen.is_loopback
    if not is_native:
        raise UsageError("--announce is for cameras of our own format; other programs look for none. Leave it out.")
    if listen is None:
        raise UsageError(
            "--announce tells viewers where a camera listens, and this one only dials. Add --listen, or leave it out."
        )
    return True


def reached_at(endpoint: Endpoint, places: Iterable[Place]) -> list[Address]:
    """Those of this computer's addresses at which `endpoint` is; its host may be an address, an interface or `*`."""
    if endpoint.host in ("*", "0.0.0.0", "::"):
        has_v6 = not endpoint.is_ipv4
        return [
            each.address for each in places if not each.address.is_loopback and (has_v6 or each.address.version == 4)
        ]
    host = "127.0.0.1" if endpoint.host == "localhost" else endpoint.host
    return [each.address for each in places if host == each.interface or _is_address(host, each.address)]


def _is_address(host: str, address: Address) -> bool:
    try:
        return ipaddress.ip_address(host) == address
    except ValueError:
        return False
