"""Words and the links in them."""

import pytest
from PySide6.QtCore import QPointF

from tests.viewer.ui.cards.conftest import Build, words
from viewer.ui.cards.actions import Fold, OpenLink
from viewer.ui.cards.content import Text
from viewer.ui.cards.links import links
from viewer.ui.cards.plain import plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://a.example/b?c=1#d.", ["https://a.example/b?c=1#d"]),
        ("(http://a.example/x_(y)), or", ["http://a.example/x_(y)"]),
        ("<http://a.example>", ["http://a.example"]),
        ("mailto:a@b.example!", ["mailto:a@b.example"]),
        ("HTTP://A.example", ["HTTP://A.example"]),
        ("http://[::1]:80/x", ["http://[::1]:80/x"]),
        ("javascript:alert(1) file:///etc/passwd ftp://a.b vbscript:x data:text/html,x", []),
        ("xhttp://a.example http:// https://?", []),
        ("https://bank.example@evil.example/", []),
        ("https://a.example/\ufffdgpj.exe", ["https://a.example/"]),
        ("https://a.example/שלום", ["https://a.example/"]),
        ("http://a.b/" + "x" * 3000, []),
    ],
)
def test_that_links_are_what_stands_there(text: str, found: list[str]) -> None:
    assert [url for _, url in links(text)] == found
    assert all(text[at:].startswith(url) for at, url in links(text))


def test_that_what_would_hide_or_reorder_text_is_seen() -> None:
    assert plain("a\0b\x1bc\u202ed\u2066e\u200bf") == "a�b�c�d�e�f"
    assert plain("one\r\ntwo\tthree") == "one\ntwo    three"
    assert plain("👩\u200d🔧 é e\u0301") == "👩\u200d🔧 é e\u0301"
    assert len(plain("Z" + "\u0301" * 1000)) == 5


def test_that_a_link_opens_where_it_stands(build: Build) -> None:
    card = build(Text("go to http://a.example now"))
    area, offer = card.spots[0]
    assert offer.action == OpenLink("http://a.example")
    assert card.hit(area.center()) == OpenLink("http://a.example")
    assert card.tip(area.center()) == "http://a.example"
    assert card.hit(QPointF(2, 5)) is None


def test_that_a_link_over_two_lines_is_one_link(build: Build) -> None:
    card = build(Text("http://a.example/" + "long" * 20), width=200)
    assert len(card.spots) > 1
    assert len(card.offers) == 1
    assert {offer.action for _, offer in card.spots} == {OpenLink("http://a.example/" + "long" * 20)}


def test_that_emoji_before_a_link_do_not_shift_it(build: Build) -> None:
    near, far = build(Text("x http://a.example")), build(Text("🐇🐇🐇 http://a.example"))
    assert far.spots[0][0].width() == pytest.approx(near.spots[0][0].width(), abs=2)


def test_that_long_text_is_folded_and_unfolds(build: Build) -> None:
    text = Text("word " * 1000)
    card = build(text)
    assert words(card) == ["Show all"]
    action = card.offers[0].action
    assert isinstance(action, Fold)
    whole = build(text, folds={action.path: action.shown})
    assert whole.size.height() > 3 * card.size.height()
    assert words(whole) == ["Show less"]
    assert whole.offers[0].action == Fold((), 0)


def test_that_the_longest_text_unfolds_by_and_by(build: Build) -> None:
    text, folds = Text("a" * 65_536), {}
    for _ in range(5):
        action = build(text, folds=folds).offers[0].action
        assert isinstance(action, Fold)
        folds[action.path] = action.shown
    assert words(build(text, folds=folds)) == ["Show less"]


def test_that_text_from_the_right_stands_at_the_right(build: Build) -> None:
    card = build(Text("שלום\nשלום שלום שלום"), width=300)
    assert card.size.width() < 200
    link = build(Text("שלום שלום http://a.example/b\nשלום"))
    assert all(area.left() >= 0 and area.right() <= link.size.width() + 1 for area, _ in link.spots)
