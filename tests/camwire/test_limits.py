"""Limits that must fit each other."""

from camwire import limits
from camwire.commands import COMMANDS_BYTES
from camwire.controls import TABLE_BYTES, TEXT_CHARACTERS, ControlRow, announced
from camwire.messages import (
    CameraHello,
    Chat,
    ControlAnswer,
    ControlState,
    FileOffer,
    Health,
    Progress,
    Refusal,
    Stream,
    decode,
    encode,
)

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
    assert len(parts[0]) < limits.HEADER_BYTES - COMMANDS_BYTES - TABLE_BYTES


def test_that_the_longest_line_fits_into_a_header() -> None:
    word = WIDEST * limits.ID_CHARACTERS
    file = FileOffer(word, WIDEST * limits.FILE_NAME_CHARACTERS, limits.FILE_BYTES, "f" * 64)
    text = WIDEST * limits.TEXT_CHARACTERS
    parts = encode(Chat(2**62, word, text, 2**62, word, 2**62, word, word, 2**62, file))
    assert decode(parts) is not None
    assert len(parts[0]) < limits.HEADER_BYTES


def test_that_the_longest_refusal_fits_into_a_header() -> None:
    parts = encode(Refusal(reason=WIDEST * limits.ID_CHARACTERS, text=WIDEST * limits.REASON_CHARACTERS))
    assert decode(parts) is not None


def test_that_the_longest_word_on_progress_fits_into_a_header() -> None:
    word = WIDEST * limits.ID_CHARACTERS
    assert decode(encode(Progress(2**62, word, 1.0, WIDEST * limits.REASON_CHARACTERS))) is not None


def test_that_the_longest_word_on_controls_fits_into_a_header() -> None:
    text, sentence = WIDEST * TEXT_CHARACTERS, WIDEST * limits.REASON_CHARACTERS
    names = [f"{number:{WIDEST}>{TEXT_CHARACTERS}}" for number in range(limits.CONTROLS)]
    rows = announced([ControlRow(name, "choice", choices=(text,), fixed=sentence) for name in names])
    state = ControlState(values=dict.fromkeys(names, text), controls=rows, text=sentence)
    assert decode(encode(state)) == state
    assert decode(encode(ControlAnswer(2**62, text, text, sentence))) is not None


def test_that_the_longest_word_on_health_fits_into_a_header() -> None:
    sentence = WIDEST * limits.REASON_CHARACTERS
    facts = {f"{number:0>{limits.ID_CHARACTERS}}": WIDEST * TEXT_CHARACTERS for number in range(limits.FACTS)}
    health = Health(WIDEST * limits.ID_CHARACTERS, sentence, sentence, facts)
    assert decode(encode(health)) == health


def test_that_one_part_of_a_line_never_has_to_wait_for_more_room_than_there_is() -> None:
    assert limits.BYTES_UNDER_WAY <= limits.MESSAGE_BYTES <= limits.UNRECEIPTED_BYTES


def test_that_a_chunk_of_a_file_is_small_beside_what_lines_may_have_under_way() -> None:
    assert 16 * limits.FILE_CHUNK_BYTES < limits.BYTES_UNDER_WAY


def test_that_a_header_fits_into_a_message() -> None:
    assert limits.HEADER_BYTES < limits.MESSAGE_BYTES
