"""How much of a thread's time one kind of work may take."""

from viewer.core.share import RESERVE_SECONDS, Share


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_that_work_within_its_share_goes_on_for_ever() -> None:
    clock = Clock()
    share = Share(0.25, clock)
    for _ in range(1000):
        assert not share.is_spent
        share.spend(0.002)
        clock.now += 0.010


def test_that_work_beyond_its_share_is_told_and_may_go_on_later() -> None:
    clock = Clock()
    share = Share(0.25, clock)
    share.spend(RESERVE_SECONDS + 0.1)
    assert share.is_spent
    clock.now += 0.3
    assert share.is_spent
    clock.now += 0.2
    assert not share.is_spent


def test_that_a_pause_saves_up_no_more_than_a_burst() -> None:
    clock = Clock()
    share = Share(0.25, clock)
    clock.now += 3600
    assert not share.is_spent
    share.spend(RESERVE_SECONDS + 0.001)
    assert share.is_spent
