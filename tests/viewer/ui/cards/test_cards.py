"""Which card a content gets, and what holds for all of them."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from uuid import UUID

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from camwire.values import decode, encode
from tests.viewer.ui.cards.conftest import ORIGIN, Build, painted
from tests.viewer.ui.cards.samples import FAILED, THEIRS, jpeg, pixels, samples, wave
from viewer.ui.cards import Card, Foot, Ground, Offer, spoken
from viewer.ui.cards.actions import Cancel
from viewer.ui.cards.content import Content, Failure, File, FileState, Text, Value
from viewer.ui.cards.picture import PictureCard
from viewer.ui.cards.plot import PlotCard
from viewer.ui.cards.scalar import ScalarCard
from viewer.ui.cards.table import TableCard
from viewer.ui.cards.text import TextCard
from viewer.ui.cards.tree import TreeCard
from viewer.ui.look import style

# What it takes on a machine of its own is a fifth of it or less.
BUILD_S, PAINT_S = 0.025, 0.02


def nested(levels: int) -> list[object]:
    value: list[object] = []
    for _ in range(levels):
        value = [value, *range(7)]
    return value


def hostile() -> Iterator[tuple[str, Callable[[], Content], Ground]]:
    """Made where they are used: the collector of garbage would go over all of them after each test."""
    yield "keys", lambda: Value({f"k{n}": n for n in range(100_000)}), THEIRS
    yield "nested keys", lambda: Value({f"k{n}": [n, {}] for n in range(50_000)}), THEIRS
    yield "one line", lambda: Text("a" * 65_536), THEIRS
    yield "links", lambda: Text("http://a.b/ " * 5_461), THEIRS
    yield "stacked", lambda: Text("Z" + "\u0301" * 65_000), THEIRS
    yield "empty lines", lambda: Text("\n" * 60_000), THEIRS
    yield "controls", lambda: Value({"\0\x1b[31m\u202e": "\u202e\r\n\a" * 1000, "more": [[]] * 9}), THEIRS
    yield "half characters", lambda: Text("\ud800 \udfff https://a.b/\ud800"), THEIRS
    yield "deep", lambda: Value(nested(32)), THEIRS
    yield "numbers", lambda: Value([float(n) for n in range(100_000)]), THEIRS
    yield "all but one a number", lambda: Value([*range(99_999), "x"]), THEIRS
    yield "many columns", lambda: Value([{f"c{n}": n for n in range(1_000)} for _ in range(100)]), THEIRS
    yield "long cells", lambda: Value([{f"c{n}": "w" * 1_500 for n in range(10)} for _ in range(60)]), THEIRS
    yield "dicts and not", lambda: Value([{"a": 1}] * 51 + ["b"]), THEIRS
    yield "digits", lambda: Value(10**5_000), THEIRS
    yield "many digits", lambda: Value([10**400] * 10), THEIRS
    yield "not numbers", lambda: Value(np.full(100_000, np.nan)), THEIRS
    yield "infinite", lambda: Value([float("inf"), float("-inf"), 1e308, -1e308, 0.0, 1.0, 2.0, 3.0]), THEIRS
    yield "half floats", lambda: Value(np.zeros(2_000_000, np.float16)), THEIRS
    yield "many values", lambda: Value(np.random.default_rng(1).random(1_000_000)), THEIRS
    yield "wide array", lambda: Value(np.zeros((4, 100_000))), THEIRS
    yield "fields", lambda: Value(np.zeros(5, [(f"f{n}", "f8") for n in range(900)])), THEIRS
    yield "empty array", lambda: Value(np.zeros((0, 5))), THEIRS
    yield "texts", lambda: Value(np.array([["a\0b", "\u202e"], ["c", "d" * 900]])), THEIRS
    yield "moments", lambda: Value(np.array(["2026-03-12", "NaT"], "datetime64[s]")), THEIRS
    yield "complex", lambda: Value(np.array([1 + 2j] * 20)), THEIRS
    yield "bytes", lambda: Value(bytes(5_000_000)), THEIRS
    yield "thin picture", lambda: Value(np.zeros((16, 20_000, 3), np.uint8)), THEIRS
    yield "file name", lambda: File("\u202egpj.exe\0" + "n" * 190, 0, FileState.UNDER_WAY, text="r" * 2_000), THEIRS
    yield "failure", lambda: Failure("a" * 60_000, "b" * 60_000), FAILED
    yield "anything", lambda: Value(object()), THEIRS
    yield "empty", lambda: Text(""), THEIRS
    yield "empty dict", lambda: Value({}), THEIRS
    yield "zone", lambda: Value(np.datetime64("2026-03-12")), THEIRS


def each() -> Iterator[tuple[str, Content, Ground]]:
    """All of them, one at a time."""
    yield from samples()
    yield from ((name, make(), ground) for name, make, ground in hostile())


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("words", TextCard),
        (5, ScalarCard),
        (None, ScalarCard),
        (b"abc", ScalarCard),
        (np.float32(2), ScalarCard),
        ([1, 2, 3], ScalarCard),
        ({"a": 1}, TableCard),
        ([{"a": 1}, {"b": 2}], TableCard),
        (np.eye(4), TableCard),
        (np.zeros((16, 16), np.float32), TableCard),
        (np.zeros((2, 3, 4, 5)), TableCard),
        (np.arange(4), TableCard),
        ({"a": {"b": [1]}}, TreeCard),
        ([[1, [2]], 3], TreeCard),
        (wave(), PlotCard),
        (np.arange(9) > 4, PlotCard),
        ([1, 2, 3, 4, 5, 6, 7, 8], PlotCard),
        (jpeg(64, 48), PictureCard),
        (pixels(64, 48), PictureCard),
        (pixels(64, 48)[..., 0], PictureCard),
    ],
)
def test_that_a_value_gets_the_card_that_suits_it(build: Build, value: object, kind: type[Card]) -> None:
    assert type(build(Value(value))) is kind


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (wave(), PlotCard, "120 values, from 14.131 to 25.884, the last 18.203"),
        (pixels(64, 48), PictureCard, "Picture, 64 by 48"),
        (jpeg(64, 48), PictureCard, "Picture, 64 by 48"),
        (np.float32(0.5), ScalarCard, "0.5"),
        (np.array([(1, 2.5)], [("n", ">i4"), ("x", "f8")]), TableCard, "Table, 1 row, with n, x"),
        ({"a": np.eye(3), "b": (1, None)}, TreeCard, "{a: array 3 × 3 float64, b: (1, None)}"),
        ([{"a": UUID(int=1), "b": Decimal("1.50")}], TableCard, "Table, 1 row, with a, b"),
        (10**30, ScalarCard, "1,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_that_what_came_over_the_wire_gets_the_same_card(
    build: Build, value: object, kind: type[Card], said: str
) -> None:
    came = Value(decode(encode(value)))
    assert type(build(came)) is kind
    assert spoken(came) == said


def fits(card: Card, width: float) -> bool:
    """Whether nothing is painted beside the card, and the card is no wider than it may be."""
    image = painted(card, 400, 900)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(900, 400)
    y, x = np.nonzero(pixels != card.tone.fill.rgb())
    area = QRectF(ORIGIN, card.size).adjusted(-2, -2, 2, 2)
    is_inside = not x.size or area.contains(QRectF(x.min(), y.min(), np.ptp(x), np.ptp(y)))
    return bool(card.size.width() <= width + 1 and is_inside)


@pytest.mark.parametrize("width", [150, 330])
def test_that_nothing_is_painted_beside_a_card(build: Build, width: int) -> None:
    assert [name for name, content, ground in each() if not fits(build(content, width, ground), width)] == []


def seconds(deed: Callable[[], object]) -> float:
    """How much of the processor it takes, the second time."""
    deed()
    begin = time.process_time()
    deed()
    return time.process_time() - begin


def test_that_every_card_is_built_before_one_notices(build: Build) -> None:
    took = {name: seconds(lambda: build(content, 330, ground)) for name, content, ground in each()}  # noqa: B023
    assert {name: time for name, time in took.items() if time > BUILD_S} == {}


def test_that_every_card_is_painted_before_one_notices(build: Build) -> None:
    took = {}
    image = QImage(400, 900, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for name, content, ground in each():
            card = build(content, 330, ground)
            took[name] = seconds(lambda: card.paint(painter, ORIGIN))  # noqa: B023
    assert {name: time for name, time in took.items() if time > PAINT_S} == {}


def test_that_every_content_is_said_in_a_few_words() -> None:
    said = {name: spoken(content) for name, content, _ in each()}
    assert [name for name, words in said.items() if len(words) > 700 or set("\n\0\u202e\x1b") & set(words)] == []
    assert [name for name, words in said.items() if not words] == ["empty"]


def test_that_a_card_built_anew_looks_the_same(build: Build) -> None:
    folds = {(): 40, (0,): 20}
    for name, content, ground in each():
        one, other = build(content, 300, ground, folds), build(content, 300, ground, folds)
        assert one.size == other.size, name
        assert [offer.text for offer in one.offers] == [offer.text for offer in other.offers], name


def test_that_the_words_a_value_came_with_stand_above_it(build: Build) -> None:
    plain, titled = build(Value({"a": 1})), build(Value({"a": 1}, "The settings"))
    assert titled.size.height() > plain.size.height()


def test_that_a_card_shows_the_theme_in_force(build: Build, theme: style.Theme) -> None:
    card = build(Text("words"))
    assert card.tone.fill.name() == theme.theirs
    assert painted(card).pixelColor(1, 1).name() == theme.theirs


def test_that_the_foot_is_clicked_where_it_says_so(build: Build) -> None:
    card = build(File("a.zip", 2_000_000, FileState.UNDER_WAY, 1_000_000, 100))
    foot = Foot([Offer("11:02"), *card.foot], 300)
    assert foot.hit(QPointF(foot.width - 4, 8)) == Cancel()
    assert foot.hit(QPointF(4, 8)) is None
    narrow = Foot([Offer("11:02"), *card.foot], 50)
    assert narrow.hit(QPointF(narrow.width - 4, 8)) == Cancel()
