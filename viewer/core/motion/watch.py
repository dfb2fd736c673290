"""Watches cameras for motion: looks at each a few times per second, and does what the person wants done then."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.fleet import Fleet
from viewer.core.motion.detector import Region
from viewer.core.motion.watched import Watched
from viewer.core.recording.recorder import Recorder
from viewer.core.sessions.session import Session
from viewer.core.settings import MotionSettings
from viewer.core.talk.chat import MOTION

LOOK_SECONDS = 0.2


class MotionObserver(Protocol):
    """Who wants to know what moves. In the loop's thread."""

    def motion_changed(self, session: Session) -> None: ...


class MotionWatch:
    """Lives in the loop's thread. `settings` is the list that is kept; `change` keeps it up to date. `clock` is
    monotonic, in seconds."""

    def __init__(
        self,
        fleet: Fleet,
        settings: list[MotionSettings],
        recorder: Recorder,
        save: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fleet = fleet
        self._settings = settings
        self._recorder = recorder
        self._save = save
        self._clock = clock
        self._watched: dict[str, Watched] = {}
        self._tried: dict[str, MotionSettings] = {}
        self._is_closed = False
        self._observers: list[MotionObserver] = []
        self._timer: asyncio.TimerHandle | None = None
        fleet.observe(self)
        for session in fleet:
            self.session_added(session)

    def observe(self, observer: MotionObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def forget(self, observer: MotionObserver) -> None:
        """Tell it no more."""
        self._observers.remove(observer)

    def settings_of(self, session: Session) -> MotionSettings:
        """What the person has chosen for a camera: a copy."""
        key = session.identity.key
        known = next((each for each in self._settings if each.camera == key), MotionSettings(camera=key))
        return msgspec.structs.replace(known)

    def change(self, session: Session, chosen: MotionSettings) -> None:
        """Watch a camera so from now on, and remember it."""
        self._settings[:] = [each for each in self._settings if each.camera != chosen.camera]
        if chosen != MotionSettings(camera=chosen.camera):
            self._settings.append(chosen)
        self._save()
        self._look_after(session)

    def try_out(self, session: Session, chosen: MotionSettings | None) -> None:
        """Look at a camera so for now, and do nothing about it: somebody is choosing. None: that is over."""
        key = session.identity.key
        if chosen is None:
            self._tried.pop(key, None)
        else:
            self._tried[key] = chosen
        if key in self._fleet:
            self._look_after(session)

    def level(self, session: Session) -> float:
        """How much moved at the last look; from 1 on that is motion."""
        watched = self._watched.get(session.identity.key)
        return 0.0 if watched is None else watched.detector.level

    def is_moving(self, session: Session) -> bool:
        """Whether something moves before a camera that is watched."""
        watched = self._watched.get(session.identity.key)
        return watched is not None and watched.is_told

    def has_badge(self, session: Session) -> bool:
        """Whether that is to be seen on its picture."""
        return self.is_moving(session) and self.settings_of(session).badge

    def close(self) -> None:
        """Look at nothing any more."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        for watched in self._watched.values():
            watched.close()
        self._watched.clear()
        self._observers.clear()

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self._look_after(session)

    def session_removed(self, session: Session) -> None:
        watched = self._watched.pop(session.identity.key, None)
        if watched is not None:
            watched.close()

    def told(self, sentence: str) -> None: ...

    # Inside

    def _look_after(self, session: Session) -> None:
        """Begin or end watching a camera, as the settings say now."""
        key = session.identity.key
        chosen = self._tried.get(key) or self.settings_of(session)
        watched = self._watched.get(key)
        if not (chosen.on or key in self._tried) or self._is_closed:
            if watched is not None:
                del self._watched[key]
                watched.close()
                self._tell(session)
            return
        if watched is None:
            watched = self._watched[key] = Watched(session)
        watched.detector.sensitivity = chosen.sensitivity
        watched.detector.region = Region(*chosen.region)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        now = self._clock()
        for watched in list(self._watched.values()):
            watched.look(now)
            session = watched.session
            is_told = self.settings_of(session).on and session.identity.key not in self._tried
            is_moving = watched.detector.is_moving and is_told
            if is_moving != watched.is_told:
                watched.is_told = is_moving
                if is_moving:
                    self._act(watched.session)
                self._tell(watched.session)
            elif is_moving:
                self._record_on(session)
        again = asyncio.get_running_loop().call_later
        self._timer = again(LOOK_SECONDS, self._look) if self._watched else None

    def _act(self, session: Session) -> None:
        chosen = self.settings_of(session)
        if chosen.record_seconds:
            # The disk may be full or PyAV missing; who records by hand is told of that.
            with contextlib.suppress(UsageError):
                self._recorder.begin_for(session, chosen.record_seconds)
        if chosen.line:
            session.note(tr("Motion"), MOTION)
        else:
            self._recorder.note(session, tr("Motion"), MOTION)

    def _record_on(self, session: Session) -> None:
        """So long after the last motion it ends. What the person ended, or the disk, is not begun again before the
        next."""
        seconds = self.settings_of(session).record_seconds
        if seconds and self._recorder.is_recording(session):
            self._recorder.begin_for(session, seconds)

    def _tell(self, session: Session) -> None:
        for observer in list(self._observers):
            observer.motion_changed(session)
