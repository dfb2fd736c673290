"""The addresses of this computer, and what is heard and said on its networks by multicast (mDNS).

The only file that knows zeroconf, which takes a tenth of a second to import, and is imported by `load` alone.
"""

import importlib
import ipaddress
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Place:
    """One address of this computer, on the interface called `interface`, and the `network` around it."""

    address: Address
    interface: str
    network: Network


def load() -> None:
    """Import zeroconf. From any thread. Raises ImportError where it is not installed."""
    importlib.import_module("zeroconf.asyncio")
    # It would tell the same trouble again and again; who opens it says it once.
    logging.getLogger("zeroconf").setLevel(logging.CRITICAL)


def places() -> list[Place]:
    """Where this computer can be reached, IPv4 first; IPv6 without what holds on one cable only. Takes a millisecond;
    `load` comes first. Raises OSError."""
    import ifaddr

    found: list[Place] = []
    for adapter in ifaddr.get_adapters():
        for each in adapter.ips:
            address = ipaddress.ip_address(each.ip if isinstance(each.ip, str) else each.ip[0])
            if not (address.version == 6 and address.is_link_local) and not address.is_unspecified:
                network = ipaddress.ip_network(f"{address}/{each.network_prefix}", strict=False)
                found.append(Place(address, adapter.name, network))
    return sorted(found, key=lambda place: (place.address.version, place.address))


def opened(addresses: "Iterable[Address]") -> "AsyncZeroconf":
    """Multicast on the networks of these addresses of ours, on the running loop; `load` comes first. Raises OSError."""
    from zeroconf.asyncio import AsyncZeroconf

    all_of_them = [str(each) for each in addresses]
    only_v4 = [each for each in all_of_them if ":" not in each]
    try:
        return AsyncZeroconf(interfaces=all_of_them)
    except (OSError, RuntimeError) as error:
        # An address may have gone meanwhile, and many a system has IPv6 by half.
        if not only_v4 or only_v4 == all_of_them:
            raise OSError(str(error)) from error
    try:
        return AsyncZeroconf(interfaces=only_v4)
    except RuntimeError as error:
        raise OSError(str(error)) from error


def asked(zeroconf: "AsyncZeroconf", service: str, on_change: Callable[..., None]) -> "AsyncServiceBrowser":
    """Ask who offers `service`, until cancelled; `on_change(zeroconf, service_type, name, state_change)` on the loop.

    The answers go to all: those to this computer alone would reach only one of the programs that listen here.
    """
    from zeroconf import DNSQuestionType
    from zeroconf.asyncio import AsyncServiceBrowser

    return AsyncServiceBrowser(zeroconf.zeroconf, service, handlers=[on_change], question_type=DNSQuestionType.QM)
