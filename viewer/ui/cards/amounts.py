"""Bytes and time as a person reads them, for files under way. No Qt."""

from camwire.translation import tr

UNITS = (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))


def size(count: float) -> str:
    """`812 bytes`, `48.1 MB`, `212 MB`."""
    figure, unit = _figure(count, count)
    return f"{figure} {unit}"


def progress(done: float, whole: float) -> str:
    """`48.1 of 212 MB`: both in the unit of the whole."""
    figure, unit = _figure(whole, whole)
    return f"{_figure(done, whole)[0]} of {figure} {unit}"


def left(seconds: float | None) -> str:
    """`2 min left`, `a few seconds left`; nothing if it is not known."""
    if seconds is None or not 0 <= seconds < 1e8:
        return ""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("{seconds} s left", seconds=round(seconds / 10) * 10)
    minutes = round(seconds / 60)
    return (
        tr("{minutes} min left", minutes=minutes) if minutes < 90 else tr("{hours} h left", hours=round(seconds / 3600))
    )


def _figure(count: float, by: float) -> tuple[str, str]:
    """`count` in the unit that suits `by`, to three digits."""
    for unit, factor in UNITS:
        if by >= 0.9995 * factor:
            value = count / factor
            return (f"{value:,.0f}" if value >= 99.95 else f"{value:.1f}".removesuffix(".0")), unit
    return f"{count:,.0f}", "byte" if by == 1 else "bytes"
