"""Two ends of a pairing: who has the code agrees, and nobody else learns or changes a thing. The real mathematics."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import zmq

from camwire.errors import WireError
from camwire.pairing.asking import Asking, Refused, Trouble
from camwire.pairing.code import LASTS_SECONDS, MOST_TRIES, Code
from camwire.pairing.exchange import CAMERA, VIEWER, Exchange, is_proof, proof
from camwire.pairing.messages import (
    VERSION,
    PairDone,
    PairingMessage,
    PairOffer,
    PairProof,
    PairRefusal,
    PairRequest,
    decode,
    encode,
)
from camwire.pairing.offering import MOST_AT_ONCE, Answered, Introduction, Offering
from camwire.pairing.rehearsal import rehearse
from camwire.rights import Rights

CODE, OTHER = Code("4821", ("river", "candle")), Code("4821", ("river", "camel"))
CAMERAS, VIEWERS, THIEFS = (zmq.curve_keypair()[0].decode() for _ in range(3))
PORCH = Introduction("c7", "porch", CAMERAS, 5600)
Meddle = Callable[[PairingMessage], PairingMessage]


def offering(**more: Any) -> Offering:
    return Offering(PORCH, CODE, Rights.TALK, 0.0, **more)


def asking(code: Code = CODE, key: str = VIEWERS) -> Asking:
    return Asking("v1", "desk", key, code)


def honest(message: PairingMessage) -> PairingMessage:
    return message


def met(
    camera: Offering, viewer: Asking, meddle: Meddle = honest, who: str = "one", now: float = 1.0
) -> tuple[PairOffer | Refused, Answered]:
    """Let the two talk, by way of `meddle`; return what became of it at the viewer, and the camera's last word."""
    said: Any = viewer.request
    while True:
        answered = camera.receive(who, decode(encode(meddle(said))), now)
        said = viewer.receive(decode(encode(meddle(answered.message))))
        if isinstance(said, PairOffer | Refused):
            return said, answered


def swapped(**fields: Any) -> Meddle:
    """Somebody between, who changes these fields wherever they stand."""

    def meddle(message: PairingMessage) -> PairingMessage:
        return msgspec.structs.replace(
            message, **{name: value for name, value in fields.items() if hasattr(message, name)}
        )

    return meddle


def test_that_both_ends_know_each_other_by_the_right_code() -> None:
    camera = offering()
    paired, last = met(camera, asking())
    assert paired == PairOffer(VERSION, "c7", "porch", CAMERAS, paired.share, Rights.TALK, 5600)  # type: ignore[union-attr]
    assert last.paired == PairRequest(VERSION, "v1", "desk", VIEWERS)
    assert camera.is_used
    assert not camera.is_open(1.0)


def test_that_another_code_is_one_try_less_and_stores_nobody() -> None:
    camera = offering()
    for left in range(MOST_TRIES - 1, -1, -1):
        paired, last = met(camera, asking(OTHER))
        assert paired == Refused(Trouble.WRONG, "The code is not right.", left)
        assert last.paired is None
    late, last = met(camera, asking())
    assert isinstance(late, Refused)
    assert (late.trouble, last.paired, camera.is_used) == (Trouble.CLOSED, None, False)


def test_that_a_code_is_over_after_its_time() -> None:
    camera = offering()
    assert camera.is_open(LASTS_SECONDS - 1)
    late, _ = met(camera, asking(), now=LASTS_SECONDS)
    assert isinstance(late, Refused)
    assert late.trouble is Trouble.CLOSED
    assert not offering(lasts=10.0).is_open(10.0)
    assert not offering(lasts=1e9).is_open(LASTS_SECONDS)


def test_that_a_code_that_ends_between_request_and_proof_ends() -> None:
    camera, viewer = offering(), asking()
    offer = camera.receive("one", viewer.request, 1.0).message
    assert isinstance(offer, PairOffer)
    said = viewer.receive(offer)
    assert isinstance(said, PairProof)
    answered = camera.receive("one", said, LASTS_SECONDS)
    assert isinstance(answered.message, PairRefusal)
    assert answered.paired is None


@pytest.mark.parametrize(
    "changed",
    [
        {"key": THIEFS},
        {"name": "garden"},
        {"id": "c8"},
        {"rights": Rights.CONTROL},
        {"port": 666},
    ],
)
def test_that_nobody_between_changes_a_thing_that_was_said(changed: dict[str, Any]) -> None:
    camera = offering()
    paired, last = met(camera, asking(), swapped(**changed))
    assert isinstance(paired, Refused)
    assert paired.trouble is Trouble.WRONG
    assert last.paired is None


def test_that_who_swaps_shares_and_proofs_as_well_has_guessed_one_code() -> None:
    # He pairs with each end by himself, with a code that he has guessed.
    camera, guessed = offering(), Offering(Introduction("c7", "porch", THIEFS, 5600), OTHER, Rights.TALK, 0.0)
    paired, last = met(guessed, asking())
    assert isinstance(paired, Refused)
    assert last.paired is None
    with_camera, last = met(camera, asking(OTHER, THIEFS))
    assert isinstance(with_camera, Refused)
    assert last.paired is None
    assert camera.tries == MOST_TRIES - 1


def test_that_what_was_overheard_is_worth_nothing_at_the_next_code() -> None:
    heard: list[PairingMessage] = []

    def noting(message: PairingMessage) -> PairingMessage:
        heard.append(message)
        return message

    met(offering(), asking(), noting)
    camera = offering()
    request, offer, said, _ = heard
    answer = camera.receive("one", request, 1.0).message
    assert isinstance(answer, PairOffer)
    assert isinstance(offer, PairOffer)
    assert answer.share != offer.share
    answered = camera.receive("one", said, 1.0)
    assert isinstance(answered.message, PairRefusal)
    assert (answered.message.reason, answered.paired) == ("wrong-code", None)


def test_that_the_proof_of_one_end_is_none_of_the_other() -> None:
    camera, viewer = offering(), asking()
    offer = camera.receive("one", viewer.request, 1.0).message
    assert isinstance(offer, PairOffer)
    said = viewer.receive(offer)
    assert isinstance(said, PairProof)
    # Who does not know the code has only the viewer's own proof to give back.
    assert viewer.receive(PairDone(said.proof)) == Refused(Trouble.IMPOSTOR)


def test_that_a_camera_that_cannot_prove_it_is_no_camera() -> None:
    viewer = asking()
    offer = offering().receive("one", viewer.request, 1.0).message
    assert isinstance(offer, PairOffer)
    viewer.receive(offer)
    assert viewer.receive(PairDone(b"\0" * 32)) == Refused(Trouble.IMPOSTOR)


@pytest.mark.parametrize("share", [b"A" * 33, b"A" + b"\0" * 32, b"A" + b"\xff" * 32, b"B" + b"\1" + b"\0" * 31])
def test_that_a_share_that_is_none_is_a_wrong_try(share: bytes) -> None:
    camera, viewer = offering(), asking()
    camera.receive("one", viewer.request, 1.0)
    answered = camera.receive("one", PairProof(share, b"p" * 32), 1.0)
    assert isinstance(answered.message, PairRefusal)
    assert answered.message.reason == "wrong-code"
    assert camera.tries == MOST_TRIES - 1


def test_that_an_offer_without_a_share_is_no_offer() -> None:
    viewer = asking()
    with pytest.raises(WireError):
        viewer.receive(PairOffer(VERSION, "c7", "porch", CAMERAS, b"x" * 33, Rights.WATCH))


def test_that_a_proof_is_for_one_use() -> None:
    camera, viewer = offering(), asking(OTHER)
    offer = camera.receive("one", viewer.request, 1.0).message
    assert isinstance(offer, PairOffer)
    said = viewer.receive(offer)
    assert isinstance(said, PairProof)
    for reason in ("wrong-code", "busy", "busy"):
        answer = camera.receive("one", said, 1.0).message
        assert isinstance(answer, PairRefusal)
        assert answer.reason == reason
    assert camera.tries == MOST_TRIES - 1


def test_that_a_proof_without_a_request_costs_no_try() -> None:
    camera = offering()
    answer = camera.receive("one", PairProof(b"A" * 33, b"p" * 32), 1.0).message
    assert isinstance(answer, PairRefusal)
    assert (answer.reason, camera.tries) == ("busy", MOST_TRIES)


def test_that_who_only_asks_keeps_nobody_from_pairing() -> None:
    camera, viewer = offering(), asking()
    for number in range(3 * MOST_AT_ONCE):
        camera.receive(f"silent {number}", asking().request, 1.0)
    assert len(camera._asked) == MOST_AT_ONCE
    paired, last = met(camera, viewer)
    assert isinstance(paired, PairOffer)
    assert last.paired is not None


def test_that_another_version_is_told_which_program_to_update() -> None:
    camera = offering()
    for version, which in ((VERSION + 1, "camera"), (VERSION - 1, "viewer")):
        answer = camera.receive("one", PairRequest(version, "v1", "desk", VIEWERS), 1.0).message
        assert isinstance(answer, PairRefusal)
        assert answer.reason == "other-version"
        assert f"update the program of the {which}" in answer.text
        assert asking().receive(answer) == Refused(Trouble.VERSION, answer.text, 0)
    offer = camera.receive("one", asking().request, 1.0).message
    assert asking().receive(msgspec.structs.replace(offer, version=VERSION + 1)) == Refused(Trouble.VERSION)


def test_that_words_out_of_turn_are_an_error() -> None:
    camera = offering()
    for message in (PairDone(b"p" * 32), PairRefusal("closed")):
        with pytest.raises(WireError):
            camera.receive("one", message, 1.0)
    viewer = asking()
    for message in (PairDone(b"p" * 32), viewer.request, PairProof(b"A" * 33, b"p" * 32)):
        with pytest.raises(WireError):
            viewer.receive(message)
    offer = camera.receive("one", viewer.request, 1.0).message
    viewer.receive(offer)
    with pytest.raises(WireError):
        viewer.receive(offer)


def test_that_an_unknown_refusal_is_one_all_the_same() -> None:
    assert asking().receive(PairRefusal("of-the-future", "Later.")) == Refused(Trouble.CLOSED, "Later.")


def test_that_the_proofs_hang_on_every_byte_that_was_said() -> None:
    viewer, camera = (Exchange(is_viewer, CODE.secret, VIEWERS, CAMERAS) for is_viewer in (True, False))
    key = viewer.finish(camera.share)
    assert key == camera.finish(viewer.share)
    request = PairRequest(VERSION, "v1", "desk", VIEWERS)
    offer = PairOffer(VERSION, "c7", "porch", CAMERAS, camera.share, Rights.TALK, 5600)
    proofs = [
        proof(key, VIEWER, request, offer, viewer.share),
        proof(key, CAMERA, request, offer, viewer.share),
        proof(key, VIEWER, msgspec.structs.replace(request, name="desk2"), offer, viewer.share),
        proof(key, VIEWER, request, msgspec.structs.replace(offer, port=5601), viewer.share),
        proof(key, VIEWER, request, offer, b"A" + b"\0" * 32),
        proof(b"another", VIEWER, request, offer, viewer.share),
    ]
    assert len(set(proofs)) == len(proofs)
    assert is_proof(proofs[0], proofs[0])
    assert not is_proof(proofs[0], proofs[1])


def test_that_the_rehearsal_of_the_self_test_agrees() -> None:
    assert rehearse() == "both ends agree by a code"
