"""How many lines a camera may put into its chat."""

from camwire.pace import BURST, PER_SECOND, Pace


def test_that_a_burst_goes_through_and_a_flood_does_not() -> None:
    pace = Pace()
    assert all(pace.allows(5.0) for _ in range(BURST))
    assert not pace.allows(5.0)


def test_that_one_more_may_go_after_a_while() -> None:
    pace = Pace()
    while pace.allows(0.0):
        pass
    assert not pace.allows(0.5 / PER_SECOND)
    assert pace.allows(1.1 / PER_SECOND)
    assert not pace.allows(1.2 / PER_SECOND)


def test_that_rest_saves_up_no_more_than_a_burst() -> None:
    pace = Pace()
    pace.allows(0.0)
    assert sum(pace.allows(1e6) for _ in range(3 * BURST)) == BURST
