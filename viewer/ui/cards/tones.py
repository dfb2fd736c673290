"""The colours and faces of what is written on a bubble, readable on whatever colour the bubble has."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF

from viewer.ui.look import style

CONTRAST = 4.6
"""Above the 4.5 : 1 that reading takes, for what rounding takes away."""
MIXES = 20


class Ground(Enum):
    """Which bubble a card stands on."""

    MINE = "mine"
    THEIRS = "theirs"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Tone:
    """What is on a bubble, by its part. Each colour that text has is readable on `fill`."""

    fill: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    red: QColor
    rule: QColor
    hover: QColor


def tone(ground: Ground) -> Tone:
    """The colours on a bubble, in the theme that is in force."""
    return _tone(style.theme(), ground)


@cache
def _tone(theme: style.Theme, ground: Ground) -> Tone:
    fill, text = QColor(getattr(theme, ground.value)), QColor(theme.text)
    return Tone(
        fill=fill,
        text=text,
        quiet=_readable(QColor(theme.quiet), text, fill),
        accent=_readable(QColor(theme.accent), text, fill),
        red=_readable(QColor(theme.offline), text, fill),
        rule=mixed(fill, text, 0.14),
        hover=mixed(fill, text, 0.07),
    )


def contrast(one: QColor, other: QColor) -> float:
    """How well one colour is read on the other, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a share (0 to 1) of `other`."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _readable(colour: QColor, text: QColor, fill: QColor) -> QColor:
    """`colour`, with as little of the text's as makes it readable."""
    mixes = (mixed(colour, text, step / MIXES) for step in range(MIXES + 1))
    return next((each for each in mixes if contrast(each, fill) >= CONTRAST), text)


def _luminance(colour: QColor) -> float:
    parts: list[float] = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]  # type: ignore[index]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def face(pixels: int = style.BASE_PX, is_strong: bool = False) -> QFont:
    """The interface's face."""
    return style.font(pixels, is_strong)


def mono(pixels: int = 12) -> QFont:
    """The face of commands and bytes."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(max(style.SMALL_PX, pixels))
    return font


def metrics(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(font)
