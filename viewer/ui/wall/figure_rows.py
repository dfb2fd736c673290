"""All figures of a camera's pictures and of the way to it, in rows."""

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.translation import figure, phrase, tr
from viewer.core.pictures.stats import StatsSnapshot
from viewer.core.sessions.session import Session
from viewer.ui.look import words

Row = tuple[str, str]

MOST_CAUSES = 3
CAUSES = {
    "not-sent": phrase("kept back by the camera"),
    "decode-busy": phrase("decoding was busy"),
    "paint-busy": phrase("painting was busy"),
    "hidden": phrase("hidden"),
    "undecodable": phrase("damaged"),
    "no-keyframe": phrase("a keyframe was missing"),
}


def rows(session: Session, now: float) -> list[Row]:
    """A heading and its figures in each; a heading stands once. `now` is monotonic, in seconds."""
    stats = session.stats.snapshot(now)
    return [
        (tr("Picture"), _picture(stats, session.own_size)),
        (tr("Rate"), _rate(stats, session.limited_to)),
        (tr("Age"), _age(stats)),
        *zip((tr("Not shown"), *[""] * MOST_CAUSES), _drops(stats.drops), strict=False),
        (tr("Format"), session.format_title),
        (tr("Link"), session.identity.endpoint),
        ("", _link(session)),
    ]


def _picture(stats: StatsSnapshot, own: tuple[int, int]) -> str:
    sent, codec = f"{stats.width}×{stats.height}", tr(words.CODECS.get(stats.codec, stats.codec))
    is_smaller = own[0] > stats.width and own[1] > stats.height
    size = tr("{size} of {full}", size=sent, full=f"{own[0]}×{own[1]}") if is_smaller else sent
    return f"{size} · {codec}"


def _rate(stats: StatsSnapshot, limit: int) -> str:
    bits = words.of_limit(stats.bytes_per_s * words.MBIT_PER_BYTE, limit * words.MBIT_PER_BYTE)
    return f"{tr('{fps:.1f} fps', fps=stats.fps)} · {bits}"


def _age(stats: StatsSnapshot) -> str:
    ages, known = stats.age_ms, stats.uncertainty_ms
    if ages.p50 is None or ages.p95 is None:
        return tr("not known")
    least = "≥ " if known is None else ""
    about = "" if known is None else f" · ±{max(1, round(known))} ms"
    return f"p50 {least}{ages.p50:.0f} ms · p95 {least}{ages.p95:.0f} ms{about}"


def _drops(drops: dict[str, int]) -> list[str]:
    """By cause, the most frequent first; the rarest together."""
    causes = sorted(((count, cause) for cause, count in drops.items() if count), reverse=True)
    shown = [f"{figure(count, ',')} · {tr(CAUSES.get(cause, cause))}" for count, cause in causes[:MOST_CAUSES]]
    rest = sum(count for count, _ in causes[MOST_CAUSES:])
    if rest:
        shown.append(tr("{count:,} for other reasons", count=rest))
    return shown or [tr("none")]


def _link(session: Session) -> str:
    trip = session.round_trip
    parts = [] if trip is None else [tr("{trip} there and back", trip=f"{figure(1000 * trip, '.1f')} ms")]
    return " · ".join([*parts, _security(session)])


def _security(session: Session) -> str:
    if session.identity.is_secured:
        return tr("encrypted")
    return tr("on this computer") if _is_here(session.identity.endpoint) else tr("not encrypted")


def _is_here(address: str) -> bool:
    try:
        return Endpoint.parse(address).is_loopback
    except UsageError:
        return False
