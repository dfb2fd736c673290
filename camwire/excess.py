"""What a peer can have too much of, as a sentence that names it."""

from dataclasses import dataclass
from enum import Enum, auto

from camwire import limits
from camwire.translation import tr

# The same of the same peer need not be told again for so long.
TELL_AGAIN_SECONDS = 60.0
TOO_MUCH = "too-much"
"""Why a peer is refused that was over a limit."""
_MEGABYTE = 1024 * 1024


class Excess(Enum):
    """Of what there was too much."""

    CONNECTIONS = auto()
    FAILURES = auto()
    MESSAGES = auto()
    BYTES = auto()
    UNREAD = auto()
    SIZE = auto()


@dataclass(frozen=True, slots=True)
class Offence:
    """Somebody at `address` was over a limit. `route`: the peer, if it was heard; `is_over`: it was cut off, and not
    only slowed down."""

    excess: Excess
    address: str = ""
    route: bytes = b""
    is_over: bool = True

    def sentence(self, who: str = "") -> str:
        """What a person is told; `who`: the name of the peer, where it is known."""
        who = who or self.address or tr("Somebody")
        match self.excess:
            case Excess.CONNECTIONS:
                return tr(
                    "{who} opens too many connections. Those that say nothing are closed. Look what runs there.",
                    who=who,
                )
            case Excess.FAILURES:
                return tr(
                    "{who} connects again and again, and never gets in. Its calls are hung up on, {seconds:g} seconds "
                    "at a time. Look what runs there.",
                    who=who,
                    seconds=limits.SHUT_OUT_SECONDS,
                )
            case Excess.MESSAGES:
                most, unit = f"{limits.MESSAGES_PER_SECOND:,}", tr("messages")
            case Excess.BYTES:
                most, unit = f"{limits.BYTES_PER_SECOND // _MEGABYTE:,}", tr("MB")
            case Excess.UNREAD:
                return tr(
                    "{who} sends more than can be read. The connection was ended. Restart the program there.", who=who
                )
            case Excess.SIZE:
                return tr(
                    "{who} sends messages that are broken or larger than {most} MB. The connection was ended. Restart "
                    "the program there.",
                    who=who,
                    most=limits.MESSAGE_BYTES // _MEGABYTE,
                )
        if self.is_over:
            return tr(
                "{who} sends more than {most} {unit} a second, and does not stop. The connection was ended. Restart "
                "the program there.",
                who=who,
                most=most,
                unit=unit,
            )
        return tr("{who} sends more than {most} {unit} a second, and is slowed down.", who=who, most=most, unit=unit)
