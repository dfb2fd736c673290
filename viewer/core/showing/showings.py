"""Which cameras get pictures of this viewer's, and from where: one source each."""

from collections.abc import Iterator

from camwire.translation import tr
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.showing.showing import Showing
from viewer.core.showing.source import FromCamera


class Showings:
    """Owns what is shown to the cameras of a fleet. Lives in the loop's thread; close it before the fleet."""

    def __init__(self, fleet: Fleet) -> None:
        self.fleet = fleet
        self._showings: dict[str, Showing] = {}
        fleet.observe(self)

    def __iter__(self) -> Iterator[Showing]:
        return iter(list(self._showings.values()))

    def to(self, session: Session) -> Showing | None:
        """What is shown to this camera; None if nothing is."""
        return self._showings.get(session.identity.key)

    def begin(self, showing: Showing) -> None:
        """Start it, in place of what was shown to that camera before. Raises UsageError."""
        self.end(showing.session)
        showing.start()
        self._showings[showing.session.identity.key] = showing

    def end(self, session: Session) -> None:
        """Show nothing to this camera."""
        showing = self._showings.pop(session.identity.key, None)
        if showing is not None:
            showing.stop()

    def close(self) -> None:
        """End everything; programs of their own are gone within a second."""
        for showing in self:
            self.end(showing.session)

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        pass

    def session_removed(self, session: Session) -> None:
        self.end(session)
        for showing in self:
            if isinstance(showing.source, FromCamera) and showing.source.session is session:
                showing.in_trouble(
                    tr("{name} was removed from the wall, so no more pictures come.", name=session.name), is_over=True
                )

    def told(self, sentence: str) -> None:
        pass
