"""A name that was this camera's on a network a moment ago, and needs no asking before it has it again."""

from collections.abc import Collection
from dataclasses import dataclass

from camwire.local_network import Network


@dataclass(frozen=True, slots=True)
class HeldName:
    """`name` was made of `label`, and others on `networks` remember until then (monotonic seconds) whose it is."""

    name: str
    label: str
    networks: frozenset[Network]
    until: float

    def holds(self, label: str, networks: Collection[Network], now: float) -> bool:
        """Whether it may be taken again without asking: nothing but the address has changed. It would be asked for
        during a second in which no viewer finds the camera."""
        return label == self.label and self.networks.issuperset(networks) and now < self.until
