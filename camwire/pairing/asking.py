"""The viewer's side of pairing: one try at the code that a person typed."""

from dataclasses import dataclass
from enum import Enum, auto

from camwire.errors import WireError
from camwire.pairing import messages
from camwire.pairing.code import Code
from camwire.pairing.exchange import CAMERA, VIEWER, Exchange, is_proof, proof
from camwire.pairing.messages import PairDone, PairingMessage, PairOffer, PairProof, PairRefusal, PairRequest


class Trouble(Enum):
    """Why it did not come to a pairing."""

    CLOSED = auto()
    """No code is open at the camera."""
    WRONG = auto()
    """The code is not right, or somebody stands between the two."""
    BUSY = auto()
    """Too many ask at once."""
    VERSION = auto()
    """The two programs pair in different ways."""
    IMPOSTOR = auto()
    """It said that the code was right and could not prove that it knows it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No pairing. `text` is what the camera said, `tries` how many are left by its word."""

    trouble: Trouble
    text: str = ""
    tries: int = 0


_TROUBLES = {
    messages.CLOSED: Trouble.CLOSED,
    messages.WRONG: Trouble.WRONG,
    messages.BUSY: Trouble.BUSY,
    messages.VERSIONS: Trouble.VERSION,
}


class Asking:
    """One try. `request` goes out first; then what comes is given to `receive`. Not thread-safe."""

    def __init__(self, viewer_id: str, name: str, key: str, code: Code) -> None:
        """`key` is the viewer's public key (Z85)."""
        self.request = PairRequest(messages.VERSION, viewer_id, name, key)
        self._code = code
        self._offer: PairOffer | None = None
        self._share = b""
        self._key = b""

    def receive(self, message: PairingMessage) -> PairingMessage | PairOffer | Refused:
        """What to say next (`PairProof`); or the camera that is now paired, by its offer; or that it came to nothing.

        Raises WireError for what no camera says now.
        """
        match message:
            case PairOffer() if self._offer is None:
                return self._proved(message)
            case PairDone() if self._offer is not None:
                expected = proof(self._key, CAMERA, self.request, self._offer, self._share)
                return self._offer if is_proof(message.proof, expected) else Refused(Trouble.IMPOSTOR)
            case PairRefusal():
                return Refused(_TROUBLES.get(message.reason, Trouble.CLOSED), message.text, message.tries)
            case _:
                raise WireError("words out of turn")

    def _proved(self, offer: PairOffer) -> PairProof | Refused:
        if offer.version != messages.VERSION:
            return Refused(Trouble.VERSION)
        exchange = Exchange(True, self._code.secret, self.request.key, offer.key)
        self._key = exchange.finish(offer.share)
        self._offer, self._share = offer, exchange.share
        return PairProof(self._share, proof(self._key, VIEWER, self.request, offer, self._share))
