"""For which shape of picture a wall is arranged."""

import pytest

from viewer.core.wall.typical_aspect import USUAL_ASPECT, TypicalAspect


def test_that_a_wall_without_pictures_is_arranged_for_the_usual_shape() -> None:
    assert TypicalAspect().measure([(0, 0), (640, 0)]) == USUAL_ASPECT


def test_that_the_shape_of_most_pictures_counts() -> None:
    sizes = [(640, 480), (1920, 1080), (1280, 720), (0, 0)]
    assert TypicalAspect().measure(sizes) == pytest.approx(16 / 9)


def test_that_whole_pixels_do_not_move_the_tiles() -> None:
    aspect = TypicalAspect()
    before = aspect.measure([(1920, 1080)])
    assert aspect.measure([(321, 180)]) == before
    assert aspect.measure([(317, 180)]) == before
