"""A camera that is not there is looked for at once, and then seldom."""

from sender.picamera.search import SECONDS, SOON, Search


def test_that_the_first_tries_look_and_the_later_ones_seldom() -> None:
    search = Search()
    assert all(search.is_due(now) for now in range(SOON))
    later = [now for now in range(SOON, SOON + 300) if search.is_due(now)]
    assert len(later) == 300 // SECONDS


def test_that_one_that_was_there_is_looked_for_at_once() -> None:
    search = Search()
    looked = [search.is_due(0.0) for _ in range(SOON + 1)]
    assert looked[-1] is False
    search.succeeded()
    assert search.is_due(0.0)
