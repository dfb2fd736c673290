"""Which picture is painted when."""

from viewer.ui.repaints import ROUND_SECONDS, Schedule


def schedule(cost: float = 0.0, *names: str) -> Schedule[str]:
    made: Schedule[str] = Schedule()
    for _ in range(100):
        made.painted(cost)
    for name in names:
        made.ask(name)
    return made


def test_that_pictures_of_one_moment_are_painted_together() -> None:
    made = schedule(0.0001, *"abcd")
    assert made.round(0.01) == list("abcd")
    assert made.pause(0.01) is None


def test_that_a_picture_after_a_pause_is_painted_at_once() -> None:
    made = schedule()
    made.ask("a")
    assert made.pause(5.0) == 0.0


def test_that_rounds_do_not_follow_faster_than_a_screen_shows_them() -> None:
    made = schedule(0.0001, "a")
    made.round(1.0)
    made.ask("a")
    assert made.pause(1.001) == 1.0 + ROUND_SECONDS - 1.001


def test_that_a_picture_that_is_replaced_before_its_turn_is_painted_once() -> None:
    made = schedule(0.0001, "a", "a", "a")
    assert made.round(0.01) == ["a"]


def test_that_slow_painting_leaves_the_loop_its_turn_after_each() -> None:
    made = schedule(0.030, *"abcd")
    assert len(made.round(0.01)) == 1
    assert made.pause(0.04) == 0.0


def test_that_each_has_its_turn_where_not_all_can_be_painted() -> None:
    made, painted = schedule(0.030, *"abcd"), []
    for turn in range(8):
        painted += made.round(turn * 0.030)
        for name in "dcba":
            made.ask(name)
    assert "".join(painted[:4]) == "abcd"
    assert {painted.count(name) for name in "abcd"} == {2}


def test_that_what_is_removed_is_not_painted() -> None:
    made = schedule(0.0001, *"ab")
    made.forget("a")
    made.forget("nobody")
    assert made.round(0.01) == ["b"]
