"""The camera's side of pairing: one open code, whoever asks, and no more than three wrong tries."""

from collections.abc import Hashable
from dataclasses import dataclass

from camwire.errors import WireError
from camwire.pairing import messages
from camwire.pairing.code import LASTS_SECONDS, MOST_TRIES, Code
from camwire.pairing.exchange import CAMERA, VIEWER, Exchange, is_proof, proof
from camwire.pairing.messages import PairDone, PairingMessage, PairOffer, PairProof, PairRefusal, PairRequest
from camwire.rights import Rights

MOST_AT_ONCE = 8
"""Who asks and never proves anything is forgotten for the next one."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The camera, as viewers are to know it: `key` is its public key (Z85), `port` where they are served then."""

    id: str
    name: str
    key: str
    port: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What to say to who asked; and who has proved the code and is to be stored before that is said."""

    message: PairingMessage
    paired: PairRequest | None = None


class Offering:
    """One code, open for `LASTS_SECONDS` from `now` on (monotonic seconds). Not thread-safe.

    `tries` are those that are left.
    """

    def __init__(
        self, camera: Introduction, code: Code, rights: Rights, now: float, lasts: float = LASTS_SECONDS
    ) -> None:
        self.tries = MOST_TRIES
        self.is_used = False
        """Whether somebody has paired by it."""
        self._camera = camera
        self._code = code
        self._rights = rights
        self._until = now + min(lasts, LASTS_SECONDS)
        self._asked: dict[Hashable, tuple[PairRequest, PairOffer, Exchange]] = {}

    def is_open(self, now: float) -> bool:
        """Whether the code can still be used."""
        return not self.is_used and self.tries > 0 and now < self._until

    def receive(self, who: Hashable, message: PairingMessage, now: float) -> Answered:
        """Take a message of the connection `who`. Raises WireError for one that no viewer says now."""
        if not self.is_open(now):
            self._asked.clear()
            return Answered(_refusal(messages.CLOSED, "This code is over. Have the camera show a new one."))
        match message:
            case PairRequest():
                return Answered(self._offered(who, message))
            case PairProof():
                return self._proved(who, message)
            case _:
                raise WireError("a camera's words from a viewer")

    def forget(self, who: Hashable) -> None:
        """The connection is gone."""
        self._asked.pop(who, None)

    def _offered(self, who: Hashable, request: PairRequest) -> PairingMessage:
        if request.version != messages.VERSION:
            newer = "camera" if request.version > messages.VERSION else "viewer"
            return _refusal(messages.VERSIONS, f"They pair in different ways: update the program of the {newer}.")
        self.forget(who)
        while len(self._asked) >= MOST_AT_ONCE:
            del self._asked[next(iter(self._asked))]
        camera = self._camera
        exchange = Exchange(False, self._code.secret, request.key, camera.key)
        offer = PairOffer(
            messages.VERSION, camera.id, camera.name, camera.key, exchange.share, self._rights, camera.port
        )
        self._asked[who] = (request, offer, exchange)
        return offer

    def _proved(self, who: Hashable, said: PairProof) -> Answered:
        asked = self._asked.pop(who, None)
        if asked is None:
            return Answered(_refusal(messages.BUSY, "Too many ask at once, or too late. Try again.", self.tries))
        request, offer, exchange = asked
        try:
            key = exchange.finish(said.share)
        except WireError:
            key = b""
        if not key or not is_proof(said.proof, proof(key, VIEWER, request, offer, said.share)):
            self.tries -= 1
            return Answered(_refusal(messages.WRONG, "The code is not right.", self.tries))
        self.is_used = True
        return Answered(PairDone(proof(key, CAMERA, request, offer, said.share)), request)


def _refusal(reason: str, text: str, tries: int = 0) -> PairRefusal:
    return PairRefusal(reason, text, tries)
