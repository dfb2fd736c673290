"""Sentences before anybody translates, and by somebody who does."""

from collections.abc import Iterator

import pytest

from camwire import translation
from camwire.translation import as_written, figure, phrase, tr, translate_by

FRENCH = {"Offline since {since}": "Hors ligne depuis {since}", "{rate:,.1f} a second": "{rate:,.1f} par seconde"}


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = translation._lookup, translation._signs
    translate_by(None)
    yield
    translation._lookup, translation._signs = before


def test_that_texts_stay_as_they_are_written_until_somebody_translates() -> None:
    assert tr("Offline since {since}", since="10:42") == "Offline since 10:42"


def test_that_the_one_in_charge_is_asked_for_every_text_and_told_the_number() -> None:
    asked = []

    def look_up(text: str, number: int) -> str:
        asked.append((text, number))
        return "%n Nachrichten" if number >= 0 else text

    translate_by(look_up)
    assert tr("%n messages", 3) == "3 Nachrichten"
    assert tr("Send") == "Send"
    assert asked == [("%n messages", 3), ("Send", -1)]


def test_that_what_a_camera_wrote_is_never_read_for_braces() -> None:
    assert tr("{camera} says: {text}", camera="{text}", text="{0} %n") == "{text} says: {0} %n"


def test_that_numbers_are_written_as_the_language_does() -> None:
    translate_by(lambda text, number: FRENCH.get(text, text), point=",", group=".")
    assert tr("{rate:,.1f} a second", rate=1234.5) == "1.234,5 par seconde"
    assert tr("%n bytes", 12_345) == "12.345 bytes"
    assert figure(0.25, ".2f") == "0,25"


def test_that_a_number_without_a_form_is_a_name_such_as_a_port() -> None:
    translate_by(lambda text, number: text, point=",", group=".")
    assert tr("Port {port}", port=5600) == "Port 5600"


def test_that_a_marked_text_is_the_same_text() -> None:
    assert phrase("The camera is away.") == "The camera is away."


def test_that_what_another_program_says_is_compared_in_english() -> None:
    translate_by(lambda text, number: "anders", point=",")
    assert as_written("{name} goes up to {most}.", name="gain", most=2.5) == "gain goes up to 2.5."
