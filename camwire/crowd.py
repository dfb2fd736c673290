"""Who is connected to one port, by network address: how many may be, and who goes when there are too many.

Whoever has not said anything yet gives way to whoever comes. So a thousand connections that are only there keep nobody
out, and those that are heard stay. An address whose connections end again and again before they were heard is shut out.
"""

from collections import Counter
from ipaddress import IPv6Address, ip_address

from camwire import limits
from camwire.allowance import Allowance
from camwire.excess import Excess

MOST_REMEMBERED = 1000
# What an end of a connection counts, in connections that were never heard. Who is heard and calls again and again costs
# others something, too.
HEARD_COUNTS = 0.25
OFFENCE_COUNTS = 10.0
_HOST_BITS = 64


class Crowd:
    """Knows connections by a number of theirs. `now` is monotonic, in seconds."""

    def __init__(self, most: int = limits.CONNECTIONS, most_of_one: int = limits.CONNECTIONS_OF_ADDRESS) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._networks: dict[int, str] = {}
        self._addresses: dict[int, str] = {}
        self._sizes: Counter[str] = Counter()
        # In the order in which they came.
        self._unheard: dict[int, None] = {}
        self._failures: dict[str, Allowance] = {}
        self._shut_until: dict[str, float] = {}

    def came(self, number: int, address: str, now: float) -> tuple[int, Excess] | None:
        """One more is here; return which one has to go for it (it may be itself) and why, if one has."""
        network = network_of(address)
        self._networks[number], self._addresses[number] = network, address
        self._sizes[network] += 1
        self._unheard[number] = None
        # By its address alone: a whole house may have one network.
        if now < self._shut_until.get(address, now):
            return self._dismissed(number), Excess.FAILURES
        if self._sizes[network] > self._most_of_one:
            return self._dismissed(self._oldest_unheard(network)), Excess.CONNECTIONS
        if len(self._networks) > self._most:
            return self._dismissed(self._least_wanted()), Excess.CONNECTIONS
        return None

    def heard(self, number: int) -> None:
        """It has said something."""
        self._unheard.pop(number, None)

    def left(self, number: int, now: float, is_offender: bool = False) -> None:
        """It has ended, if it has not been sent away."""
        if number not in self._networks:
            return
        counts = OFFENCE_COUNTS if is_offender else 1.0 if number in self._unheard else HEARD_COUNTS
        address = self._addresses[number]
        self._dismissed(number)
        if self._allowance(address, now).take(counts, now):
            self._shut_until[address] = now + limits.SHUT_OUT_SECONDS

    def _oldest_unheard(self, network: str) -> int:
        return next(each for each in self._unheard if self._networks[each] == network)

    def _least_wanted(self) -> int:
        """Of the network that has the most unheard connections, the oldest one."""
        sizes = Counter(self._networks[each] for each in self._unheard)
        return self._oldest_unheard(sizes.most_common(1)[0][0])

    def _dismissed(self, number: int) -> int:
        network = self._networks.pop(number)
        del self._addresses[number]
        self._unheard.pop(number, None)
        self._sizes[network] -= 1
        if not self._sizes[network]:
            del self._sizes[network]
        return number

    def _allowance(self, address: str, now: float) -> Allowance:
        if len(self._failures) >= MOST_REMEMBERED and address not in self._failures:
            self._failures = {each: one for each, one in self._failures.items() if not one.is_full(now)}
            self._shut_until = {each: until for each, until in self._shut_until.items() if until > now}
            while len(self._failures) >= MOST_REMEMBERED:
                del self._failures[next(iter(self._failures))]
        fresh = Allowance(limits.FAILURES_PER_SECOND, limits.FAILURES_AT_ONCE, now)
        return self._failures.setdefault(address, fresh)


def network_of(address: str) -> str:
    """What counts as one address: in IPv6 everybody has as many as they like of their own network."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(known, IPv6Address) or known.is_link_local or known.is_loopback:
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return f"{IPv6Address(int(known) >> _HOST_BITS << _HOST_BITS)}/{_HOST_BITS}"
