"""A camera's figures: the few that stand over its picture, and all of them in words for who asks."""

from camwire.rights import Rights
from camwire.translation import figure, phrase, tr
from viewer.core.pictures.stats import StatsSnapshot
from viewer.core.sessions.security import Security
from viewer.core.sessions.session import Session
from viewer.ui.look import words

Row = tuple[str, str]

DROPS = {
    "not-sent": phrase("kept back by the camera, as the link or this viewer had no room for more"),
    "decode-busy": phrase("replaced by newer ones before they were decoded"),
    "paint-busy": phrase("replaced by newer ones before they were painted"),
    "hidden": phrase("came while nobody could see them"),
    "undecodable": phrase("were damaged"),
    "no-keyframe": phrase("built on one that was missing"),
}
"""What became of pictures, by cause; a number stands before it."""
SECURITY = {
    Security.ENCRYPTED: phrase("encrypted"),
    Security.HERE: phrase("on this computer"),
    Security.OPEN: phrase("not encrypted"),
    Security.UNPROTECTED: phrase("unprotected"),
}
RIGHTS = {
    Rights.WATCH: phrase("This viewer may watch, and neither talk nor set anything."),
    Rights.TALK: phrase("This viewer may watch and talk, and set nothing."),
}
"""Where it is less than everything."""


def rows(session: Session, now: float) -> list[Row]:
    """A heading and its figures in each. `now` is monotonic, in seconds."""
    stats = session.stats.snapshot(now)
    return [
        (tr("Picture"), _picture(stats, session.own_size)),
        (tr("Rate"), _rate(stats, session.limited_to)),
        (tr("Age"), _age(stats)),
        (tr("Not shown"), _not_shown(stats)),
        (tr("Link"), _link(session)),
    ]


def explained(session: Session, now: float) -> str:
    """The same in lines that say what the figures are, with what became of the pictures that were not shown."""
    stats = session.stats.snapshot(now)
    drops = [f"{figure(count, ',')} {tr(DROPS.get(cause, cause))}" for cause, count in stats.drops.items() if count]
    lines = [
        tr("Picture: {text}", text=_picture(stats, session.own_size)),
        tr("Rate: {text}", text=_rate(stats, session.limited_to)),
        *_ages_explained(stats),
        tr("Not shown:") if drops else tr("Every picture was shown."),
        *(f"– {each}" for each in drops),
        tr("Link: {text}", text=f"{session.identity.endpoint} · {_link(session)}"),
        tr("Format: {text}", text=session.format_title),
        *([tr(RIGHTS[session.rights])] if session.rights in RIGHTS else []),
    ]
    return "\n".join(lines)


def _picture(stats: StatsSnapshot, own: tuple[int, int]) -> str:
    sent, codec = f"{stats.width}×{stats.height}", tr(words.CODECS.get(stats.codec, stats.codec))
    is_smaller = own[0] > stats.width and own[1] > stats.height
    size = tr("{size} of {full}", size=sent, full=f"{own[0]}×{own[1]}") if is_smaller else sent
    return f"{size} · {codec}"


def _rate(stats: StatsSnapshot, limit: int) -> str:
    bits = words.of_limit(stats.bytes_per_s * words.MBIT_PER_BYTE, limit * words.MBIT_PER_BYTE)
    return f"{tr('{fps:.1f} fps', fps=stats.fps)} · {bits}"


def _not_shown(stats: StatsSnapshot) -> str:
    count = sum(stats.drops.values())
    return tr("%n pictures", count) if count else tr("none")


def _age(stats: StatsSnapshot) -> str:
    ages = stats.age_ms
    if ages.p50 is None or ages.p95 is None:
        return tr("not known")
    least = "≥ " if stats.uncertainty_ms is None else ""
    usual, most = f"{least}{ages.p50:.0f} ms", f"{ages.p95:.0f} ms"
    return tr("{usual}, rarely {most}", usual=usual, most=most)


def _ages_explained(stats: StatsSnapshot) -> list[str]:
    ages, known = stats.age_ms, stats.uncertainty_ms
    if ages.p50 is None or ages.p95 is None:
        return [tr("Age: not known")]
    lines = [
        tr(
            "Age when shown: {half} ms or less in half of the pictures, {most} ms or less in 95 of 100",
            half=f"{ages.p50:.0f}",
            most=f"{ages.p95:.0f}",
        )
    ]
    if known is None:
        lines.append(tr("– counted from when they arrived; what the way took is not known"))
    else:
        lines.append(tr("– known to ±{error} ms", error=max(1, round(known))))
    return lines


def _link(session: Session) -> str:
    trip = session.round_trip
    parts = [] if trip is None else [tr("{trip} there and back", trip=f"{figure(1000 * trip, '.1f')} ms")]
    if session.security is not None:
        parts.append(tr(SECURITY[session.security]))
    return " · ".join(parts) or tr("not known")
