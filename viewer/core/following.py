"""Paired cameras whose address has changed: they are asked for by their id and key, and called where they are now."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from camwire.endpoint import Endpoint
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.25
LOST_SECONDS = 1.5
"""So long a camera was not heard, which answers every second, before anybody is believed that it is elsewhere."""
SLEPT_SECONDS = 1.0
SETTLED_SECONDS = 3.0
"""A program that has just begun has better to do than to listen who is where, unless somebody is missing."""
TRIAL_SECONDS = 3.0
"""So long it has to answer at a new address; then it is called at the one before."""
AGAIN_SECONDS = 300.0
"""Anybody can announce anything: an address where it was not is not believed again before."""
REST_SECONDS = 3.0
"""So long it is then called where it was: who tells of ever more addresses does not keep us from it."""


@dataclass(slots=True)
class _Trial:
    """A camera is called at an address that somebody announced, until `until`."""

    before: Endpoint
    until: float


class Following:
    """Between `begin` and `end`, on the running loop. `is_on()`: whether the person wants it; `remember()` is called
    when a camera has answered elsewhere. `clock` is monotonic, in seconds."""

    def __init__(
        self,
        fleet: Fleet,
        is_on: Callable[[], bool],
        remember: Callable[[], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.finding = Finding()
        self._fleet = fleet
        self._is_on = is_on
        self._remember = remember
        self._clock = clock
        self._is_looking = False
        self._began = self._looked = self._awake_since = 0.0
        self._unheard_since: dict[str, float] = {}
        self._trials: dict[str, _Trial] = {}
        self._in_vain: dict[tuple[str, Endpoint], float] = {}
        self._resting_until: dict[str, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Follow from now on."""
        self._began = self._looked = self._awake_since = self._clock()
        self._timer = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)

    def end(self) -> None:
        """Follow no longer. May be repeated."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._stop_looking()

    async def close(self) -> None:
        """The same, and wait until every socket is closed."""
        self.end()
        await self.finding.close()

    def before_trial(self, place: str) -> Endpoint | None:
        """Where a camera was that is being tried elsewhere; None where it is not."""
        trial = self._trials.get(place)
        return None if trial is None else trial.before

    def _look(self) -> None:
        now = self._clock()
        if now - self._looked > SLEPT_SECONDS:
            # It was we who were away.
            self._awake_since = now
        self._looked = now
        is_wanted = self._is_on() and any(self._is_to_be_looked_for(session, now) for session in self._fleet)
        self._judge_trials(now)
        here = {session.identity.key for session in self._fleet}
        self._unheard_since = {place: since for place, since in self._unheard_since.items() if place in here}
        if not is_wanted:
            self._stop_looking()
        elif not self._is_looking:
            self._is_looking = True
            self.finding.begin(self._on_found)
        else:
            self._on_found()
        self._timer = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)

    def _is_to_be_looked_for(self, session: Session, now: float) -> bool:
        """All the time, so that a move is heard of when it happens; on this computer, which nobody moves to another
        address, only when it is gone."""
        place = session.identity.key
        if not self._is_followed(session):
            return False
        is_elsewhere = not self._fleet.called_at(place)[0].is_loopback
        return self._is_lost(session, now) or (is_elsewhere and now - self._began > SETTLED_SECONDS)

    def _is_followed(self, session: Session) -> bool:
        """Whether it would be known for sure wherever it is."""
        place = session.identity.key
        return self._fleet.is_dialled(place) and bool(self._fleet.called_at(place)[1]) and bool(_id_of(session))

    def _is_lost(self, session: Session, now: float) -> bool:
        began = self._unheard_since.setdefault(session.identity.key, now)
        heard = max(began if session.last_heard is None else session.last_heard, self._awake_since)
        return self._is_followed(session) and now - heard >= LOST_SECONDS

    def _on_found(self) -> None:
        now = self._clock()
        for session in self._fleet:
            if session.identity.key not in self._trials and self._is_lost(session, now):
                for camera in self.finding.cameras:
                    if self._try(session, camera, now):
                        break

    def _try(self, session: Session, camera: FoundCamera, now: float) -> bool:
        """Call the camera where somebody says that it is, if nobody has said so in vain."""
        place = session.identity.key
        where, key = self._fleet.called_at(place)
        is_it = camera.id == _id_of(session) and camera.key == key and camera.endpoint != where
        if not is_it or now < max(
            self._in_vain.get((place, camera.endpoint), now), self._resting_until.get(place, now)
        ):
            return False
        log.info("%s may be at %s now", session.name, camera.endpoint)
        self._trials[place] = _Trial(where, now + TRIAL_SECONDS)
        self._fleet.call(place, camera.endpoint, key)
        return True

    def _judge_trials(self, now: float) -> None:
        for place, trial in list(self._trials.items()):
            if place not in self._fleet:
                del self._trials[place]
            elif self._fleet[place].is_connected:
                del self._trials[place]
                self._remember()
            elif now > trial.until:
                where, key = self._fleet.called_at(place)
                self._in_vain = {each: until for each, until in self._in_vain.items() if until > now}
                self._in_vain[place, where] = now + AGAIN_SECONDS
                self._resting_until[place] = now + REST_SECONDS
                del self._trials[place]
                self._fleet.call(place, trial.before, key)

    def _stop_looking(self) -> None:
        if self._is_looking:
            self._is_looking = False
            self.finding.end()


def _id_of(session: Session) -> str:
    """What the camera calls itself by, as far as it was ever heard."""
    return session.hello.id if session.hello is not None else session.talk.camera_id
