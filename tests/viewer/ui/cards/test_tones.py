"""What is written can be read."""

import re
from pathlib import Path

import pytest

from tests.viewer.ui.cards.conftest import Build
from tests.viewer.ui.cards.samples import samples
from viewer.ui import cards
from viewer.ui.cards.card import Words
from viewer.ui.cards.tones import Ground, contrast, mono, tone
from viewer.ui.look import style


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("part", ["text", "quiet", "accent", "red"])
def test_that_every_colour_of_text_is_readable(theme: style.Theme, ground: Ground, part: str) -> None:
    assert contrast(getattr(tone(ground), part), tone(ground).fill) >= 4.5
    if part == "text":
        assert contrast(tone(ground).text, tone(ground).hover) >= 4.5
        assert contrast(tone(ground).text, tone(ground).rule) >= 4.5


def test_that_no_colour_is_named_but_in_style() -> None:
    for file in Path(cards.__file__).parent.glob("*.py"):
        assert not re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']", file.read_text(encoding="utf-8")), file.name


def test_that_nothing_is_smaller_than_eleven_pixels(build: Build) -> None:
    assert mono(5).pixelSize() == 11
    for _, content, ground in samples():
        card = build(content, 300, ground)
        lines = getattr(card, "_lines", None) or getattr(card, "_words", None) or []
        fonts = [each.font for each in lines] if isinstance(lines, list) else [lines.font]
        assert all(font.pixelSize() >= 11 for font in fonts)
        assert all(isinstance(each, Words) for each in lines) if isinstance(lines, list) else True
