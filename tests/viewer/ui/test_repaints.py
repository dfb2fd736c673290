"""Which picture is painted when."""

from viewer.ui.wall.repaints import BUDGET_SECONDS, ROUND_SECONDS, Schedule

BEGIN = 5.0
SOON = BEGIN + ROUND_SECONDS / 2


def schedule(cost: float = 0.0, *names: str) -> Schedule[str]:
    """A round has just begun, and these, which had a turn in it, wait for the next one."""
    made: Schedule[str] = Schedule()
    for name in ("first", *dict.fromkeys(names)):
        assert made.ask(name, BEGIN)
    for _ in range(100):
        made.painted(cost)
    for name in names:
        assert not made.ask(name, SOON)
    return made


def test_that_a_picture_after_a_pause_is_painted_at_once() -> None:
    made = schedule()
    assert made.ask("a", 2 * BEGIN)
    assert made.pause(2 * BEGIN) is None


def test_that_the_pictures_of_all_cameras_are_painted_the_moment_they_are_here() -> None:
    made = schedule(0.0001)
    assert all(made.ask(name, SOON) for name in "abc")


def test_that_a_camera_faster_than_the_screen_is_painted_once_in_a_round() -> None:
    made = schedule(0.0001)
    assert made.ask("fast", SOON)
    assert not made.ask("fast", SOON)
    assert made.round(BEGIN + ROUND_SECONDS) == ["fast"]
    assert not made.ask("fast", BEGIN + 1.5 * ROUND_SECONDS)


def test_that_no_more_is_painted_at_once_than_there_is_time_for() -> None:
    made = schedule(BUDGET_SECONDS / 4)
    assert [made.ask(name, 2 * BEGIN) for name in "abcdef"] == [True, True, True, True, False, False]
    assert made.round(2 * BEGIN + ROUND_SECONDS) == list("ef")


def test_that_what_had_a_turn_is_painted_together_in_the_next_round() -> None:
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


def test_that_slow_painting_never_happens_while_the_loop_reads() -> None:
    made = schedule(0.030)
    assert not made.ask("a", 2 * BEGIN)
    assert made.pause(2 * BEGIN) == 0.0
    assert made.round(2 * BEGIN) == ["a"]


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
