"""One try at a code: SPAKE2 over Ed25519, and the proofs that both ends have the same key.

By the package `spake2`; side A is the viewer, and the two identities are the public keys. A proof is HMAC-SHA-256, by
the exchanged key, of whose it is and of all that both have said.
"""

import hashlib
import hmac

from camwire.errors import WireError
from camwire.pairing.messages import PairOffer, PairRequest, encode

VIEWER, CAMERA = b"watchword 1 viewer", b"watchword 1 camera"


class Exchange:
    """One end of one try, for one use. `share` is what the other end gets. To make it takes some 10 ms of arithmetic.

    `is_viewer` says which end this is; the keys are the public ones (Z85 text).
    """

    def __init__(self, is_viewer: bool, secret: bytes, viewer_key: str, camera_key: str) -> None:
        # Loaded when somebody pairs: it costs more than the rest of a start.
        from spake2 import SPAKE2_A, SPAKE2_B

        side = SPAKE2_A if is_viewer else SPAKE2_B
        self._spake2 = side(secret, idA=viewer_key.encode(), idB=camera_key.encode())
        self.share: bytes = self._spake2.start()

    def finish(self, share: bytes) -> bytes:
        """The exchanged key: the same at both ends if both had the same secret. Raises WireError for no share."""
        try:
            key: bytes = self._spake2.finish(share)
        except Exception as error:
            # It has no common word for bytes that are no point of its curve.
            raise WireError("no share of a pairing") from error
        return key


def proof(key: bytes, whose: bytes, request: PairRequest, offer: PairOffer, viewer_share: bytes) -> bytes:
    """Proof that `whose` end has `key`, bound to every byte that was said: names, addresses and rights as well."""
    said = b"".join(hashlib.sha256(bytes(part)).digest() for part in (*encode(request), *encode(offer), viewer_share))
    return hmac.digest(key, whose + said, "sha256")


def is_proof(found: bytes, expected: bytes) -> bool:
    """Whether they are the same; how long that takes says nothing of where they differ."""
    return hmac.compare_digest(found, expected)
