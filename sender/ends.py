"""Where a camera listens and whom it dials, read by the rules of its format."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from camwire.endpoint import Endpoint, require_permission
from camwire.errors import UsageError
from sender.outlets import registered
from sender.outlets.base import Outlet
from sender.sending import MULTICLIENT, MULTISERVER, TITLES, Sending

DEFAULT_ENDPOINT = "tcp://127.0.0.1:5600"
SECURE_ENDPOINT = "tcp://*:5600"
# Where receivers of VidGear and imagezmq listen unless told otherwise.
FOREIGN_PORT = 5555
_PORT = re.compile(r"(\[.*\]|[^:]*):\d[\d,\s]*/?")


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a camera listens, if it does, and whom it dials."""

    listen: Endpoint | None
    dial: tuple[Endpoint, ...]
    secured: frozenset[Endpoint] = frozenset()
    """Those of them that are encrypted, and for paired viewers only."""

    @property
    def in_words(self) -> str:
        """Where the camera can be seen, and by whom, for a person."""
        told = [
            f"calls {'the paired viewer at ' if each in self.secured else ''}{replace(each, pattern='')}"
            for each in self.dial
        ]
        if self.listen is not None:
            who = "for this computer alone" if self.listen.is_loopback else "open to the network"
            who = "for paired viewers" if self.listen in self.secured else who
            told.insert(0, f"{replace(self.listen, pattern='')}, {who}")
        return "; ".join(told)


def ends(
    sending: Sending, listen: str | None, dial: str | Iterable[str], is_open: bool, is_secure: bool = False
) -> Ends:
    """Read the addresses. Raises UsageError for one that is none, or that this format has no use for.

    Links of our own format beyond this computer are secured, unless they are to be open; `is_secure`: all of them.
    """
    if is_open and is_secure:
        raise UsageError("--open lets everybody in, and --secure only paired viewers. Leave out one of the two.")
    if is_secure and not sending.is_native:
        raise UsageError(f"--secure cannot be with {sending.dialect}: that format encrypts nothing. Leave it out.")
    calls = _each(dial)
    for address in (listen, *calls):
        if address is not None and not isinstance(address, str):
            raise UsageError(f"{address!r} is no address. Write it in quotes, like '{DEFAULT_ENDPOINT}'.")
    if sending.is_native:
        found = Ends(None if listen is None else _native(listen), tuple(map(_native, calls)))
        if found.listen is None and not found.dial:
            raise UsageError("A camera that neither listens nor dials can be seen by nobody. Give it one of both.")
        every = [*found.dial, *([] if found.listen is None else [found.listen])]
        secured = (each for each in every if is_secure or not (is_open or each.is_loopback))
        return replace(found, secured=frozenset(secured))
    outlet = registered()[sending.dialect]
    found = (_listening if sending.pattern in outlet.listening else _dialling)(sending, outlet, listen, calls)
    if found.listen is not None:
        require_permission(found.listen, is_open)
    return found


def _each(dial: str | Iterable[str]) -> list[str]:
    """The addresses one by one, also of an iterator, which can be walked through only once."""
    return [dial] if isinstance(dial, str | bytes) or not isinstance(dial, Iterable) else list(dial)


def _native(text: str) -> Endpoint:
    endpoint = Endpoint.parse(text)
    if endpoint.pattern:
        raise UsageError(f"“{text}” names a pattern, and cameras of ours have none. Write tcp://, or add --dialect.")
    return endpoint


def _listening(sending: Sending, outlet: type[Outlet], listen: str | None, dial: Sequence[str]) -> Ends:
    if dial:
        raise UsageError(
            f"With the pattern {sending.pattern} of {outlet.title} the camera listens and the receiver connects. "
            "Use --listen tcp://*:5555 --open instead of --dial, and let the receiver connect to this computer."
        )
    if listen is None:
        raise UsageError(
            f"With the pattern {sending.pattern} of {outlet.title} the camera listens. Add --listen tcp://*:5555 --open"
        )
    return Ends(_foreign(listen, sending), ())


def _dialling(sending: Sending, outlet: type[Outlet], listen: str | None, dial: Sequence[str]) -> Ends:
    if not dial:
        raise UsageError(
            f"{outlet.title} receivers listen, and the camera connects to them. Say to which: --dial tcp://desk:5566"
        )
    if listen not in (None, DEFAULT_ENDPOINT):
        raise UsageError(f"{outlet.title} receivers listen, the camera does not. Use --dial instead of --listen.")
    for mode in sorted(sending.modes & {MULTISERVER, MULTICLIENT}):
        for text in dial:
            if not _names_port(text):
                raise UsageError(
                    f"{TITLES[mode]} mode needs every port written out, and “{text}” has none. Write it like "
                    f"tcp://desk:5566{',5567' if mode == MULTICLIENT else ''}"
                )
    return Ends(None, tuple(_receivers(sending, dial)))


def _receivers(sending: Sending, dial: Iterable[str]) -> list[Endpoint]:
    found: list[Endpoint] = []
    is_multiclient = MULTICLIENT in sending.modes
    for text in dial:
        several = Endpoint.parse_all(text)
        if len(several) > 1 and not is_multiclient:
            raise UsageError(
                f"“{text}” names several ports, and each is another receiver. Add --multiclient, if they are set up "
                "for that mode; otherwise give each a --dial of its own."
            )
        found += [_foreign(text, sending, each) for each in several]
    if is_multiclient and len(found) < 2:
        raise UsageError(
            "Multi-client mode needs at least two ports, one for each receiver. Write them like "
            "--dial tcp://desk:5577,5578"
        )
    if len(set(found)) < len(found):
        raise UsageError("The same receiver is dialled twice. Leave out one of both.")
    return found


def _foreign(text: str, sending: Sending, parsed: Endpoint | None = None) -> Endpoint:
    endpoint = Endpoint.parse(text) if parsed is None else parsed
    if endpoint.pattern:
        raise UsageError(f"“{text}” names a pattern. Write tcp:// alone, and --pattern {endpoint.pattern}.")
    port = endpoint.port if _names_port(text) else FOREIGN_PORT
    return replace(endpoint, port=port, pattern=sending.pattern)


def _names_port(text: str) -> bool:
    return bool(_PORT.fullmatch(text.strip().partition("://")[2] or text.strip()))
