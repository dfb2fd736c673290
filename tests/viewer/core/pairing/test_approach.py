"""By which key a camera is called, and what it means that it cannot be reached so."""

from camwire.link import Connection
from viewer.core.calls.approach import Approach, Meaning

UP, OTHER, STRANGER = Connection.UP, Connection.OTHER_SECURITY, Connection.STRANGER
UNKNOWN, NOBODY = Connection.UNKNOWN_KEY, Connection.NOBODY


def approach(known: str = "", *candidates: str) -> Approach:
    return Approach(known, lambda: candidates)


def test_that_a_camera_without_a_key_is_called_plainly() -> None:
    call = approach()
    assert call.key == ""
    assert call.heard(UP) is Meaning.ORDINARY
    assert (call.known, call.key) == ("", "")


def test_that_one_that_encrypts_and_has_none_of_our_keys_is_unpaired() -> None:
    call = approach("", "a", "b")
    assert call.heard(OTHER) is Meaning.AGAIN
    assert call.key == "a"
    assert call.heard(STRANGER) is Meaning.AGAIN
    assert call.key == "b"
    assert call.heard(STRANGER) is Meaning.AGAIN
    assert call.key not in ("a", "b", "")
    assert call.heard(STRANGER) is Meaning.UNPAIRED
    assert (call.known, call.key) == ("", "")


def test_that_a_program_that_only_looks_like_one_that_encrypts_is_a_stranger() -> None:
    call = approach()
    assert call.heard(OTHER) is Meaning.AGAIN
    assert call.heard(OTHER) is Meaning.ORDINARY
    assert call.key == ""


def test_that_the_key_of_another_camera_there_is_taken_when_it_is_proved() -> None:
    call = approach("", "a", "b")
    call.heard(OTHER)
    call.heard(STRANGER)
    assert call.heard(UP) is Meaning.ORDINARY
    assert (call.known, call.key) == ("b", "b")


def test_that_who_has_the_key_and_does_not_know_us_is_told_apart_from_who_has_not() -> None:
    for call in (approach("a"), approach("", "a")):
        if not call.key:
            call.heard(OTHER)
        assert call.heard(UNKNOWN) is Meaning.FORGOTTEN
        assert call.known == "a"


def test_that_who_does_not_encrypt_is_never_taken_for_a_camera_that_has_a_key() -> None:
    call = approach("a")
    assert call.heard(OTHER) is Meaning.UNENCRYPTED
    assert call.key == "a"
    call.heard(STRANGER)
    assert call.key == "", "it is only looked at"
    assert call.heard(UP) is Meaning.UNENCRYPTED
    assert call.key == "a"


def test_that_another_key_is_an_alarm_when_it_was_seen_twice() -> None:
    call = approach("a")
    assert call.heard(STRANGER) is Meaning.AGAIN
    assert call.key == ""
    assert call.heard(OTHER) is Meaning.AGAIN
    assert call.key == "a"
    assert call.heard(STRANGER) is Meaning.CHANGED
    assert call.known == "a"


def test_that_a_camera_that_was_just_starting_is_no_alarm() -> None:
    call = approach("a")
    call.heard(STRANGER)
    call.heard(OTHER)
    assert call.heard(UP) is Meaning.ORDINARY
    call.heard(STRANGER)
    assert call.heard(NOBODY) is Meaning.ORDINARY
    assert call.key == "a"


def test_that_an_alarm_lasts_when_who_answers_hangs_up_like_a_stranger() -> None:
    call = approach("key")
    for change in (STRANGER, OTHER):
        assert call.heard(change) is Meaning.AGAIN
    assert call.heard(STRANGER) is Meaning.CHANGED
    assert call.heard(STRANGER) is Meaning.AGAIN
    assert call.heard(STRANGER) is Meaning.CHANGED
    assert call.key == "key"
    assert call.heard(UP) is Meaning.ORDINARY
    assert call.heard(STRANGER) is Meaning.AGAIN
    assert call.heard(STRANGER) is Meaning.ORDINARY


def test_that_no_key_is_tried_on_who_only_hangs_up() -> None:
    call = approach("", "a", "b")
    assert call.heard(STRANGER) is Meaning.ORDINARY
    assert call.key == ""
