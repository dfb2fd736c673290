"""Messages of a pairing."""

from contextlib import suppress

from camwire.errors import WireError
from camwire.pairing import messages
from camwire.pairing.messages import PairDone, PairOffer, PairProof, PairRefusal, PairRequest
from tests.fuzz.framed import apart, joined

READS = ("camwire.pairing.messages",)
KEY = "0" * 40
SAID = [
    PairRequest(1, "viewer-1", "Desk", KEY),
    PairOffer(1, "cam-1", "Porch", KEY, bytes(33), "talk", 5600),
    PairProof(bytes(33), bytes(32)),
    PairDone(bytes(32)),
    PairRefusal("wrong-code", "The code is not right.", 2),
]


def take(data: bytes) -> None:
    """What was read is the same when it is sent on."""
    (parts, *_) = apart(data)
    with suppress(WireError):
        message = messages.decode(parts)
        assert messages.decode(messages.encode(message)) == message


def seeds() -> dict[str, bytes]:
    return {type(each).__name__: joined([messages.encode(each)]) for each in SAID}
