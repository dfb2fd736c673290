"""What others wrote, in a terminal and in a log."""

import io
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.printable import PrintableFormatter, alike, is_printable, is_seen, printable, printable_lines

STEERING = ["\x1b[31m", "\r", "\x00", "\x7f", "\x85", "\u2028", "\u2029", "\x0b", "\x1c", "\ud800", "\u202e", "\u2066"]


@pytest.mark.parametrize("text", STEERING)
def test_that_what_steers_a_terminal_or_ends_a_line_is_shown_as_a_sign(text: str) -> None:
    assert not is_printable(text)
    assert printable(f"a{text}b") == f"a\ufffd{text[1:]}b"


@pytest.mark.parametrize("text", ["", "porch 2", "Türe, 門", "👨\u200d👩\u200d👧", "عربي", "a\u00a0b"])
def test_that_what_people_write_stays(text: str) -> None:
    assert is_printable(text)
    assert printable(text) == text


@given(st.text())
def test_that_what_was_made_printable_is_one_line(text: str) -> None:
    shown = printable(text)
    assert is_printable(shown)
    assert len(shown.splitlines()) <= 1
    assert printable_lines(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("text", ["", " ", "\u200b\u200d", "\u3164", "\u2800 ", "\ufe0f"])
def test_that_what_is_drawn_as_nothing_is_not_seen(text: str) -> None:
    assert not is_seen(text)


@pytest.mark.parametrize("text", ["a", "1", "門", "👩", "é", "-"])
def test_that_letters_and_signs_are_seen(text: str) -> None:
    assert is_seen(text)


@given(st.text(), st.text())
def test_that_no_text_passes_for_a_record_of_the_log(message: str, cause: str) -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PrintableFormatter("%(levelname)s %(message)s"))
    log = logging.Logger("test")
    log.addHandler(handler)
    try:
        raise ValueError(cause)
    except ValueError:
        log.exception("%s", message)
    lines = written.getvalue().removesuffix("\n").split("\n")
    assert all(map(is_printable, lines))
    assert [line for line in lines if re.match(r"\S", line)] == [lines[0]]
    assert lines[0].startswith("ERROR ")


@pytest.mark.parametrize("between", ["\u200b", "\u2060", "\u00ad", "\u200f", "\ufe0f", "\u034f", "\U000e0041"])
def test_that_what_looks_the_same_is_alike(between: str) -> None:
    assert alike(f"Anna's{between} LAPTOP") == alike("Anna's\u00a0laptop ")
    assert alike("Anna's laptop") != alike("Anna's laptop 2")
    assert alike("Äpfel") != alike("Apfel")
