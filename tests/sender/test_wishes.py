"""What viewers would have set, and whose turn it is."""

from typing import cast

from camwire import limits
from camwire.messages import ControlChange
from camwire.viewer_peer import ViewerPeer
from sender.controls.wishes import Wishes


class Seat:
    """A viewer as far as wishes go."""


def viewer() -> ViewerPeer:
    return cast(ViewerPeer, Seat())


def change(number: int, name: str) -> ControlChange:
    return ControlChange(number=number, name=name, value=True)


def numbers(wishes: Wishes) -> list[int]:
    found = []
    while wishes:
        found.append(wishes.next()[1].number)
    return found


def test_that_viewers_take_turns() -> None:
    wishes, greedy, modest = Wishes(), viewer(), viewer()
    for number in range(4):
        wishes.add(greedy, change(number, f"light {number}"))
    wishes.add(modest, change(10, "light"))
    wishes.add(modest, change(11, "zoom"))
    assert numbers(wishes) == [0, 10, 1, 11, 2, 3]


def test_that_the_newest_of_a_control_waits_behind_what_was_asked_since() -> None:
    wishes, desk = Wishes(), viewer()
    for number, name in enumerate(("exposure", "exposure_auto", " Exposure")):
        wishes.add(desk, change(number, name))
    assert numbers(wishes) == [1, 2]


def test_that_one_viewer_has_as_many_as_there_can_be_controls() -> None:
    wishes, desk = Wishes(), viewer()
    assert all(wishes.add(desk, change(number, f"light {number}")) for number in range(limits.CONTROLS))
    assert not wishes.add(desk, change(1000, "one more"))
    assert wishes.add(desk, change(1001, "light 0"))
    assert wishes.add(viewer(), change(1002, "one more"))
