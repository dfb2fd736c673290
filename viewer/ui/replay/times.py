"""Times and lengths of recordings as a person reads them."""

from datetime import datetime

SECOND = 1_000_000_000
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
"""Between which times marks on a time line may stand, in seconds."""


def local(time_ns: int) -> datetime:
    """A time (UTC, ns) as clocks on the wall show it here."""
    try:
        return datetime.fromtimestamp(time_ns / SECOND)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0)


def clock(time_ns: int, has_seconds: bool = True) -> str:
    """`20:31:07`, or `20:31`."""
    return local(time_ns).strftime("%H:%M:%S" if has_seconds else "%H:%M")


def exact(time_ns: int) -> str:
    """`20:31:07.214`."""
    then = local(time_ns)
    return f"{then:%H:%M:%S}.{then.microsecond // 1000:03d}"


def length(seconds: float) -> str:
    """`0:07`, `12:30`, `1:02:30`."""
    whole = round(seconds)
    minutes, hours = whole // 60 % 60, whole // 3600
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


def step(span: float, most: int) -> int:
    """How far marks on a time line of `span` seconds are apart, in seconds, so that there are no more than `most`."""
    return next((each for each in STEPS if span <= each * most), STEPS[-1] * (1 + int(span / (STEPS[-1] * most))))
