"""What a tile is to who cannot see it."""

from collections.abc import Sequence

from camwire.translation import phrase, tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.look import words

PHASES = {
    Phase.CONNECTING: phrase("connecting"),
    Phase.LIVE: phrase("live"),
    Phase.FROZEN: phrase("frozen"),
    Phase.OFFLINE: phrase("offline"),
    Phase.REFUSED: phrase("refused"),
}


def name_of(session: Session) -> str:
    """The camera and its state: told anew when one of them changes."""
    return tr("{camera}, {state}", camera=session.name, state=tr(PHASES[session.state.phase]))


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
