"""Which picture is painted when."""

from viewer.ui.repaints import OPEN_SECONDS, ROUND_SECONDS, Schedule

BEGIN = 5.0
SOON = BEGIN + 2 * OPEN_SECONDS


def schedule(cost: float = 0.0, *names: str) -> Schedule[str]:
    """A round has just begun, and these wait for the next one."""
    made: Schedule[str] = Schedule()
    for _ in range(100):
        made.painted(cost)
    assert made.ask("first", BEGIN)
    for name in names:
        assert not made.ask(name, SOON)
    return made


def test_that_a_picture_after_a_pause_is_painted_at_once() -> None:
    made = schedule()
    assert made.ask("a", 2 * BEGIN)
    assert made.pause(2 * BEGIN) is None


def test_that_what_is_ready_at_the_same_moment_is_painted_together() -> None:
    made = schedule(0.0001)
    assert all(made.ask(name, BEGIN + OPEN_SECONDS / 2) for name in "abc")


def test_that_what_comes_a_little_later_is_painted_together_in_the_next_round() -> None:
    made = schedule(0.0001, *"abcd")
    assert made.pause(SOON) == BEGIN + ROUND_SECONDS - SOON
    assert made.round(BEGIN + ROUND_SECONDS) == list("abcd")
    assert made.pause(BEGIN + ROUND_SECONDS) is None


def test_that_a_picture_that_is_replaced_before_its_turn_is_painted_once() -> None:
    made = schedule(0.0001, "a", "a", "a")
    assert made.round(6.0) == ["a"]


def test_that_nobody_passes_those_who_wait() -> None:
    made = schedule(0.0001, "a")
    assert not made.ask("b", 2 * BEGIN)
    assert made.round(2 * BEGIN) == ["a", "b"]


def test_that_slow_painting_leaves_the_loop_its_turn_after_each() -> None:
    made = schedule(0.030, *"abcd")
    assert len(made.round(6.0)) == 1
    assert made.pause(6.03) == 0.0


def test_that_slow_painting_leaves_the_loop_its_turn_also_within_a_moment() -> None:
    made = schedule(0.030)
    assert not made.ask("a", BEGIN + OPEN_SECONDS / 2)


def test_that_each_has_its_turn_where_not_all_can_be_painted() -> None:
    made, painted = schedule(0.030, *"abcd"), []
    for turn in range(8):
        painted += made.round(6 + turn * 0.030)
        for name in "dcba":
            made.ask(name, 6 + turn * 0.030)
    assert "".join(painted[:4]) == "abcd"
    assert {painted.count(name) for name in "abcd"} == {2}


def test_that_what_is_removed_is_not_painted() -> None:
    made = schedule(0.0001, *"ab")
    made.forget("a")
    made.forget("nobody")
    assert made.round(6.0) == ["b"]
