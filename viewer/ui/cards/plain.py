"""Any value as one short, harmless line. Whatever is in it, this takes microseconds. No Qt."""

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import cast

from camwire.translation import figure, tr
from viewer.ui.cards.kinds import array_of, as_jpeg, picture_size, plain_scalar
from viewer.ui.look.words import calendar_day

BRIEF = 80
ITEMS = 12
LEVELS = 3
HIDDEN = "\ufffd"
"""Stands for a character that is not shown."""
HEX_BYTES = 8
COUNTABLE_BITS = 400

# What would hide, reorder or stack text: control characters, bidirectional overrides, half characters.
_HIDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc]")
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_LOOKS_ELSE = re.compile(r"[-+]?[\d.,_]+(?:e[-+]?\d+)?|True|False|None|\s.*|.*\s|")


def plain(text: str, most: int | None = None) -> str:
    """`text` with everything visible that would hide or reorder it; line breaks stay."""
    text = text if most is None else text[:most]
    return _STACKED.sub(r"\1", _HIDING.sub(HIDDEN, text.replace("\r\n", "\n").replace("\t", "    ")))


def one_line(text: str, most: int = 400) -> str:
    """The same in one line, at most `most` characters."""
    short = plain(text, most).replace("\n", " ⏎ ")
    return short if len(text) <= most and len(short) <= most else f"{short[:most]}…"


def brief(value: object, most: int = BRIEF) -> str:
    """`value` in one line for a person, about `most` characters at most."""
    line = _brief(value, most, LEVELS)
    return line if len(line) <= most + 1 else f"{line[:most]}…"


def number(value: float) -> str:
    """`51.2`, `12,345,678`, `6.02e+23`, `−58`: what is read, to ten digits."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        if value.bit_length() > COUNTABLE_BITS:
            return tr("a whole number of about {count:,} digits", count=round(value.bit_length() * math.log10(2)))
        text = figure(value, ",") if abs(value) >= 10_000 else str(value)
    elif math.isnan(value):
        return tr("not a number")
    elif math.isinf(value):
        text = "∞" if value > 0 else "-∞"
    else:
        form = ",.10g" if 1e-4 <= abs(value) < 1e15 or not value else ".10g"
        text = figure(value, form if re.search(r"[.e]", format(value, form)) else ",.1f")
    return text.replace("-", "−", 1) if text.startswith("-") else text


def short(value: float) -> str:
    """`51.2`, `14.131`: to five digits, without a needless `.0`."""
    return number(float(f"{value:.5g}")).removesuffix(figure(0.0, ".1f")[1:])


def moment(value: datetime) -> str:
    """`12 March 2025, 14:03:22.5 UTC+02:00`; without a zone that is said."""
    clock = value.strftime("%H:%M:%S") + (f".{value.microsecond:06}".rstrip("0") if value.microsecond else "")
    try:
        zone = value.strftime("%Z") if value.tzinfo else ""
        shift = value.strftime("%z")
    except (ValueError, OverflowError):
        zone = shift = ""
    if shift and not zone.startswith("UTC"):
        zone = f"{one_line(zone, 20)} (UTC{shift[:3]}:{shift[3:5]})" if zone else f"UTC{shift[:3]}:{shift[3:5]}"
    return f"{calendar_day(value)}, {clock}{f' {zone}' if zone else ''}"


def span(value: timedelta) -> str:
    """`2 d 3 h 4 min 5.5 s`."""
    sign, value = ("−", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(value.seconds, 60)
    parts = [(value.days, "d"), (minutes // 60, "h"), (minutes % 60, "min")]
    words = [f"{figure(count, ',')} {unit}" for count, unit in parts if count]
    rest = seconds + value.microseconds / 1e6
    if rest or not words:
        words.append(figure(float(f"{rest:.6f}"), ".10g") + " s")
    return sign + " ".join(words)


def hexadecimal(content: bytes, most: int) -> str:
    """`89 50 4e 47 …`."""
    return content[:most].hex(" ") + (" …" if len(content) > most else "")


def _brief(value: object, most: int, levels: int) -> str:
    value = plain_scalar(value)
    if isinstance(value, str):
        line = one_line(value, most)
        return f'"{line}"' if levels < LEVELS or _LOOKS_ELSE.fullmatch(line) else line
    if isinstance(value, bool | int | float):
        return number(value)
    if isinstance(value, bytes | bytearray | memoryview):
        content = bytes(value[:HEX_BYTES])
        shown = f": {hexadecimal(content, HEX_BYTES)}{' …' if len(value) > HEX_BYTES else ''}" if content else ""
        return tr("%n bytes", len(value)) + shown
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return calendar_day(value)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return span(value)
    if (jpeg := as_jpeg(value)) is not None:
        return tr("picture {width} × {height}", width=jpeg.width, height=jpeg.height)
    if (array := array_of(value)) is not None:
        return shape_of(array.shape, str(array.dtype), picture_size(value) is not None)
    if isinstance(value, list | tuple | set | frozenset | Mapping):
        return _brief_items(value, most, levels)
    try:
        return one_line(str(value), most)
    except Exception:
        return type(value).__name__


def shape_of(shape: tuple[int, ...], dtype: str, is_picture: bool = False) -> str:
    """`array 4 × 4 float64`, `picture 640 × 480`."""
    if is_picture:
        return tr("picture {width} × {height}", width=shape[1], height=shape[0])
    if len(dtype) > 30:
        dtype = tr("records")
    if not shape:
        return tr("array of one {dtype}", dtype=dtype)
    return tr("array {sides} {dtype}", sides=" × ".join(figure(side, ",") for side in shape), dtype=dtype)


def _brief_items(value: Iterable[object], most: int, levels: int) -> str:
    size = len(value)  # type: ignore[arg-type]
    is_dict = isinstance(value, Mapping)
    marks = "{}" if isinstance(value, Mapping | set | frozenset) else "()" if isinstance(value, tuple) else "[]"
    if levels <= 1 and size:
        return f"{marks[0]}{tr('%n items', size)}{marks[1]}"
    items: Iterable[object] = value.items() if isinstance(value, Mapping) else value
    words, room = [], most
    for item in islice(items, ITEMS):
        if is_dict:
            key, content = cast("tuple[object, object]", item)
            word = f"{_brief(key, 40, LEVELS)}: {_brief(content, most, levels - 1)}"
        else:
            word = _brief(item, most, levels - 1)
        words.append(word)
        room -= len(word) + 2
        if room <= 0:
            break
    rest = ["…"] if size > len(words) else []
    return f"{marks[0]}{', '.join([*words, *rest])}{marks[1]}"
