"""What is so with the camera of a tile, in words: for who cannot see it, and where nothing is to be seen."""

from collections.abc import Sequence

from camwire.translation import phrase, tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import REFUSING, Phase
from viewer.ui.look import words

AWAY = (Phase.OFFLINE, *REFUSING)
TO_BE_PAIRED = {Phase.UNPAIRED: phrase("Pair…"), Phase.ALARM: phrase("Pair again…")}
"""In these, a code brings the camera back: what is done then."""
PHASES = {
    Phase.CONNECTING: phrase("connecting"),
    Phase.LIVE: phrase("live"),
    Phase.FROZEN: phrase("frozen"),
    Phase.OFFLINE: phrase("offline"),
    Phase.REFUSED: phrase("refused"),
    Phase.UNPAIRED: phrase("not paired"),
    Phase.ALARM: phrase("not the same camera"),
}


def pairing_of(session: Session) -> str:
    """What pairing is called where it would bring the camera back; empty where it would not."""
    words = TO_BE_PAIRED.get(session.state.phase)
    return tr(words) if words else ""


def name_of(session: Session) -> str:
    """The camera and its state: told anew when one of them changes."""
    return tr("{camera}, {state}", camera=session.name, state=tr(PHASES[session.state.phase]))


def hint_of(session: Session, can_retry: bool, next_try: float | None, now: float) -> str:
    """What becomes of a camera that is away; `next_try`: when it is called again after trouble. Monotonic seconds."""
    hints, waiting = [], session.chat.waiting
    if next_try is not None and next_try > now and session.state.phase not in TO_BE_PAIRED:
        hints.append(tr("Trying again in {seconds} s.", seconds=max(1, round(next_try - now))))
    if not can_retry and session.state.phase in AWAY:
        hints.append(tr("It will be back when it calls again."))
    if waiting and session.state.phase in AWAY:
        hints.append(tr("%n messages waiting.", waiting))
    return " ".join(hints)


def description_of(session: Session, age: float | None, is_marked: bool, marks: Sequence[str] = ()) -> str:
    """What else is so just now; `age` is that of the picture, in seconds; `marks` say what those in its line mean."""
    unread, state = session.chat.unread, session.state
    parts = [state.reason]
    if state.phase is Phase.LIVE and age is not None:
        parts.append(tr("The picture is {age} old.", age=words.age(age, not session.stats.knows_capture_times)))
    if unread:
        parts.append(tr("%n unread messages.", unread))
    if is_marked:
        parts.append(tr("Marked."))
    parts += marks
    parts += words.health(session.health, has_figures=False).splitlines()
    return " ".join(part for part in parts if part)
