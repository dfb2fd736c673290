"""Layouts as values, with names, and as files."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.errors import UsageError
from viewer.core.settings import GroupSettings
from viewer.core.wall import layout_file
from viewer.core.wall.groups import Groups
from viewer.core.wall.layout import LAYOUT_CHARACTERS, SPANS, Hotspot, Layout, larger, smaller
from viewer.core.wall.layouts import MOST_LAYOUTS, Layouts
from viewer.core.wall.undo import MOST_STEPS, Step, Undo

FULL = Layout(
    name="Entrance",
    order=("a", "b", "c"),
    spans={"b": (2, 2)},
    row_weights=(0.25, 0.75),
    column_weights={"3": (0.5, 0.25, 0.25)},
    hotspot=Hotspot.SPEAKING,
    per_page=9,
    turns=True,
    turn_seconds=30,
    only=("a", "b"),
    group="doors",
)
some_keys = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=2)


@given(some_keys, st.data())
def test_that_changing_places_twice_changes_nothing(keys: list[str], data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
    spans = data.draw(st.dictionaries(st.sampled_from(keys), st.sampled_from(SPANS[1:])))
    layout = Layout(order=tuple(keys), spans=spans)
    once = layout.swapped(one, other)
    assert [once.span(key) for key in once.order] == [layout.span(key) for key in layout.order]
    assert once.swapped(one, other) == layout


@given(some_keys, st.data())
def test_that_no_camera_is_lost_when_one_goes_to_another_place(keys: list[str], data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
    moved = Layout(order=tuple(keys)).moved_before(one, other).order
    assert sorted(moved) == sorted(keys)
    assert one == other or moved.index(one) + 1 == moved.index(other)


def test_that_a_camera_that_is_not_shown_takes_the_place_of_one_that_is() -> None:
    taken = Layout(order=("a", "b", "c"), only=("a", "b"), spans={"b": (2, 2)}).swapped("b", "c")
    assert (taken.order, taken.only, taken.spans) == (("a", "c", "b"), ("a", "c"), {"c": (2, 2)})


def test_that_who_is_shown_stays_so_when_two_of_them_change_places() -> None:
    assert Layout(order=("a", "b", "c"), only=("a", "b")).swapped("a", "b").only == ("a", "b")


def test_that_the_cameras_of_another_wall_take_the_places_one_after_the_other() -> None:
    taken = FULL.taking(["x", "b", "y", "z"])
    assert (taken.order, taken.only, taken.spans) == (("x", "b", "y"), ("x", "b"), {"b": (2, 2)})


def test_that_nothing_is_left_of_a_camera_without_a_place() -> None:
    without = FULL.without("b")
    assert (without.order, without.only, without.spans) == (("a", "c"), ("a",), {})


@pytest.mark.parametrize(
    ("aspect", "sizes"),
    [
        (1.0, [(1, 1), (2, 2), (3, 3)]),
        (2.0, [(1, 1), (2, 1), (2, 2), (3, 3)]),
        (0.5, [(1, 1), (1, 2), (2, 2), (3, 3)]),
    ],
)
def test_that_a_place_grows_and_shrinks_by_the_shape_of_its_picture(
    aspect: float, sizes: list[tuple[int, int]]
) -> None:
    grown = [sizes[0]]
    while larger(grown[-1], aspect) != grown[-1]:
        grown.append(larger(grown[-1], aspect))
    assert grown == sizes
    assert [smaller(size, aspect) for size in reversed(sizes)] == [*reversed(sizes[:-1]), (1, 1)]


@given(st.sampled_from(SPANS), st.floats(0.1, 10))
def test_that_every_size_can_be_changed_until_it_is_the_least_or_the_most(span: tuple[int, int], aspect: float) -> None:
    least = most = span
    for _ in SPANS:
        least, most = smaller(least, aspect), larger(most, aspect)
    assert (least, most) == ((1, 1), (3, 3))


# With names


def test_that_a_layout_is_kept_under_its_name_and_replaced_by_the_next_of_that_name() -> None:
    layouts = Layouts([])
    layouts.save(Layout(order=("a",)), "  Night \n watch ")
    layouts.save(Layout(order=("b",)), "night watch")
    assert [(each.name, each.order) for each in layouts] == [("night watch", ("b",))]


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "A layout needs a name"), ("\u202e\n", "A layout needs a name"), ("x" * (LAYOUT_CHARACTERS + 1), "too long")],
)
def test_that_a_name_that_cannot_be_is_refused(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        Layouts([]).save(Layout(), name)
    with pytest.raises(UsageError, match=words.replace("A layout", "A group")):
        Groups([]).put("a", [name])


def test_that_two_layouts_never_get_one_name() -> None:
    layouts = Layouts([])
    one, _ = layouts.save(Layout(), "one"), layouts.save(Layout(), "two")
    with pytest.raises(UsageError, match="called two already"):
        layouts.rename(one, "Two")
    assert layouts.rename(one, "ONE").name == "ONE"
    assert layouts.free_name("two") == "two 2"


def test_that_there_is_an_end_to_layouts() -> None:
    layouts = Layouts([Layout(name=str(number)) for number in range(MOST_LAYOUTS)])
    with pytest.raises(UsageError, match="Remove one"):
        layouts.save(Layout(), "one more")


def test_that_layouts_are_gone_through_in_their_order_and_the_wall_without_one_is_among_them() -> None:
    layouts = Layouts([Layout(name="one"), Layout(name="two")])
    layouts.move(layouts[1], -1)

    def name(layout: Layout | None) -> str:
        return "" if layout is None else layout.name

    assert [name(layouts.beside(each, 1)) for each in ("", "two", "one")] == ["two", "one", ""]
    assert [name(layouts.beside(each, -1)) for each in ("", "one", "two")] == ["one", "two", ""]
    assert name(layouts.beside("removed meanwhile", 1)) == "two"


# As a file


def test_that_a_layout_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "Tür.watchword-layout"
    path.write_bytes(layout_file.written(FULL, lambda key: "Porch" if key == "a" else ""))
    read = layout_file.read(path)
    assert read.layout == FULL
    assert read.cameras == {"a": "Porch"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "does not say"),
        (b"[wall]\n", "does not say"),
        (b"x = \n", "line 1"),
        (b"\xff\xfe", "no layout"),
        (b'format = "watchword-layout"\nversion = 2\n[layout]\n', "version 2"),
        (b'format = "watchword-layout"\nversion = "new"\n[layout]\n', "version new"),
        (b'format = "watchword-layout"\nversion = 1\n', "layout"),
        (b'format = "watchword-layout"\nversion = 1\n[layout.spans]\na = [9, 9]\n', r"\$\.layout\.spans"),
        (b'format = "watchword-layout"\nversion = 1\n[layout]\nhotspot = "hot"\n', r"\$\.layout\.hotspot"),
        (b'format = "watchword-layout"\nversion = 1\n[layout]\nrow_weights = [nan]\n', r"row_weights"),
        (b"a = " + b"[" * 5000, "no layout"),
        (b"#" * (layout_file.MOST_BYTES + 1), "too large"),
    ],
)
def test_that_a_wrong_file_is_explained(tmp_path: Path, text: bytes, words: str) -> None:
    path = tmp_path / "wrong.watchword-layout"
    path.write_bytes(text)
    with pytest.raises(UsageError, match=words):
        layout_file.read(path)


def test_that_a_camera_that_a_file_names_twice_has_one_place(tmp_path: Path) -> None:
    path = tmp_path / "twice.watchword-layout"
    text = 'format = "watchword-layout"\nversion = 1\n[layout]\nname = "Entrance"\norder = ["a", "a", "b", "a"]\n'
    path.write_text(text, "utf-8")
    assert layout_file.read(path).layout.order == ("a", "b")


def test_that_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, words in ((pipe, "no file"), (tmp_path, "no file"), (tmp_path / "none", "Is it there")):
        with pytest.raises(UsageError, match=words):
            layout_file.read(path)


@given(st.binary(max_size=300))
def test_that_any_file_is_a_layout_or_refused(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.watchword-layout"
    path.write_bytes(b'format = "watchword-layout"\nversion = 1\n[layout]\n' + text)
    with suppress(UsageError):
        assert isinstance(layout_file.read(path).layout, Layout)


# Groups


def test_that_a_camera_is_in_the_groups_it_was_put_in() -> None:
    kept: list[GroupSettings] = []
    groups = Groups(kept)
    groups.put("a", ["Doors", "outside"])
    groups.put("b", ["doors"])
    assert groups.names == ["Doors", "outside"]
    assert groups.members() == {"Doors": ["a", "b"], "outside": ["a"]}
    groups.put("a", ["inside"])
    assert groups.of("a") == ["inside"]
    assert groups.members() == {"Doors": ["b"], "inside": ["a"]}, "a group without cameras is none"


# Undo


def test_that_steps_are_undone_from_the_last_and_done_again_from_the_first() -> None:
    undo, told = Undo(), list[str]()
    for name in "abc":
        undo.keep(Step(lambda name=name: told.append(f"-{name}"), lambda name=name: told.append(f"+{name}")))
    undo.undo(), undo.undo(), undo.redo()
    assert told == ["-c", "-b", "+b"]
    undo.keep(Step(lambda: told.append("-d"), lambda: told.append("+d")))
    assert not undo.can_redo
    undo.redo()
    undo.undo()
    assert told[3:] == ["-d"]


def test_that_the_steps_of_a_wall_that_is_gone_are_forgotten_in_both_directions() -> None:
    undo, told, walls = Undo(), list[str](), ([], [])
    for name, wall in zip("abcd", walls * 2, strict=True):
        undo.keep(Step(lambda name=name: told.append(f"-{name}"), lambda name=name: told.append(f"+{name}"), (wall,)))
    undo.undo(), undo.undo()
    undo.forget(walls[0])
    undo.redo(), undo.redo(), undo.undo(), undo.undo(), undo.undo()
    assert told == ["-d", "-c", "+d", "-d", "-b"]


def test_that_the_oldest_steps_are_forgotten() -> None:
    undo, told = Undo(), list[int]()
    for number in range(MOST_STEPS + 5):
        undo.keep(Step(lambda number=number: told.append(number), lambda: None))
    while undo.can_undo:
        undo.undo()
    assert told == list(range(MOST_STEPS + 4, 4, -1))
