"""Order, boundaries and neighbours of a wall, in pixels."""

import pytest

from viewer.core.settings import WallSettings
from viewer.core.wall.arrangement import Arrangement, Boundary, neighbour

GAP = 6


@pytest.fixture
def four() -> Arrangement:
    arrangement = Arrangement(WallSettings(), GAP)
    arrangement.ordered(["a", "b", "c", "d"])
    arrangement.fit(4, 812, 612, 4 / 3)
    return arrangement


def test_that_new_cameras_come_last_and_stay_there(four: Arrangement) -> None:
    four.swap("a", "d")
    assert four.ordered(["a", "b", "c", "d", "e"]) == ["d", "b", "c", "a", "e"]


def test_that_an_absent_camera_keeps_its_place(four: Arrangement) -> None:
    assert four.ordered(["a", "c", "d"]) == ["a", "c", "d"]
    assert four.ordered(["a", "b", "c", "d"]) == ["a", "b", "c", "d"]


def test_that_a_forgotten_camera_leaves_nothing_behind(four: Arrangement) -> None:
    four.settings.chats.append("b")
    four.settings.maximised = "b"
    four.forget("b")
    assert (four.settings.order, four.settings.chats, four.settings.maximised) == (["a", "c", "d"], [], "")


def test_that_boundaries_are_where_the_gaps_are(four: Arrangement) -> None:
    first, second, third, _ = four.places()
    assert four.boundary_at(first.x + first.width + 2, first.y + 50) == Boundary(False, 0, 2)
    assert four.boundary_at(third.x + third.width + 2, third.y + 50) == Boundary(False, 0, 2)
    assert four.boundary_at(first.x + 50, first.y + first.height + 2) == Boundary(True, 0)
    assert four.boundary_at(second.x + 50, second.y + 50) is None


def test_that_moving_a_boundary_follows_the_pointer(four: Arrangement) -> None:
    before = four.places()
    four.move(Boundary(False, 0, 2), 100, 0)
    after = four.places()
    assert after[0].width == pytest.approx(before[0].width + 100, abs=1)
    assert after[2].width == after[0].width


def test_that_evening_out_undoes_every_move(four: Arrangement) -> None:
    before = four.places()
    for boundary in (Boundary(False, 0, 2), Boundary(True, 0)):
        four.move(boundary, 80, 80)
        four.even_out(boundary)
    assert four.places() == before


def test_that_neighbours_lie_where_one_looks(four: Arrangement) -> None:
    spots = four.places()
    assert [neighbour(spots, 0, 1, 0), neighbour(spots, 0, 0, 1)] == [1, 2]
    assert [neighbour(spots, 3, -1, 0), neighbour(spots, 3, 0, -1)] == [2, 1]
    assert neighbour(spots, 0, -1, 0) is None


def test_that_the_row_below_is_reached_from_every_tile_of_an_uneven_wall() -> None:
    arrangement = Arrangement(WallSettings(), GAP)
    arrangement.fit(5, 1200, 800, 4 / 3)
    spots = arrangement.places()
    upper = [index for index, spot in enumerate(spots) if spot.y == spots[0].y]
    assert all(neighbour(spots, index, 0, 1) is not None for index in upper)
