"""How long a source may be silent before somebody is told."""

from sender.pictures.rates import NANO
from sender.pipeline.silence import Silence


def heard(silence: Silence, *seconds: float, silent_until: float = 0) -> Silence:
    """It has been opened at 0, and pictures came at `seconds`."""
    silence.begin(0)
    for each in seconds:
        silence.end(round(each * NANO), round(silent_until * NANO))
    return silence


def is_too_long(silence: Silence, seconds: float, silent_until: float = 0) -> bool:
    return silence.is_too_long(round(seconds * NANO), round(silent_until * NANO))


def test_that_nothing_is_expected_of_a_source_that_is_not_open_yet() -> None:
    assert not is_too_long(Silence(), 1000)


def test_that_a_source_without_a_first_picture_hangs_after_ten_seconds() -> None:
    silence = heard(Silence())
    assert not is_too_long(silence, 9.9)
    assert is_too_long(silence, 10.1)


def test_that_a_source_that_gave_pictures_hangs_ten_seconds_after_the_last() -> None:
    silence = heard(Silence(), *(each / 30 for each in range(60)))
    assert not is_too_long(silence, 11.5)
    assert is_too_long(silence, 12.1)


def test_that_a_slow_source_is_known_by_its_last_pictures() -> None:
    slow = heard(Silence(), 60, 120)
    assert not is_too_long(slow, 299)
    assert is_too_long(slow, 301)
    # That it once hung does not make it slow for ever.
    recovered = heard(slow, *(300 + each / 30 for each in range(9)))
    assert is_too_long(recovered, 311)


def test_that_a_source_that_waits_on_purpose_does_not_hang() -> None:
    silence = heard(Silence(), 1)
    assert not is_too_long(silence, 69, silent_until=60)
    assert is_too_long(silence, 71, silent_until=60)
    # Nor does the wait make it slow.
    silence.end(60 * NANO, 60 * NANO)
    assert is_too_long(silence, 71)


def test_that_a_source_that_was_opened_anew_has_its_time() -> None:
    silence = heard(Silence(), 1)
    silence.begin(100 * NANO)
    assert not is_too_long(silence, 109)
