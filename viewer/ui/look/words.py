"""Durations, ages and figures as a person reads them."""

import html
import time
from datetime import date, datetime

from camwire.messages import Health
from camwire.translation import figure, phrase, tr
from viewer.core.pictures.stats import StatsSnapshot

GOOD, WARNING = "good", "warning"
"""Levels of health that are not bad."""
CODECS = {"jpeg": "JPEG", "h264": "H.264", "raw": phrase("uncompressed")}
MBIT_PER_BYTE = 8 / 1e6
MONTHS = (
    phrase("January"),
    phrase("February"),
    phrase("March"),
    phrase("April"),
    phrase("May"),
    phrase("June"),
    phrase("July"),
    phrase("August"),
    phrase("September"),
    phrase("October"),
    phrase("November"),
    phrase("December"),
)


def tip(text: str) -> str:
    """A tool tip with what a camera may have said: no markup in it counts, and it is broken into lines."""
    return f"<p>{html.escape(text)}</p>" if text else ""


def duration(seconds: float) -> str:
    """`4 s`, `3 min`, `2 h`."""
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return tr("{minutes} min", minutes=whole // 60)
    return tr("{hours} h {minutes} min", hours=whole // 3600, minutes=whole % 3600 // 60)


def age(seconds: float | None, is_least: bool = False) -> str:
    """A picture's age: `31 ms`, `1.4 s`; `≥ 31 ms` where it is not known how long the picture was on its way."""
    if seconds is None:
        return ""
    text = f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{figure(seconds, '.1f')} s"
    return f"≥ {text}" if is_least else text


def clock_time(monotonic: float, now: float) -> str:
    """The wall clock at a monotonic time, `10:38`."""
    return datetime.fromtimestamp(time.time() - (now - monotonic)).strftime("%H:%M")


def waited(milliseconds: float) -> str:
    """How long an answer took: `9 ms`, `1.4 s`, `3 min`."""
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{figure(milliseconds / 1000, '.1f')} s" if milliseconds < 60_000 else duration(milliseconds / 1000)


def day(when: datetime, today: datetime) -> str:
    """`Today`, `Yesterday`, `12 March`, `12 March 2025`."""
    days = (today.date() - when.date()).days
    if days == 0:
        return tr("Today")
    if days == 1:
        return tr("Yesterday")
    if when.year == today.year:
        return tr("{day} {month}", day=when.day, month=tr(MONTHS[when.month - 1]))
    return calendar_day(when)


def calendar_day(when: date) -> str:
    """`12 March 2025`."""
    return tr("{day} {month} {year}", day=when.day, month=tr(MONTHS[when.month - 1]), year=when.year)


def mbit(amount: float) -> str:
    """`0.25`, `3.1`, `42`: with as many digits as mean something."""
    return figure(amount, ".0f" if amount >= 20 else ".1f" if amount >= 1 else ".2f")


def of_limit(amount: float, limit: float) -> str:
    """`3.1 Mbit/s`, or `3.1 of 4 Mbit/s` where there is a limit."""
    if not limit:
        return f"{mbit(amount)} Mbit/s"
    whole = mbit(limit).removesuffix(figure(0.0, ".1f")[1:])
    return tr("{amount} of {limit} Mbit/s", amount=mbit(amount), limit=whole)


def statistics(stats: StatsSnapshot, own: tuple[int, int] = (0, 0), limit: int = 0) -> list[str]:
    """`480×270 of 1280×720 · JPEG · 24.0 fps · 28 ms ±1 · 3.1 Mbit/s · 0 dropped`, and shorter versions of it, shortest
    last. `own` is the camera's own size, (0, 0) if not known; `limit` its share of the wall's, in bytes per second.
    """
    short, rate = f"{stats.width}×{stats.height}", tr("{fps:.1f} fps", fps=stats.fps)
    codec = tr(CODECS.get(stats.codec, stats.codec))
    is_smaller = own[0] > stats.width and own[1] > stats.height
    size = tr("{size} of {full}", size=short, full=f"{own[0]}×{own[1]}") if is_smaller else short
    bits = of_limit(stats.bytes_per_s * MBIT_PER_BYTE, limit * MBIT_PER_BYTE)
    age = "" if stats.age_ms.p50 is None else f"{stats.age_ms.p50:.0f} ms"
    known = stats.uncertainty_ms
    about = age and (f"≥ {age}" if known is None else f"{age} ±{max(1, round(known))}")
    age = f"≥ {age}" if age and known is None else age
    versions = [
        (size, codec, rate, about, bits, tr("{count:,} dropped", count=sum(stats.drops.values()))),
        (size, codec, rate, about, bits),
        (size, codec, rate, age, bits),
        (size, codec, age, bits),
        (short, codec, age, bits),
        (short, codec, age),
        (short, age),
        (age,),
    ]
    return list(dict.fromkeys(" · ".join(part for part in version if part) for version in versions))


def health(told: Health | None, has_figures: bool) -> str:
    """What is wrong with a camera and its computer, in sentences, and the figures behind it; those of one that is well
    only with `has_figures`."""
    if told is None or (told.level == GOOD and not has_figures):
        return ""
    figures = [
        f"{name}: {figure(value, 'g')}" if isinstance(value, float) else f"{name}: {value}"
        for name, value in told.facts.items()
    ]
    return "\n".join([*([told.text] if told.text else []), *figures])
