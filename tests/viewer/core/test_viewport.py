"""Looking closer at a picture: where it stands then in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.pictures.viewport import MOST_ZOOM, WHOLE, Viewport

LENGTHS = st.floats(50, 4000)
SIZES = st.tuples(LENGTHS, LENGTHS)
SHARES = st.floats(0, 1)


def edges(viewport: Viewport, fitted: tuple[float, float], place: tuple[float, float]) -> list[tuple[float, float]]:
    """Where the picture begins and ends, across and down."""
    begins = [
        room / 2 - at * viewport.zoom * length for at, length, room in zip(viewport[1:], fitted, place, strict=True)
    ]
    return [(begin, begin + viewport.zoom * length) for begin, length in zip(begins, fitted, strict=True)]


def in_place(picture: tuple[float, float], place: tuple[float, float]) -> tuple[float, float]:
    """How large a picture is that just fits."""
    share = min(place[0] / picture[0], place[1] / picture[1])
    return picture[0] * share, picture[1] * share


@given(SIZES, SIZES, SHARES, SHARES, st.lists(st.floats(0.3, 4), min_size=1, max_size=5))
def test_that_a_picture_covers_its_place_or_stands_in_its_middle(
    picture: tuple[float, float], place: tuple[float, float], x: float, y: float, factors: list[float]
) -> None:
    fitted, viewport = in_place(picture, place), WHOLE
    for factor in factors:
        viewport = viewport.around((x * place[0], y * place[1]), viewport.zoom * factor, fitted, place)
        viewport = viewport.moved((x * 500 - 250, y * 500 - 250), fitted, place)
    assert 1 <= viewport.zoom <= MOST_ZOOM
    for (begin, end), room in zip(edges(viewport, fitted, place), place, strict=True):
        if end - begin > room:
            assert begin <= 1e-3
            assert end >= room - 1e-3
        else:
            assert begin == pytest.approx(room - end, abs=1e-3)


@given(SIZES, SHARES, SHARES, st.floats(1, MOST_ZOOM), st.floats(1, MOST_ZOOM))
def test_that_what_is_under_the_pointer_stays_there(
    place: tuple[float, float], x: float, y: float, before: float, after: float
) -> None:
    here = x * place[0], y * place[1]
    viewport = WHOLE.around(here, before, place, place)
    seen = viewport.seen(here, place, place)
    assert seen == pytest.approx((x, y))
    assert viewport.around(here, after, place, place).seen(here, place, place) == pytest.approx(seen)


def test_that_zooming_in_at_a_corner_shows_the_corner() -> None:
    viewport = WHOLE.around((0, 0), 4, (400, 300), (400, 300))
    assert viewport == Viewport(4, 0.125, 0.125)
    assert viewport.moved((50, 50), (400, 300), (400, 300)) == viewport
    assert viewport.moved((-160, 0), (400, 300), (400, 300)) == Viewport(4, 0.225, 0.125)


def test_that_zooming_has_its_bounds() -> None:
    assert WHOLE.around((1, 1), 0.2, (400, 300), (400, 300)) == WHOLE
    assert WHOLE.around((1, 1), 900, (400, 300), (400, 300)).zoom == MOST_ZOOM
