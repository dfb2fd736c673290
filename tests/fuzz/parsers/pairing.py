"""Both ends of a pairing, each told anything in any order."""

from contextlib import suppress

from camwire.errors import WireError
from camwire.pairing import messages
from camwire.pairing.asking import Asking
from camwire.pairing.code import MOST_TRIES, Code
from camwire.pairing.messages import PairDone, PairOffer, PairProof
from camwire.pairing.offering import Introduction, Offering
from tests.fuzz.framed import apart, joined
from tests.fuzz.parsers.pairing_messages import KEY, SAID

READS = ("camwire.pairing.offering", "camwire.pairing.asking", "camwire.pairing.exchange", "camwire.pairing.messages")
CAMERA = Introduction("cam-1", "Porch", KEY, 5600)
CODE, WRONG = Code("0471", ("river", "candle")), Code("0472", ("river", "candle"))
STRANGER, HONEST = "stranger", "honest"


def take(data: bytes) -> None:
    """A stranger without the code speaks to a camera, and as a camera to a viewer; then somebody with the code pairs,
    unless the stranger has used up the tries."""
    offering, asking = Offering(CAMERA, CODE, "talk", 0.0), Asking("viewer-1", "Desk", KEY, CODE)
    is_heard = False
    for parts in apart(data)[:12]:
        with suppress(WireError):
            message = messages.decode(parts)
            is_heard = True
            assert offering.receive(STRANGER, message, 1.0).paired is None
        with suppress(WireError):
            message = messages.decode(parts)
            answer = asking.receive(message)
            assert not isinstance(answer, PairOffer), "paired with a stranger"
    assert 0 <= offering.tries <= MOST_TRIES
    if is_heard and offering.tries:
        _pair(offering)


def _pair(offering: Offering) -> None:
    asking = Asking("viewer-2", "Desk", KEY, CODE)
    offer = offering.receive(HONEST, asking.request, 2.0).message
    said = asking.receive(offer)  # type: ignore[arg-type]
    assert isinstance(said, PairProof)
    done = offering.receive(HONEST, said, 2.0)
    assert done.paired == asking.request
    assert asking.receive(done.message) == offer  # type: ignore[arg-type]
    assert not offering.is_open(2.0)


def seeds() -> dict[str, bytes]:
    """A pairing with a wrong code, and words out of turn."""
    offering, asking = Offering(CAMERA, CODE, "talk", 0.0), Asking("viewer-1", "Desk", KEY, WRONG)
    offer = offering.receive(STRANGER, asking.request, 0.0).message
    said = [asking.request, offer, asking.receive(offer)]  # type: ignore[arg-type]
    stranger: list[messages.PairingMessage] = [offer, PairDone(proof=bytes(32))]
    return {
        "wrong-code": joined(messages.encode(each) for each in said),  # type: ignore[arg-type]
        "offer-and-done": joined(messages.encode(each) for each in stranger),
        "out-of-turn": joined(messages.encode(each) for each in SAID),
    }
