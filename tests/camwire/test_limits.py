"""Limits that must fit each other."""

from camwire import limits
from camwire.messages import CameraHello, Chat, Refusal, Stream, decode, encode

WIDEST = "\U0001f3a5"


def test_that_a_hello_with_every_field_at_its_cap_fits_into_a_header() -> None:
    word = WIDEST * limits.ID_CHARACTERS
    hello = CameraHello(
        protocol=(1, 2**31),
        id=word,
        name=WIDEST * limits.NAME_CHARACTERS,
        software=word,
        source=WIDEST * limits.REASON_CHARACTERS,
        streams=[Stream(width=65_535, height=65_535, codecs=[word] * 16)] * 16,
        log=word,
        first=2**62,
        heard_log=word,
        heard=2**62,
    )
    parts = encode(hello)
    assert decode(parts) == hello
    assert len(parts[0]) < limits.HEADER_BYTES // 2


def test_that_the_longest_line_fits_into_a_header() -> None:
    parts = encode(
        Chat(number=2**62, log=WIDEST * limits.ID_CHARACTERS, text=WIDEST * limits.TEXT_CHARACTERS, time_ns=2**62)
    )
    assert decode(parts) is not None
    assert len(parts[0]) < limits.HEADER_BYTES


def test_that_the_longest_refusal_fits_into_a_header() -> None:
    parts = encode(Refusal(reason=WIDEST * limits.ID_CHARACTERS, text=WIDEST * limits.REASON_CHARACTERS))
    assert decode(parts) is not None


def test_that_a_header_fits_into_a_message() -> None:
    assert limits.HEADER_BYTES < limits.MESSAGE_BYTES
