"""What a camera is told of the place where its picture is shown."""

import pytest

from camwire.messages import Want
from viewer.core.pictures.wanting import Place, Wanting


def told(width: int = 400, height: int = 300) -> Wanting:
    """A camera that knows a place."""
    wanting = Wanting()
    wanting.put(Place(width, height), is_moving=False)
    wanting.anew()
    return wanting


def drag(wanting: Wanting, *widths: int) -> list[Want]:
    """The place moves, always 4:3; return what was told on the way."""
    wants = []
    for width in widths:
        wanting.put(Place(width, width * 3 // 4), is_moving=True)
        if (want := wanting.news()) is not None:
            wants.append(want)
    return wants


def rest(wanting: Wanting, width: int, height: int) -> Want | None:
    wanting.put(Place(width, height), is_moving=False)
    return wanting.news()


def test_that_without_a_place_the_full_size_is_wanted() -> None:
    assert Wanting().anew() == Want()


def test_that_what_is_known_is_not_told_again() -> None:
    wanting = told()
    assert rest(wanting, 400, 300) is None
    assert rest(wanting, 401, 300) == Want(width=401, height=300)
    assert wanting.news() is None


def test_that_a_place_that_shrinks_is_told_when_it_rests() -> None:
    wanting = told()
    assert drag(wanting, *range(390, 100, -10)) == []
    assert rest(wanting, 110, 82) == Want(width=110, height=82)


def test_that_a_place_that_grows_far_is_told_on_the_way_a_few_times() -> None:
    wanting = told()
    wants = drag(wanting, *range(400, 1600, 5))
    assert [want.width for want in wants] == [605, 910, 1370]
    assert rest(wanting, 1600, 1200) == Want(width=1600, height=1200)


def test_that_a_drag_that_returns_says_nothing() -> None:
    wanting = told()
    assert drag(wanting, 450, 500, 450, 400) == []
    assert rest(wanting, 400, 300) is None


def test_that_full_size_is_told_at_once_and_the_way_back_when_it_rests() -> None:
    wanting = told()
    wanting.put(None, is_moving=True)
    assert wanting.news() == Want()
    assert drag(wanting, 1600, 900, 400) == []
    assert rest(wanting, 400, 300) == Want(width=400, height=300)


def test_that_a_hidden_picture_is_paused_wherever_it_moves() -> None:
    wanting = told()
    wanting.is_shown = False
    assert wanting.news() == Want(paused=True)
    assert drag(wanting, 1000, 2000) == []
    assert rest(wanting, 2000, 1500) is None
    wanting.is_shown = True
    assert wanting.news() == Want(width=2000, height=1500)


def test_that_who_gets_the_pictures_as_they_come_gets_them_in_full_size() -> None:
    wanting = told()
    wanting.takers = 1
    assert wanting.news() == Want(codec="jpeg")
    wanting.is_shown = False
    assert wanting.news() is None
    wanting.takers = 0
    assert wanting.news() == Want(paused=True)


def test_that_a_camera_that_knows_nothing_is_told_where_the_place_is_now() -> None:
    wanting = told()
    drag(wanting, 390, 200)
    assert wanting.anew() == Want(width=200, height=150)
    assert wanting.news() is None


def test_that_a_limit_is_told_with_every_size_and_not_while_paused() -> None:
    wanting = told()
    wanting.limit = 125_000
    assert wanting.news() == Want(width=400, height=300, bytes_per_second=125_000)
    assert rest(wanting, 200, 150) == Want(width=200, height=150, bytes_per_second=125_000)
    wanting.is_shown = False
    assert wanting.news() == Want(paused=True)
    wanting.limit = 60_000
    assert wanting.news() is None


@pytest.mark.parametrize(("size", "sent"), [((0, 0), (1, 1)), ((70_000, 3), (65_535, 3))])
def test_that_a_place_without_pixels_is_not_taken_for_no_wish_and_no_place_is_too_large(
    size: tuple[int, int], sent: tuple[int, int]
) -> None:
    assert rest(told(), *size) == Want(width=sent[0], height=sent[1])


def test_that_a_recording_goes_on_in_its_codec_unless_each_picture_must_stand_alone() -> None:
    wanting = told()
    wanting.recorders, wanting.codec = 1, "h264"
    assert wanting.news() == Want(width=400, height=300, codec="h264")
    wanting.full_size_recorders = 1
    assert wanting.news() == Want(codec="h264")
    wanting.takers = 1
    assert wanting.news() == Want(codec="jpeg")


def test_that_a_recording_takes_any_codec_and_the_size_that_it_wants() -> None:
    wanting = told()
    wanting.recorders = 1
    assert wanting.news() is None
    wanting.full_size_recorders = 1
    assert wanting.news() == Want()
    wanting.is_shown = False
    assert wanting.news() is None
    wanting.full_size_recorders = 0
    assert wanting.news() == Want(width=400, height=300)
    wanting.recorders = 0
    assert wanting.news() == Want(paused=True)
