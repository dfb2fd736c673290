"""What a person hears who does not see the card. No Qt."""

import numpy as np

from camwire.translation import phrase, tr
from viewer.ui.cards import amounts
from viewer.ui.cards.content import Content, Failure, File, FileState, Pinned, Running, Text, Value
from viewer.ui.cards.kinds import picture_size, series_of
from viewer.ui.cards.plain import brief, one_line, short
from viewer.ui.cards.rows import rows_of
from viewer.ui.cards.series import series

MOST = 300
ROWS = 8
STATES = {
    FileState.OFFERED: phrase("on offer"),
    FileState.UNDER_WAY: phrase("on its way"),
    FileState.HERE: phrase("here"),
    FileState.SENT: phrase("sent"),
    FileState.FAILED: phrase("failed"),
}


def spoken(content: Content) -> str:
    """`content` in words, about 300 characters at most."""
    if isinstance(content, Text):
        return one_line(content.text, MOST)
    if isinstance(content, Value):
        said = spoken_value(content.value)
        return f"{one_line(content.title, 80)}: {said}" if content.title else said
    if isinstance(content, File):
        return _file(content)
    if isinstance(content, Running):
        done = "" if content.fraction is None else tr(", {percent:.0f} percent done", percent=100 * content.fraction)
        return f"{one_line(content.text or tr('Working'), 200)}{done}"
    if isinstance(content, Failure):
        asked = tr("{line} failed: ", line=one_line(content.line, 100)) if content.line else tr("Failed: ")
        return asked + one_line(content.text, 200)
    assert isinstance(content, Pinned)
    return tr("{said}, about a picture", said=spoken(content.content))


def spoken_value(value: object) -> str:
    """A value in words."""
    if isinstance(value, str):
        return one_line(value, MOST)
    if (size := picture_size(value)) is not None:
        return tr("Picture, {width} by {height}", width=size[0], height=size[1])
    if (values := series_of(value)) is not None:
        reduced = series(values, ROWS)
        if np.isnan(reduced.least):
            return tr("%n values, none of them a number", values.size)
        return tr(
            "%n values, from {least} to {most}, the last {last}",
            values.size,
            least=short(reduced.least),
            most=short(reduced.most),
            last=short(reduced.last),
        )
    rows = rows_of(value, ROWS)
    if rows is None:
        return brief(value, MOST)
    if rows.has_keys:
        lines = "; ".join(f"{key}: {text}" for key, text in rows.cells)
        return one_line(lines, MOST) + (
            tr("; {count:,} more", count=rows.count - len(rows.cells)) if rows.count > len(rows.cells) else ""
        )
    if rows.heads is not None:
        return one_line(tr("Table, %n rows, with {heads}", rows.count, heads=", ".join(rows.heads)), MOST)
    return rows.title


def _file(file: File) -> str:
    much = amounts.progress(file.done, file.size) if file.state is FileState.UNDER_WAY else amounts.size(file.size)
    left = amounts.left(file.seconds_left) if file.state is FileState.UNDER_WAY else ""
    words = [
        tr("File {name}", name=one_line(file.name, 200)),
        much,
        tr(STATES[file.state]),
        left,
        one_line(file.text, 200),
    ]
    return ", ".join(word for word in words if word)
