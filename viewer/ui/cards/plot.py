"""Rows of numbers as a small plot."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from camwire.translation import tr
from viewer.ui.cards.card import Card, Place, Words, elided, pen, write
from viewer.ui.cards.content import Content, Value
from viewer.ui.cards.kinds import AnyArray, series_of
from viewer.ui.cards.plain import number, one_line, short
from viewer.ui.cards.series import Series, series
from viewer.ui.cards.tones import face, metrics
from viewer.ui.look import style

Floats = npt.NDArray[np.float64]

MOST_WIDTH = 320.0
HEIGHT = 56.0
TOP, PAD, LABELS = 20.0, 4.0, 20.0
THIN = 0.75
DOT = 1.6


class PlotCard(Card):
    """A curve from the first value to the last; what is no number is a gap."""

    def __init__(self, content: Value, values: AnyArray, place: Place) -> None:
        super().__init__(place)
        width = min(place.room, MOST_WIDTH)
        self._series = series(values, int(width))
        self.size = QSizeF(width, TOP + HEIGHT + LABELS)
        count = tr("%n values", values.size)
        said = one_line(content.title, 60)
        heading = f"{said}, {count}" if said and count not in said else said or count
        self._words = [Words(0, 13, elided(heading, face(), width), face(), "quiet"), *_labels(self._series, width)]
        is_steps = values.dtype.kind == "b" or (isinstance(content.value, list) and isinstance(content.value[0], bool))
        self._curves = _curves(self._series, width, is_steps)
        self.tips.append((QRectF(QPointF(0, 0), self.size), _told(self._series, heading)))
        self.cost = 4096 + (8 * values.size if isinstance(content.value, list | tuple) else 0)

    @classmethod
    def of(cls, content: Content, place: Place) -> "PlotCard | None":
        if not isinstance(content, Value):
            return None
        values = series_of(content.value)
        return None if values is None else cls(content, values, place)

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        for words in self._words:
            write(painter, origin, words, tone)
        painter.save()
        painter.translate(origin)
        painter.fillRect(QRectF(0, TOP + HEIGHT - 1, self.size.width(), 1), tone.rule)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._series.is_dense:
            # Filled, as a line with corners by the hundred takes Qt 25 ms.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone.accent)
            for curve in self._curves:
                painter.drawPolygon(curve)
        else:
            for curve in self._curves:
                points = curve.toList()
                painter.setPen(pen(tone.accent, 1.5))
                painter.drawLines([QLineF(one, other) for one, other in pairwise(points)])
                if len(points) == 1:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(tone.accent)
                    painter.drawEllipse(points[0], DOT, DOT)
        painter.restore()


def _curves(drawn: Series, width: float, is_steps: bool) -> list[QPolygonF]:
    """The curve in parts between gaps; of a dense one, what it covers."""
    if np.isnan(drawn.least):
        return []
    # Half of each, as the whole difference of two floats may be more than a float holds.
    reach = drawn.most / 2 - drawn.least / 2
    scale = (HEIGHT - 2 * PAD) / reach if reach > 0 else 0.0
    middle = TOP + HEIGHT - PAD if reach > 0 else TOP + HEIGHT / 2
    across = np.linspace(1, width - 1, drawn.low.size)
    high = middle - (drawn.high / 2 - drawn.least / 2) * scale
    low = middle - (drawn.low / 2 - drawn.least / 2) * scale
    edges = np.flatnonzero(np.diff(np.isnan(low).astype(np.int8), prepend=1, append=1))
    curves = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        x, top, bottom = across[start:end], high[start:end], low[start:end]
        if drawn.is_dense:
            x, top, bottom = _joined(x, top, bottom)
            there = [QPointF(a, b - THIN) for a, b in zip(x.tolist(), top.tolist(), strict=True)]
            back = [QPointF(a, b + THIN) for a, b in zip(x[::-1].tolist(), bottom[::-1].tolist(), strict=True)]
            curves.append(QPolygonF(there + back))
        else:
            points = list(zip(x.tolist(), low[start:end].tolist(), strict=True))
            if is_steps:
                corners = ([one, (other[0], one[1])] for one, other in pairwise(points))
                points = [point for pair in corners for point in pair] + points[-1:]
            curves.append(QPolygonF([QPointF(*point) for point in points]))
    return curves


def _joined(x: Floats, top: Floats, bottom: Floats) -> tuple[Floats, Floats, Floats]:
    """Neighbours reach to each other, so that a steep curve has no holes; one alone is as wide as a line."""
    if x.size == 1:
        return np.array([x[0] - THIN, x[0] + THIN]), np.repeat(top, 2), np.repeat(bottom, 2)
    upper, lower = top.copy(), bottom.copy()
    upper[1:] = np.minimum(upper[1:], bottom[:-1])
    lower[1:] = np.maximum(lower[1:], top[:-1])
    return x, upper, lower


def _labels(drawn: Series, width: float) -> list[Words]:
    """Least, most and last, as far as there is room."""
    small = face(style.SMALL_PX)
    if np.isnan(drawn.least):
        return [Words(0, TOP + HEIGHT + 15, elided(tr("none of them is a number"), small, width), small, "quiet")]
    parts = [
        tr("min {value}", value=short(drawn.least)),
        tr("max {value}", value=short(drawn.most)),
        tr("last {value}", value=short(drawn.last)),
    ]
    line = " · ".join(parts)
    if metrics(small).horizontalAdvance(line) > width:
        line = elided(" · ".join(parts[:2]), small, width)
    return [Words(0, TOP + HEIGHT + 15, line, small, "quiet")]


def _told(drawn: Series, heading: str) -> str:
    if np.isnan(drawn.least):
        return heading
    return "\n".join(
        (
            heading,
            tr("min {value}", value=number(drawn.least)),
            tr("max {value}", value=number(drawn.most)),
            tr("last {value}", value=number(drawn.last)),
        )
    )
