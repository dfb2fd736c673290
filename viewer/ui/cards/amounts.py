"""Bytes and time as a person reads them, for files under way. No Qt."""

from camwire.translation import figure, phrase, tr

UNITS = ((phrase("{amount} GB"), 1e9), (phrase("{amount} MB"), 1e6), (phrase("{amount} kB"), 1e3))


def size(count: float) -> str:
    """`812 bytes`, `48.1 MB`, `212 MB`."""
    unit, factor = _unit(count)
    return tr(unit, amount=_amount(count, factor)) if unit else tr("%n bytes", round(count))


def progress(done: float, whole: float) -> str:
    """`48.1 of 212 MB`: both in the unit of the whole."""
    return tr("{done} of {whole}", done=_amount(done, _unit(whole)[1]), whole=size(whole))


def left(seconds: float | None) -> str:
    """`2 min left`, `a few seconds left`; nothing if it is not known."""
    if seconds is None or not 0 <= seconds < 1e8:
        return ""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("{seconds} s left", seconds=round(seconds / 10) * 10)
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{minutes} min left", minutes=minutes)
    return tr("{hours} h left", hours=round(seconds / 3600))


def _unit(count: float) -> tuple[str, float]:
    """The unit that suits `count`, and its bytes; no unit but bytes where there are few."""
    return next(((unit, factor) for unit, factor in UNITS if count >= 0.9995 * factor), ("", 1.0))


def _amount(count: float, factor: float) -> str:
    """`count` bytes in units of `factor`, to three digits."""
    value = count / factor
    return figure(value, ",.0f" if factor == 1 or value >= 99.95 or round(value, 1) % 1 == 0 else ".1f")
