"""What is said while pairing, in this order: request, offer, proof, done; or a refusal instead of an answer.

Each is one part, a msgpack map with the key `kind`. `docs/protocol.md` shows them byte by byte.
"""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import msgspec

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Payload
from camwire.messages import Id, Name, Reason
from camwire.public_key import PATTERN
from camwire.rights import Rights

VERSION = 1
MESSAGE_BYTES = 8 * 1024

Key = Annotated[str, msgspec.Meta(pattern=PATTERN)]
Share = Annotated[bytes, msgspec.Meta(min_length=33, max_length=33)]
Proof = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class PairingMessage(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """Base of all of them; the subclass' tag is the value of `kind`."""


class PairRequest(PairingMessage, frozen=True, tag="pair-request"):
    """A viewer would like to pair. `key` is the public key by which it will be known."""

    version: int
    id: Id
    name: Name
    key: Key


class PairOffer(PairingMessage, frozen=True, tag="pair-offer"):
    """The camera's own key, and its share of the exchange. `port` is where paired viewers are served; 0: nowhere."""

    version: int
    id: Id
    name: Name
    key: Key
    share: Share
    rights: Rights
    port: Annotated[int, msgspec.Meta(ge=0, le=65_535)] = 0


class PairProof(PairingMessage, frozen=True, tag="pair-proof"):
    """The viewer's share, and that it knows the code."""

    share: Share
    proof: Proof


class PairDone(PairingMessage, frozen=True, tag="pair-done"):
    """The camera has stored the viewer; that it knows the code, too."""

    proof: Proof


class PairRefusal(PairingMessage, frozen=True, tag="pair-refusal"):
    """Not so. `reason` is one of `REASONS`; `tries` says how many are left."""

    reason: Id
    text: Reason = ""
    tries: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0


CLOSED, WRONG, BUSY, VERSIONS = REASONS = ("closed", "wrong-code", "busy", "other-version")
"""No code is open; the proof is none; too many at once, try again; another version of this exchange."""

Any: TypeAlias = PairRequest | PairOffer | PairProof | PairDone | PairRefusal
_DECODER = msgspec.msgpack.Decoder(Any)
_ENCODER = msgspec.msgpack.Encoder()


def encode(message: PairingMessage) -> list[Payload]:
    """The parts of `message`."""
    return [_ENCODER.encode(message)]


def decode(parts: Sequence[Payload]) -> Any:
    """The message in `parts`. Raises WireError."""
    if len(parts) != 1 or len(parts[0]) > MESSAGE_BYTES:
        raise WireError("no message of a pairing")
    try:
        message: Any = _DECODER.decode(parts[0])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"no message of a pairing: {str(error)[: limits.ID_CHARACTERS]}") from error
    return message
