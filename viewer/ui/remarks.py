"""What stands beside a camera's name."""

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.showing.showing import Step


class Remarks:
    """A person must know when this computer's pictures go out, and when they no longer do."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def of(self, session: Session) -> str:
        """In a few words; empty: nothing."""
        showings = self._program.showings
        showing = showings.to(session)
        if showing is None:
            return ""
        if showing.step is Step.FAILED:
            showings.end(session)
            why = showing.sentence
            self._program.say(tr("{camera} gets no pictures any more. {why}", camera=session.name, why=why))
        return tr("gets your pictures") if showing.step is Step.SENDING else ""
