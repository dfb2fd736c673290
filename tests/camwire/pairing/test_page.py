"""The page that strangers implement from says what pairing does."""

import re

import pytest
from msgspec import inspect
from spake2 import SPAKE2_A, SPAKE2_B

from camwire.discovery import Announced
from camwire.pairing import messages
from camwire.pairing.code import LASTS_SECONDS, MOST_TRIES
from camwire.pairing.exchange import CAMERA, VIEWER, proof
from camwire.pairing.fingerprint import fingerprint
from camwire.pairing.messages import PairDone, PairingMessage, PairOffer, PairProof, PairRequest
from camwire.public_key import PATTERN
from camwire.rights import Rights
from tests.support import protocol_page

CODE = b"4821-river-candle"
KINDS = {str(kind.__struct_config__.tag): kind for kind in PairingMessage.__subclasses__()}
BODIES = dict(re.findall(r"^#### `([a-z-]+)`\n(.*?)(?=^##|\Z)", protocol_page.text(), re.M | re.S))


def example(kind: str) -> PairingMessage:
    """The message of the page."""
    (block,) = re.findall(r"```hex\n(.*?)```", BODIES[kind], re.S)
    parts = [bytes.fromhex(block)]
    message = messages.decode(parts)
    assert messages.encode(message) == parts
    assert message.__struct_config__.tag == kind
    return message


def type_name(kind: inspect.Type) -> str:
    match kind:
        case inspect.StrType(pattern=pattern) if pattern == PATTERN:
            return "public key"
        case inspect.BytesType(min_length=shortest, max_length=longest) if shortest == longest:
            return f"{shortest} bytes"
        case inspect.EnumType(cls=cls) if cls is Rights:
            return "`watch`, `talk` or `control`".strip("`")
        case inspect.IntType(ge=None):
            return "integer"
    return protocol_page.type_name(kind)


def test_that_every_message_is_described() -> None:
    assert list(BODIES) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_field_is_described(kind: str) -> None:
    stated = [[name, limit.strip("`"), absent] for name, limit, absent, _ in protocol_page.rows(BODIES[kind])]
    found = inspect.type_info(KINDS[kind])
    assert isinstance(found, inspect.StructType)
    expected = [[each.encode_name, type_name(each.type), protocol_page._default(each)] for each in found.fields]
    assert stated == expected


def test_that_the_examples_are_one_pairing() -> None:
    request, offer, said, done = (example(f"pair-{word}") for word in ("request", "offer", "proof", "done"))
    assert isinstance(request, PairRequest)
    assert isinstance(offer, PairOffer)
    assert isinstance(said, PairProof)
    assert isinstance(done, PairDone)
    keys = {"idA": request.key.encode(), "idB": offer.key.encode()}
    viewer = SPAKE2_A(CODE, entropy_f=lambda count: b"\x01" * count, **keys)
    camera = SPAKE2_B(CODE, entropy_f=lambda count: b"\x02" * count, **keys)
    assert (viewer.start(), camera.start()) == (said.share, offer.share)
    key = viewer.finish(offer.share)
    assert key == camera.finish(said.share)
    for stated in (f"{viewer.xy_scalar:x}", f"{camera.xy_scalar:x}", key.hex()):
        assert f"`{stated}`" in protocol_page.text()
    assert said.proof == proof(key, VIEWER, request, offer, said.share)
    assert done.proof == proof(key, CAMERA, request, offer, said.share)


def test_that_the_words_of_the_key_are_stated() -> None:
    offer = example("pair-offer")
    assert isinstance(offer, PairOffer)
    assert f"*{fingerprint(offer.key.encode())}*" in protocol_page.text()
    assert f"The key `{offer.key}` is" in protocol_page.text()


def test_that_all_rights_and_reasons_are_described() -> None:
    assert [row[0] for row in protocol_page.table("Rights")] == list(Rights)
    assert all(f"`{reason}`" in BODIES["pair-refusal"] for reason in messages.REASONS)


def test_that_every_key_of_the_record_is_described() -> None:
    announced = Announced("c7", "porch", (1, 1), "watchword-camera", "k" * 40, 5601)
    assert [row[0] for row in protocol_page.table("Being found")] == list(announced.as_text())


@pytest.mark.parametrize(
    "sentence", [f"after {LASTS_SECONDS / 60:g} minutes", f"{messages.MESSAGE_BYTES:,} bytes", "three wrong proofs"]
)
def test_that_every_limit_is_stated(sentence: str) -> None:
    assert sentence in protocol_page.text()
    assert MOST_TRIES == 3
