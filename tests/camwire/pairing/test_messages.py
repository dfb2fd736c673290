"""What is said while pairing, as bytes."""

import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.errors import WireError
from camwire.pairing.messages import (
    MESSAGE_BYTES,
    PairDone,
    PairingMessage,
    PairOffer,
    PairProof,
    PairRefusal,
    PairRequest,
    decode,
    encode,
)
from camwire.rights import Rights

KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
EACH: list[PairingMessage] = [
    PairRequest(1, "v1", "desk", KEY),
    PairOffer(1, "c7", "porch", KEY, b"B" * 33, Rights.TALK, 5600),
    PairProof(b"A" * 33, b"p" * 32),
    PairDone(b"p" * 32),
    PairRefusal("wrong-code", "The code is not right.", 2),
]
keys = st.just(KEY)
names = st.text(max_size=80)
ids = st.text(max_size=120)
any_message = st.one_of(
    st.builds(PairRequest, st.integers(-(2**63), 2**63 - 1), ids, names, keys),
    st.builds(
        PairOffer,
        st.integers(0, 9),
        ids,
        names,
        keys,
        st.binary(min_size=33, max_size=33),
        st.sampled_from(Rights),
        st.integers(0, 65_535),
    ),
    st.builds(PairProof, st.binary(min_size=33, max_size=33), st.binary(min_size=32, max_size=32)),
    st.builds(PairDone, st.binary(min_size=32, max_size=32)),
    st.builds(PairRefusal, ids, st.text(max_size=2000), st.integers(0, 100)),
)


@given(any_message)
def test_that_each_is_read_as_it_was_written(message: PairingMessage) -> None:
    assert decode(encode(message)) == message


@given(st.lists(st.binary(max_size=200), max_size=3))
def test_that_any_bytes_are_a_message_or_an_error(parts: list[bytes]) -> None:
    try:
        message = decode(parts)
    except WireError:
        return
    assert isinstance(message, PairingMessage)


@given(any_message, st.data())
def test_that_broken_bytes_are_a_message_or_an_error(message: PairingMessage, data: st.DataObject) -> None:
    whole = bytearray(bytes(encode(message)[0]))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for each in (bytes(whole), bytes(whole[:cut])):
        with contextlib.suppress(WireError):
            assert isinstance(decode([each]), PairingMessage)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (0, "key", KEY[:-1]),
        (0, "key", f"{KEY}\n"),
        (0, "key", "ä" * 40),
        (0, "name", "x" * 81),
        (0, "id", "x" * 121),
        (0, "version", "1"),
        (1, "share", b"B" * 32),
        (1, "rights", "everything"),
        (1, "port", 65_536),
        (1, "port", -1),
        (2, "proof", b"p" * 31),
        (2, "proof", "p" * 32),
        (3, "proof", None),
        (4, "tries", 101),
        (4, "text", "x" * 2001),
    ],
)
def test_that_what_is_beyond_its_limits_is_refused(kind: int, field: str, value: object) -> None:
    stated = {**msgspec.msgpack.decode(encode(EACH[kind])[0]), field: value}
    with pytest.raises(WireError, match="no message of a pairing"):
        decode([msgspec.msgpack.encode(stated)])


def test_that_all_of_it_is_in_one_small_part() -> None:
    request = encode(EACH[0])
    for parts in ([], [*request, b""], [bytes(request[0]) + b"\0" * MESSAGE_BYTES]):
        with pytest.raises(WireError):
            decode(parts)
    assert all(len(encode(each)[0]) < MESSAGE_BYTES for each in EACH)


def test_that_what_a_newer_version_adds_is_not_read() -> None:
    stated = {**msgspec.msgpack.decode(encode(EACH[0])[0]), "colour": "blue"}
    assert decode([msgspec.msgpack.encode(stated)]) == EACH[0]
