"""A camera that was found, and at which of its addresses it is best reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from camwire.local_network import Address, Place

Who: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class FoundCamera:
    """What it says it is, and where it listens. Nobody has proved any of it."""

    announced: Announced
    endpoint: Endpoint

    @property
    def id(self) -> str:
        """By which it stays the same camera at another address."""
        return self.announced.id

    @property
    def who(self) -> Who:
        """Its id, its key and where: anybody can announce the first two, and must not hide who has them."""
        return self.announced.id, self.announced.key, str(self.endpoint)

    @property
    def name(self) -> str:
        """What it calls itself."""
        return self.announced.name

    @property
    def key(self) -> str:
        """The public key by which it lets paired viewers in (Z85); empty: it does not encrypt."""
        return self.announced.key


def found_camera(
    text: Mapping[bytes, bytes | None], label: str, addresses: Iterable[Address], port: int, places: Iterable[Place]
) -> FoundCamera | None:
    """Read what was said on the network; None where it is no camera that can be connected to from our `places`."""
    announced = Announced.read(text, label)
    address = nearest(addresses, places)
    if announced is None or address is None or not 0 < port <= 65535:
        return None
    return FoundCamera(announced, Endpoint(str(address), port))


def nearest(addresses: Iterable[Address], places: Iterable[Place]) -> Address | None:
    """The address on a network of ours; IPv4 where there is a choice. None where none can be connected to."""
    networks = [each.network for each in places]

    def far(address: Address) -> tuple[bool, int]:
        return not any(address in network for network in networks), address.version

    usable = [each for each in addresses if not (each.is_unspecified or each.is_multicast or each.is_link_local)]
    return min(usable, key=far, default=None)
