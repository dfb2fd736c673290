"""The code that a person carries from the camera to the viewer, and keys in words."""

import contextlib

import pytest
import zmq
from hypothesis import given
from hypothesis import strategies as st

from camwire.errors import UsageError
from camwire.pairing.code import MOST_TYPED, POSSIBLE, Code
from camwire.pairing.fingerprint import fingerprint
from camwire.pairing.spelling import KNOWN_BY, WORDS, number_of, spelled


@pytest.mark.parametrize(
    "typed",
    [
        "4821-river-candle",
        "  4821 RIVER candle\n",
        "4821-rive-cand",
        "4821.river,candle",
        "4821_river—candle",
        "„4821 river candle“",
    ],
)
def test_that_it_is_read_as_people_type_it(typed: str) -> None:
    assert Code.read(typed) == Code("4821", ("river", "candle"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "four digits and two words"),
        ("4821", "four digits and two words"),
        ("4821-river", "four digits and two words"),
        ("4821-river-candle-camel", "four digits and two words"),
        ("482-river-candle", "four digits and two words"),
        ("48211-river-candle", "four digits and two words"),
        ("٤٨٢١-river-candle", "four digits and two words"),
        ("river-4821-candle", "four digits and two words"),
        ("4821-river-candel", "Is it “candle”?"),
        ("4821-riv-candle", "“riv” is none of the words"),
        ("4821-riverside-candle", "“riverside” is none of the words"),
        ("4821-xyzzy-candle", "Look at the camera's code again"),
    ],
)
def test_that_a_slip_is_told_before_a_try_is_spent(typed: str, why: str) -> None:
    with pytest.raises(UsageError, match=why.replace("?", r"\?")):
        Code.read(typed)


@given(st.text())
def test_that_anything_typed_is_a_code_or_a_sentence(typed: str) -> None:
    with contextlib.suppress(UsageError):
        code = Code.read(typed)
        assert Code.read(str(code)) == code


def test_that_a_long_text_is_not_gone_through() -> None:
    with pytest.raises(UsageError):
        Code.read(" " * MOST_TYPED + "4821-river-candle")


def test_that_new_ones_are_read_as_they_are_shown_and_never_alike() -> None:
    codes = {str(Code.new()) for _ in range(2000)}
    # Of 655 million, 2000 are all different but once in 300 times; two alike are still no fault.
    assert len(codes) >= 1998
    assert all(str(Code.read(each)) == each for each in codes)
    assert POSSIBLE == 655_360_000


def test_that_each_word_stands_for_one_byte_and_is_known_by_its_beginning() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert spelled(bytes(range(256))) == WORDS
    assert [number_of(word) for word in WORDS] == list(range(256))
    assert [number_of(word[:KNOWN_BY].upper()) for word in WORDS] == list(range(256))


def test_that_no_two_words_differ_in_one_letter() -> None:
    by_length: dict[int, list[str]] = {}
    for word in WORDS:
        by_length.setdefault(len(word), []).append(word)
    for words in by_length.values():
        for number, word in enumerate(words):
            for other in words[:number]:
                assert sum(a != b for a, b in zip(word, other, strict=True)) > 1, (word, other)


def test_that_a_key_is_always_the_same_eight_words() -> None:
    # What people have written down must hold in later versions, too.
    assert fingerprint(b"0" * 40) == "pickle alarm clock pony bamboo pyramid glacier jacket"
    key = b"rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
    assert fingerprint(key) == "dune clock mitten garden helmet pebble boulder navy"


def test_that_keys_have_different_words() -> None:
    keys = [zmq.curve_keypair()[0] for _ in range(200)]
    assert len({fingerprint(key) for key in keys}) == 200
