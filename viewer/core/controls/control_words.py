"""Controls in words: ranges, values, and numbers as people write them."""

import math
import re

import msgspec

from camwire.controls import expected
from camwire.translation import as_written, figure, phrase, tr
from viewer.core.controls.camera_controls import ControlRow, Value
from viewer.core.controls.titles import translated

SOURCE, AS_THE_SOURCE = "source", phrase("as the source")
"""A size, or a rate, that is left to the source, and how a person reads that."""
IN_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,.’ \u00a0\u202f]\d{3})+")
"""A whole number with separators, of this language or another one."""


def spoken(value: Value) -> str:
    """A value in words: `on`, `0.5`, `50 hz`, `centre weighted`."""
    if value == SOURCE:
        return tr(AS_THE_SOURCE)
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    return translated(value.replace("_", " ")) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """A number as it stands in a box: `0.3`, `66666`."""
    if value == int(value):
        return str(int(value))
    if abs(value) < 0.001:
        return figure(value, ".4g")
    return figure(round(value, 4), ".10g")


def span(row: ControlRow) -> str:
    """From where to where a number goes, in its unit: `29 – 66,666 µs`; empty if that is not known."""
    least, most = (None if end is None else figure(end, ",.10g") for end in (row.least, row.most))
    if least is None and most is None:
        return ""
    if most is None:
        text = tr("from {least}", least=least)
    else:
        text = tr("up to {most}", most=most) if least is None else f"{least} – {most}"
    return f"{text} {row.unit}".strip().replace("-", "−")


def called_by_title(row: ControlRow, sentence: str) -> str:
    """What went wrong with a control, which is called there as it stands on the screen and not as commands name it."""
    return sentence.replace(
        expected(row, as_written), expected(msgspec.structs.replace(row, name=translated(row.title) or row.name))
    )


def typed(row: ControlRow, text: str) -> float | None:
    """The number that was typed, in the control's range or not; None if it is none that the control could take."""
    text = text.strip().removesuffix(row.unit).strip().replace("−", "-")
    if row.kind == "integer" and IN_THOUSANDS.fullmatch(text):
        text = re.sub(r"[^-+\d]", "", text)
    text = text.replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return None
    if not math.isfinite(found):
        return None
    return int(found) if row.kind == "integer" and found == int(found) else found
