"""What is written on a picture that is not live: what is wrong, since when, and what happens next."""

import time

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from camwire.translation import phrase, tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.look import words
from viewer.ui.wall import over_picture

_HEADS = {
    Phase.REFUSED: phrase("Refused"),
    Phase.UNPAIRED: phrase("Not paired"),
    Phase.ALARM: phrase("This may be another camera"),
}


def paint(painter: QPainter, size: QSize, session: Session, hint: str) -> None:
    """Write it over a picture of `size`; `hint` is added to what is said of a camera that is away."""
    state = session.state
    if state.phase is Phase.FROZEN:
        is_first = not session.stats.frames
        head = tr("No picture yet.") if is_first else tr("No new picture for {time}.", time=for_how_long(session))
        over_picture.foot(painter, size, head, state.reason)
    elif state.phase is Phase.OFFLINE:
        since = words.clock_time(state.since, time.monotonic())
        head = tr("Offline since {since}", since=since) if session.has_greeted else tr("No answer yet")
        over_picture.centre(painter, size, head, f"{state.reason} {hint}".strip())
    elif state.phase in _HEADS:
        was_paired = state.phase is Phase.UNPAIRED and session.identity.is_secured
        head = tr("No longer paired") if was_paired else tr(_HEADS[state.phase])
        over_picture.centre(painter, size, head, f"{state.reason} {hint}".strip())
    elif state.phase is Phase.CONNECTING:
        head = tr("Waiting for the first picture…") if session.has_greeted else tr("Connecting…")
        over_picture.centre(painter, size, head, state.reason or session.identity.endpoint)


def for_how_long(session: Session) -> str:
    """How long it has been so."""
    return words.duration(time.monotonic() - session.state.since)
