"""`tcp://host:port`, read with care: what a person types, and whether it stays on this machine.

A word before it, as in `sub+tcp://*:5566`, names the pattern: which kind of ZeroMQ socket meets which.
"""

import ipaddress
import re
from dataclasses import dataclass, replace

from camwire.errors import UsageError
from camwire.translation import tr

DEFAULT_PORT = 5600
SECURE = "secure"
"""Where a viewer lets only the cameras call that it is paired with."""
# Our own cameras, and all that call by REQ, need no word. `req`, `pub` and `push` are for cameras only.
PATTERNS = ("", SECURE, "pair", "sub", "pull", "req", "pub", "push")
MOST_PORTS = 64
MOST_SHOWN = 120
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?|\*")
_INTERFACE = re.compile(r"[\w.~-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a peer is, or where we listen. `host` is a name, an IPv4 or IPv6 address, or `*` for every interface."""

    host: str
    port: int
    pattern: str = ""

    @classmethod
    def parse(cls, text: str) -> "Endpoint":
        """Read `tcp://host:port`; a missing `tcp://` or port is filled in. Raises UsageError with an example."""
        pattern, rest = _pattern(text)
        host, port = _split(rest)
        if host.isdecimal() and not port:
            raise UsageError(
                tr(
                    "“{text}” is a port without a host. Did you mean tcp://127.0.0.1:{host}?",
                    text=_shown(text),
                    host=host,
                )
            )
        if not _is_host(host):
            raise UsageError(
                tr(
                    "“{text}” is no address. Write it like tcp://192.168.1.20:5600 or tcp://porch.local:5600",
                    text=_shown(text),
                )
            )
        return cls(host, _port(port, text), pattern)

    @classmethod
    def parse_all(cls, text: str) -> "list[Endpoint]":
        """Read one address with one port or several: `tcp://*:5566,5567`. Raises UsageError."""
        first, *more = text.strip().split(",")
        if len(more) >= MOST_PORTS:
            raise UsageError(
                tr(
                    "“{text}” names {count} ports; at most {most} fit in one address.",
                    text=_shown(text),
                    count=len(more) + 1,
                    most=MOST_PORTS,
                )
            )
        begun = cls.parse(first)
        ends = [begun, *(replace(begun, port=_port(each.strip() or "?", text)) for each in more)]
        if len({each.port for each in ends}) < len(ends):
            raise UsageError(tr("“{text}” names a port twice.", text=_shown(text)))
        return ends

    @property
    def is_loopback(self) -> bool:
        """Whether this never leaves the machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_ipv4(self) -> bool:
        """Whether the host is an IPv4 address, and no name."""
        return self.host.count(".") == 3 and self.host.replace(".", "").isdigit()

    @property
    def is_ipv6(self) -> bool:
        """Whether the host is an IPv6 address."""
        return ":" in self.host

    @property
    def as_asked(self) -> "Endpoint":
        """The same, with the `*` that a person writes for every interface, and not what the system makes of it."""
        return replace(self, host="*") if self.host == "::" else self

    def __str__(self) -> str:
        host = f"[{self.host}]" if self.is_ipv6 else self.host
        return f"{self.pattern}{'+' if self.pattern else ''}tcp://{host}:{self.port}"


def require_permission(endpoint: Endpoint, is_open: bool) -> None:
    """Refuse to listen beyond this machine without `--open` where nothing is encrypted."""
    if not (is_open or endpoint.is_loopback or endpoint.pattern == SECURE):
        raise UsageError(
            tr(
                "{endpoint} can be reached from other computers, and nothing is encrypted there. Add "
                "--open if everyone on that network may watch and talk, or listen on tcp://127.0.0.1.",
                endpoint=endpoint,
            )
        )


def _pattern(text: str) -> tuple[str, str]:
    """The pattern, and what follows the scheme."""
    scheme, separator, rest = text.strip().partition("://")
    if not separator:
        return "", scheme
    pattern, plus, transport = scheme.rpartition("+")
    if transport != "tcp":
        raise UsageError(
            tr(
                "“{text}” begins with {scheme}://. Watchword uses tcp://, as in tcp://192.168.1.20:5600",
                text=_shown(text),
                scheme=scheme,
            )
        )
    if pattern not in PATTERNS or bool(plus) != bool(pattern):
        known = ", ".join(f"{each}+tcp://" for each in PATTERNS if each)
        raise UsageError(
            tr(
                "“{text}” begins with {scheme}://. Known are tcp://, {known}.",
                text=_shown(text),
                scheme=scheme,
                known=known,
            )
        )
    return pattern, rest


def _split(rest: str) -> tuple[str, str]:
    rest = rest.rstrip("/")
    if rest.startswith("["):
        host, _, after = rest[1:].partition("]")
        return host, after.removeprefix(":")
    if rest.count(":") > 1:
        return rest, ""
    host, _, port = rest.partition(":")
    return host, port


def _is_host(host: str) -> bool:
    if ":" in host:
        try:
            address = ipaddress.IPv6Address(host)
        except ValueError:
            return False
        return address.scope_id is None or bool(_INTERFACE.fullmatch(address.scope_id))
    return len(host) <= 253 and bool(_HOST.fullmatch(host))


def _port(port: str, text: str) -> int:
    if not port:
        return DEFAULT_PORT
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= 65535):
        raise UsageError(
            tr(
                "“{text}” has the port “{port}”. A port is a number from 1 to 65535.",
                text=_shown(text),
                port=_shown(port),
            )
        )
    return int(port)


def _shown(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
