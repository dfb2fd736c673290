"""Order, boundaries, pages and neighbours of a wall, in pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from viewer.core.settings import WallSettings
from viewer.core.wall.arrangement import Arrangement, Boundary
from viewer.core.wall.grid import Rect
from viewer.core.wall.layout import SPANS, Hotspot, Layout

GAP = 6
keys = st.integers(0, 30).map(lambda count: [f"c{number}" for number in range(count)])


def arranged(layout: Layout, *keys: str, hot: str = "", size: tuple[int, int] = (812, 612)) -> Arrangement:
    arrangement = Arrangement(WallSettings(layout=layout), GAP, lambda: {"doors": ["b", "d"]})
    arrangement.fit(keys, *size, 4 / 3, hot)
    return arrangement


@pytest.fixture
def four() -> Arrangement:
    return arranged(Layout(), "a", "b", "c", "d")


def spots(arrangement: Arrangement) -> list[Rect]:
    return list(arrangement.places().values())


def test_that_new_cameras_come_last_and_stay_there(four: Arrangement) -> None:
    four.swap("a", "d")
    assert four.ordered(["a", "b", "c", "d", "e"]) == ["d", "b", "c", "a", "e"]


def test_that_an_absent_camera_keeps_its_place(four: Arrangement) -> None:
    assert four.ordered(["a", "c", "d"]) == ["a", "c", "d"]
    assert four.ordered(["a", "b", "c", "d"]) == ["a", "b", "c", "d"]


def test_that_a_forgotten_camera_leaves_nothing_behind(four: Arrangement) -> None:
    four.settings.chats.append("b")
    four.settings.maximised = "b"
    four.settings.unnamed = Layout(order=("b", "a"), spans={"b": (2, 2)})
    four.forget("b")
    assert (four.layout.order, four.settings.chats, four.settings.maximised) == (("a", "c", "d"), [], "")
    assert four.settings.unnamed == Layout(order=("a",))


def test_that_places_are_in_reading_order() -> None:
    three = arranged(Layout(), "a", "b", "c", size=(514, 390))
    assert three.places() == {"a": Rect(6, 6, 248, 186), "b": Rect(260, 6, 248, 186), "c": Rect(6, 198, 502, 186)}


def test_that_full_rows_share_their_column_boundaries(four: Arrangement) -> None:
    four.move(Boundary(False, 0, 2), 100, 0)
    first, second, third, fourth = spots(four)
    assert (first.x, first.width, second.x, second.width) == (third.x, third.width, fourth.x, fourth.width)
    assert first.width > second.width


def test_that_boundaries_are_where_the_gaps_are(four: Arrangement) -> None:
    first, second, third, _ = spots(four)
    assert four.boundary_at(first.x + first.width + 2, first.y + 50) == Boundary(False, 0, 2)
    assert four.boundary_at(third.x + third.width + 2, third.y + 50) == Boundary(False, 0, 2)
    assert four.boundary_at(first.x + 50, first.y + first.height + 2) == Boundary(True, 0)
    assert four.boundary_at(second.x + 50, second.y + 50) is None


def test_that_no_gap_within_a_larger_tile_can_be_dragged() -> None:
    arrangement = arranged(Layout(spans={"a": (2, 2)}), *"abcdef", size=(1812, 1362))
    large, beside = arrangement.places()["a"], arrangement.places()["b"]
    assert all(
        arrangement.boundary_at(x, y) is None
        for x in range(large.x, large.x + large.width, 3)
        for y in range(large.y, large.y + large.height, 3)
    )
    assert arrangement.boundary_at(large.x + large.width + 2, large.y + 5) == Boundary(False, 1, 3)
    assert arrangement.boundary_at(beside.x + 5, beside.y + beside.height + 2) == Boundary(True, 0)
    before = large.width, beside.width
    arrangement.move(Boundary(False, 1, 3), 90, 0)
    after = arrangement.places()
    assert after["a"].width == pytest.approx(before[0] + 90, abs=2)
    assert after["b"].width == pytest.approx(before[1] - 90, abs=2)


def test_that_moving_a_boundary_follows_the_pointer(four: Arrangement) -> None:
    before = spots(four)
    four.move(Boundary(False, 0, 2), 100, 0)
    after = spots(four)
    assert after[0].width == pytest.approx(before[0].width + 100, abs=1)
    assert after[2].width == after[0].width


def test_that_evening_out_undoes_every_move(four: Arrangement) -> None:
    before = spots(four)
    for boundary in (Boundary(False, 0, 2), Boundary(True, 0)):
        four.move(boundary, 80, 80)
        four.even_out(boundary)
    assert spots(four) == before


def test_that_neighbours_lie_where_one_looks(four: Arrangement) -> None:
    assert [four.beside("a", 1, 0), four.beside("a", 0, 1)] == ["b", "c"]
    assert [four.beside("d", -1, 0), four.beside("d", 0, -1)] == ["c", "b"]
    assert four.beside("a", -1, 0) is None


def test_that_the_row_below_is_reached_from_every_tile_of_an_uneven_wall() -> None:
    arrangement = arranged(Layout(), *"abcde", size=(1200, 800))
    top = spots(arrangement)[0].y
    upper = [key for key, spot in arrangement.places().items() if spot.y == top]
    assert all(arrangement.beside(key, 0, 1) is not None for key in upper)


@given(keys, st.data())
def test_that_every_tile_is_reached_by_arrows(keys: list[str], data: st.DataObject) -> None:
    spans = data.draw(st.dictionaries(st.sampled_from(keys or [""]), st.sampled_from(SPANS), max_size=4))
    arrangement = arranged(Layout(spans=spans, per_page=256), *keys, size=(1600, 1000))
    reached, found = set(keys[:1]), list(keys[:1])
    while found:
        here = found.pop()
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = arrangement.beside(here, across, down)
            if there is not None and there not in reached:
                reached.add(there)
                found.append(there)
    assert reached == set(keys)


@given(keys, st.data(), st.integers(60, 3000), st.integers(60, 3000), st.integers(0, 12), st.sampled_from(Hotspot))
def test_that_on_all_pages_every_camera_has_one_place_inside_the_wall_and_none_overlap(
    keys: list[str], data: st.DataObject, width: int, height: int, per_page: int, hotspot: Hotspot
) -> None:
    one = st.sampled_from(keys or [""])
    spans = data.draw(st.dictionaries(one, st.sampled_from(SPANS), max_size=6))
    layout = Layout(spans=spans, per_page=per_page, hotspot=hotspot)
    arrangement = arranged(layout, *keys, hot=data.draw(one), size=(width, height))
    seen: list[str] = []
    for page in range(arrangement.page_count):
        arrangement.settings.page = page
        arrangement.fit(keys, width, height, 4 / 3)
        assert arrangement.page == page
        seen += arrangement.places()
        places = spots(arrangement)
        assert all(_is_inside(each, width, height) for each in places)
        assert not any(_overlap(one, other) for one in places for other in places if one is not other)
    assert seen == keys


def test_that_a_page_which_is_not_there_any_more_is_the_last_one() -> None:
    settings = WallSettings(layout=Layout(per_page=4), page=3)
    arrangement = Arrangement(settings, GAP)
    arrangement.fit("abcdef", 800, 600, 4 / 3)
    assert (arrangement.page, arrangement.page_count, list(arrangement.places())) == (1, 2, ["e", "f"])
    assert settings.page == 3, "cameras that are still to come bring it back"


def test_that_only_the_cameras_of_the_group_are_shown() -> None:
    assert list(arranged(Layout(group="doors"), *"abcd").places()) == ["b", "d"]
    assert list(arranged(Layout(only=("c", "d")), *"abcd").places()) == ["c", "d"]
    assert list(arranged(Layout(only=("c", "d"), group="doors"), *"abcd").places()) == ["d"]
    assert list(arranged(Layout(group="gone"), *"abcd").places()) == []


def test_that_the_hot_camera_has_the_largest_place_and_all_others_keep_theirs() -> None:
    layout = Layout(spans={"a": (2, 2)}, hotspot=Hotspot.SELECTED)
    cold, hot = arranged(layout, *"abcdef"), arranged(layout, *"abcdef", hot="d")
    before, after = cold.places(), hot.places()
    assert after["d"] == before["a"]
    assert after["a"] == before["d"]
    assert all(after[key] == before[key] for key in "bcef")
    assert hot.layout == cold.layout
    assert hot.beside("d", 1, 0) == cold.beside("d", 1, 0), "arrows start from its own place"


def test_that_a_hot_camera_of_another_page_is_shown_on_this_one() -> None:
    layout = Layout(spans={"a": (2, 2)}, hotspot=Hotspot.SPEAKING, per_page=3)
    arrangement = arranged(layout, *"abcdef", hot="e")
    assert list(arrangement.places()) == ["e", "b", "c"]
    arrangement.settings.page = 1
    arrangement.fit("abcdef", 812, 612, 4 / 3, "e")
    assert sorted(arrangement.places()) == ["d", "e", "f"]


def test_that_who_changes_places_takes_the_larger_place_over() -> None:
    arrangement = arranged(Layout(spans={"b": (2, 2)}), *"abcdef")
    before = arrangement.places()
    arrangement.swap("b", "e")
    arrangement.fit("abcdef", 812, 612, 4 / 3)
    assert arrangement.places()["e"] == before["b"]
    assert spots(arrangement) == list(before.values())
    assert arrangement.layout == replace(arrangement.layout, spans={"e": (2, 2)})


def _is_inside(spot: Rect, width: int, height: int) -> bool:
    fits = spot.x + spot.width <= max(width, 2 * GAP + 1) and spot.y + spot.height <= max(height, 2 * GAP + 1)
    # Where there is no room at all, tiles are empty, and the gaps reach beyond.
    return (fits or not spot.width or not spot.height) and spot.x >= 0 <= spot.y


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
