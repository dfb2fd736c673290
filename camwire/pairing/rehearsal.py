"""A pairing of two ends in one program, for self-tests: whether everything for it is here, and both ends agree."""

import zmq

from camwire.pairing.asking import Asking
from camwire.pairing.code import Code
from camwire.pairing.messages import PairingMessage, PairOffer, decode, encode
from camwire.pairing.offering import Introduction, Offering
from camwire.rights import Rights


def rehearse() -> str:
    """Pair with oneself; return how it went. Some 150 ms of arithmetic. Raises ValueError when they do not agree."""
    viewer_key, camera_key = (zmq.curve_keypair()[0].decode() for _ in range(2))
    code = Code.new()
    viewer = Asking("viewer", "Viewer", viewer_key, code)
    camera = Offering(Introduction("camera", "Camera", camera_key), code, Rights.CONTROL, now=0.0)

    def answered(message: PairingMessage) -> PairingMessage:
        return camera.receive("viewer", decode(encode(message)), now=0.0).message

    proof = viewer.receive(answered(viewer.request))
    paired = viewer.receive(answered(proof)) if isinstance(proof, PairingMessage) else proof
    if not isinstance(paired, PairOffer) or paired.key != camera_key:
        raise ValueError("the two ends do not agree")
    return "both ends agree by a code"
