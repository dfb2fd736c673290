"""The camera's book-keeping of frames under way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import limits
from camwire.credit import CreditWindow


def test_that_there_is_no_credit_before_the_first_grant() -> None:
    assert not CreditWindow().has_credit


def test_that_credit_ends_with_the_window() -> None:
    credit = CreditWindow()
    credit.taken(0, window=2)
    credit.sent(1)
    assert credit.has_credit
    credit.sent(2)
    assert not credit.has_credit


def test_that_taking_a_later_frame_takes_the_earlier_ones() -> None:
    credit = CreditWindow()
    credit.taken(0, window=3)
    for sequence in (1, 2, 5):
        credit.sent(sequence)
    credit.taken(4, window=3)
    assert credit.under_way == 1


def test_that_the_same_grant_twice_counts_once() -> None:
    credit = CreditWindow()
    credit.taken(0, window=1)
    credit.sent(1)
    credit.sent(2)
    credit.taken(1, window=1)
    credit.taken(1, window=1)
    assert credit.under_way == 1


def test_that_taking_what_was_never_sent_takes_nothing() -> None:
    credit = CreditWindow()
    credit.taken(7, window=2)
    for sequence in (1, 2):
        assert credit.has_credit
        credit.sent(sequence)
        credit.taken(sequence + 1, window=2)
    assert not credit.has_credit
    credit.taken(2, window=2)
    assert credit.under_way == 0


def test_that_a_smaller_window_waits_for_the_frames_under_way() -> None:
    credit = CreditWindow()
    credit.taken(0, window=2)
    credit.sent(1)
    credit.sent(2)
    credit.taken(1, window=1)
    assert not credit.has_credit
    credit.taken(2, window=1)
    assert credit.has_credit


def test_that_a_window_of_zero_stops_the_stream() -> None:
    credit = CreditWindow()
    credit.taken(0, window=2)
    credit.taken(0, window=0)
    assert not credit.has_credit


def test_that_no_viewer_gets_more_than_the_limit() -> None:
    credit = CreditWindow()
    credit.taken(0, window=10_000)
    for sequence in range(1, limits.CREDIT_FRAMES + 1):
        credit.sent(sequence)
    assert not credit.has_credit


@settings(deadline=None, max_examples=100)
@given(grants=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30))
def test_that_frames_under_way_never_exceed_the_largest_window_granted(grants: list[tuple[int, int]]) -> None:
    credit, largest = CreditWindow(), 0
    for sequence, (taken, window) in enumerate(grants, start=1):
        credit.taken(taken, window)
        largest = max(largest, window)
        if credit.has_credit:
            credit.sent(sequence)
        assert credit.under_way <= min(largest, limits.CREDIT_FRAMES)
