"""What one peer may send."""

from camwire import limits
from camwire.excess import Excess
from camwire.intake import PATIENCE_SECONDS, Intake
from camwire.repeats import MOST_REMEMBERED, Repeats


def test_that_some_messages_may_come_at_once_and_then_so_many_a_second() -> None:
    intake = Intake(is_curve=False, now=0.0)
    assert all(intake.take([10], 0.0) == (0.0, None) for _ in range(limits.MESSAGES_AT_ONCE))
    seconds, excess = intake.take([10], 0.0)
    assert (round(seconds * limits.MESSAGES_PER_SECOND), excess) == (1, Excess.MESSAGES)
    assert intake.take([10], 1.0) == (0.0, None)


def test_that_a_camera_of_8k_is_never_slowed_down_and_a_flood_of_pictures_is() -> None:
    picture = 15 * 1024 * 1024
    camera, flood = Intake(is_curve=True, now=0.0), Intake(is_curve=True, now=0.0)
    assert all(camera.take([200, picture], number / 15) == (0.0, None) for number in range(150))
    assert [flood.take([200, picture], 0.0)[1] for _ in range(20)][-1] is Excess.BYTES


def test_that_patience_ends_only_with_who_never_becomes_slower() -> None:
    intake = Intake(is_curve=False, now=0.0)
    assert not intake.slowed(0.5, 0.0)
    # For a long time it was no slower than it may.
    assert not intake.slowed(0.5, PATIENCE_SECONDS + 5)
    seen = [intake.slowed(0.5, PATIENCE_SECONDS + 5 + number / 2) for number in range(1, 80)]
    assert seen.index(True) == PATIENCE_SECONDS * 2
    assert all(seen[seen.index(True) :])


def test_that_the_same_is_said_again_after_a_while_and_that_not_all_is_remembered() -> None:
    repeats = Repeats(60.0)
    assert [repeats.is_new("a", now) for now in (0.0, 59.0, 60.0, 61.0)] == [True, False, True, False]
    for number in range(2 * MOST_REMEMBERED):
        assert repeats.is_new(number, 61.0)
    assert len(repeats._said) == MOST_REMEMBERED
