"""How a camera sends: in our own format, or in one of VidGear and imagezmq, where both ends must be set up alike."""

from dataclasses import dataclass, replace

from camwire.endpoint import Endpoint

NATIVE = "native"
PATTERNS = ("pair", "req", "pub", "push")
"""In the order of VidGear's numbers, which begin at 0."""
ANSWERED = ("pair", "req")
"""Patterns whose receiver answers each frame."""
MULTISERVER, MULTICLIENT, BIDIRECTIONAL = "multiserver", "multiclient", "bidirectional"
TITLES = {MULTISERVER: "Multi-server", MULTICLIENT: "Multi-client", BIDIRECTIONAL: "Bidirectional"}


@dataclass(frozen=True, slots=True)
class Sending:
    """The format, its pattern and codec (empty: its first one), and those of VidGear's exclusive modes that are on."""

    dialect: str = NATIVE
    pattern: str = ""
    codec: str = ""
    modes: frozenset[str] = frozenset()

    @property
    def is_native(self) -> bool:
        """Whether this is our own format."""
        return self.dialect == NATIVE

    @property
    def is_answered(self) -> bool:
        """Whether the receiver answers each frame."""
        return self.pattern in ANSWERED


def announcement(sending: Sending, bound: Endpoint | None, dial: tuple[Endpoint, ...]) -> list[str]:
    """What is said at the start; `bound` is where the camera really listens."""
    if sending.is_native:
        listening = [] if bound is None else [f"Listening on {bound.as_asked}"]
        return listening + [f"Dialling {each}" for each in dial]
    manner = f"Sending as {sending.dialect} ({', '.join([sending.pattern, *sorted(sending.modes)])})"
    if bound is not None:
        return [f"{manner} at {bound.as_asked}, unencrypted"]
    return [f"{manner} to {plain(each)}, unencrypted" for each in dial]


def plain(endpoint: Endpoint) -> Endpoint:
    """The address alone, as both ends would write it."""
    return replace(endpoint, pattern="")


def modes(multiserver: bool, multiclient: bool, bidirectional: bool) -> frozenset[str]:
    """The names of those that are on."""
    given = {MULTISERVER: multiserver, MULTICLIENT: multiclient, BIDIRECTIONAL: bidirectional}
    return frozenset(mode for mode, is_on in given.items() if is_on)
