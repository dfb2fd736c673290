"""Keeps the pictures of all cameras together below what the person allows them to take of the network."""

from collections.abc import Iterable

from viewer.core.pictures.stats import RATE_SECONDS
from viewer.core.pictures.wall_rate import Use, shares
from viewer.core.sessions.session import Session


class Ceiling:
    """Tells every session its share, anew every two seconds. `now` is the sessions' clock, in seconds."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._sessions = sessions
        self._bytes_per_second = 0
        self._first: Session | None = None
        self._due = 0.0
        self._shared: set[Session] = set()

    @property
    def bytes_per_second(self) -> int:
        """What all pictures may take together; 0: as much as they need."""
        return self._bytes_per_second

    def allow(self, bytes_per_second: int, now: float) -> None:
        """Allow so much from now on; 0: as much as they need."""
        self._bytes_per_second = bytes_per_second
        self._shared.clear()
        self._share(now)

    def put_first(self, session: Session | None, now: float) -> None:
        """Serve `session` before the others."""
        if session is not self._first:
            self._first = session
            self._share(now)

    def admit(self, session: Session) -> None:
        """Hold a camera to a fair share until its pictures are counted; it is told when it greets, or is seen again."""
        session.limit(max(1, self._bytes_per_second // (len(self._shared) + 1)) if self._bytes_per_second else 0)

    def tick(self, now: float) -> None:
        """Share anew when it is time, or when cameras came or went. Call it a few times per second."""
        if self._bytes_per_second and (now >= self._due or self._sending() != self._shared):
            self._share(now)

    def taken(self, now: float) -> float:
        """Bytes per second that all pictures take now."""
        return sum(session.stats.bytes_per_second(now) for session in self._sessions)

    def _share(self, now: float) -> None:
        # As far back as the figures look.
        self._due = now + RATE_SECONDS
        here = {session.identity.key: session for session in self._sending()}
        uses = {key: self._use(session, now) for key, session in here.items()}
        first = None if self._first is None else self._first.identity.key
        for key, share in shares(self._bytes_per_second, uses, first).items():
            here[key].limit(share)
        self._shared = set(here.values())
        for session in self._sessions:
            if session not in self._shared:
                self.admit(session)

    def _sending(self) -> set[Session]:
        return {session for session in self._sessions if session.is_sending}

    def _use(self, session: Session, now: float) -> Use:
        # What somebody took that was not there says nothing of what it needs.
        share = session.limited_to if session in self._shared else 0
        return Use(session.stats.bytes_per_second(now), share, session.is_limitable)
