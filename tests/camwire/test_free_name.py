"""Names that nobody has yet."""

from camwire.free_name import first_free


def test_that_a_free_name_stays_as_it_is() -> None:
    assert first_free("porch", lambda name: False) == "porch"


def test_that_the_first_free_number_is_put_behind_it() -> None:
    taken = {"porch", "porch (2)", "porch (4)"}
    assert first_free("porch", taken.__contains__) == "porch (3)"


def test_that_the_number_is_put_as_the_caller_says() -> None:
    assert first_free("kept.broken", {"kept.broken"}.__contains__, "{name}-{number}") == "kept.broken-2"


def test_that_braces_in_a_name_are_nothing_but_braces() -> None:
    assert first_free("{0} {x}", {"{0} {x}"}.__contains__) == "{0} {x} (2)"
