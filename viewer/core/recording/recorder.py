"""Records cameras of the fleet: one, several or all. Outlives windows; the program closes it before the fleet."""

import asyncio
import importlib.util
import time
from collections.abc import Callable
from pathlib import Path

from camwire.errors import UsageError
from viewer.core.fleet import Fleet
from viewer.core.recording.before import Before, share_memory
from viewer.core.recording.cost import SPARE_BYTES, Cost
from viewer.core.recording.ear import Ear
from viewer.core.recording.parts import Bounds
from viewer.core.recording.recording import Recording
from viewer.core.recording.saved import RecorderObserver, Saved
from viewer.core.recording.snapshots import Snapshots
from viewer.core.recording.spoken import Spoken
from viewer.core.recording.troubles import cause_of_end, recording_needs_pyav, why_recording_ended
from viewer.core.recording.writer import Writer
from viewer.core.sessions.session import Session
from viewer.core.settings import RecordingSettings


class Recorder:
    """Lives in the loop's thread; files are written in a thread of its own."""

    def __init__(
        self,
        fleet: Fleet,
        settings: RecordingSettings,
        usual_folder: Path,
        usual_snapshots: Path,
        clock: Callable[[], float] = time.monotonic,
        spare_bytes: int = SPARE_BYTES,
    ) -> None:
        """The usual folders are for recordings and for snapshots, where `settings` name no others; these may be changed
        by others, who then call `look`. `clock` is the fleet's."""
        self.writer = Writer()
        self.snapshots = Snapshots(self.writer, settings, usual_snapshots, self._tell_snapshots, clock)
        self._fleet = fleet
        self._settings = settings
        self._usual_folder = usual_folder
        self._clock = clock
        self._spare_bytes = spare_bytes
        self._observers: list[RecorderObserver] = []
        self._recordings: dict[str, Recording] = {}
        self._before: dict[str, Before] = {}
        self._ears: dict[str, Ear] = {}
        self._ends: dict[str, asyncio.TimerHandle] = {}
        self._ending: set[Recording] = set()
        self._is_closed = False
        fleet.observe(self)
        self.look()

    @property
    def folder(self) -> Path:
        """Where recordings are put."""
        return Path(self._settings.folder).expanduser() if self._settings.folder else self._usual_folder

    def observe(self, observer: RecorderObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def forget(self, observer: RecorderObserver) -> None:
        """Tell it no more."""
        self._observers.remove(observer)

    def is_recording(self, session: Session) -> bool:
        """Whether this camera is being recorded."""
        return session.identity.key in self._recordings

    @property
    def recorded(self) -> list[Session]:
        """The cameras that are being recorded."""
        return [recording.session for recording in self._recordings.values()]

    @property
    def is_ending(self) -> bool:
        """Whether files of recordings that were ended are still being closed."""
        return bool(self._ending)

    @property
    def open_files(self) -> frozenset[Path]:
        """The files of recordings that are not over: all their parts, also those that are full."""
        recordings = (*self._recordings.values(), *self._ending)
        return frozenset(file for recording in recordings for file in tuple(recording.written.files))

    def seconds(self, session: Session) -> float:
        """For how long this camera has been recorded."""
        recording = self._recordings.get(session.identity.key)
        return 0.0 if recording is None else self._clock() - recording.began

    def cost(self, session: Session) -> Cost:
        """What recording this camera takes now, and what is free on the disk of its recording."""
        recording = self._recordings.get(session.identity.key)
        free = None if recording is None else recording.written.free
        return Cost(session.stats.bytes_per_second(self._clock()), free)

    @property
    def cost_of_all(self) -> Cost:
        """The same for all that are being recorded together."""
        costs = [self.cost(session) for session in self.recorded]
        known = [cost.free for cost in costs if cost.free is not None]
        return Cost(sum(cost.rate for cost in costs), min(known, default=None))

    @property
    def is_recording_all(self) -> bool:
        """Whether all cameras are being recorded, and there are some."""
        return bool(len(self._fleet)) and all(map(self.is_recording, self._fleet))

    def begin(self, session: Session) -> None:
        """Record a camera until it is ended. One that is recorded goes on so. Raises UsageError: that cannot be."""
        key = session.identity.key
        self._keep_on(key)
        if self.is_recording(session) or self._is_closed:
            return
        if importlib.util.find_spec("av") is None:
            raise UsageError(recording_needs_pyav())
        settings, utc_offset_ns = self._settings, time.time_ns() - round(1e9 * self._clock())
        bounds = Bounds(60.0 * settings.split_minutes, 1_000_000 * settings.split_mbytes, self._spare_bytes)
        recording = Recording(
            session,
            self.writer,
            self.folder,
            bounds,
            settings.full_size,
            self._clock,
            utc_offset_ns,
            self._ended,
        )
        self._recordings[key] = recording
        before = self._before.pop(key, None)
        if before is not None:
            recording.begin_with(before)
            before.close()
        self._hear(session)
        self._tell_changed(session)

    def begin_for(self, session: Session, seconds: float) -> None:
        """Record a camera for so long from now. One that is recorded already goes on. Raises UsageError."""
        key = session.identity.key
        if self.is_recording(session) and key not in self._ends:
            return
        self.begin(session)
        self._ends[key] = asyncio.get_running_loop().call_later(seconds, self.end, session)

    def end(self, session: Session) -> None:
        """Record a camera no more; observers are told when its files are closed."""
        key = session.identity.key
        self._keep_on(key)
        recording = self._recordings.pop(key, None)
        if recording is None:
            return
        self._ending.add(recording)
        recording.stop()
        self._look_at(session)
        self._tell_changed(session)

    def toggle(self, session: Session) -> None:
        """Begin, or end. Raises UsageError."""
        (self.end if self.is_recording(session) else self.begin)(session)

    def toggle_all(self) -> None:
        """Record all cameras that there are, or, if that is so, none. Raises UsageError."""
        deed = self.end if self.is_recording_all else self.begin
        for session in self._fleet:
            deed(session)

    def note(self, session: Session, text: str, kind: str) -> None:
        """Put down what the viewer noticed by itself, among what is said; `kind` is a word, as `motion`."""
        self._say(session.identity.key, Spoken(session.name, text, kind))

    def look(self) -> None:
        """The settings may have changed. What is being recorded goes on as it was begun."""
        wanted = self._settings.before_seconds, self._settings.full_size
        for session in self._fleet:
            before = self._before.get(session.identity.key)
            if before is not None and before.kept != wanted:
                self._forget_before(session)
            self._look_at(session)

    def close(self) -> None:
        """End all recordings and write what is still to be written: below a second, as a rule. Nobody is told."""
        self._is_closed = True
        self._observers.clear()
        for session in self.recorded:
            self.end(session)
        for session in self._fleet:
            self.session_removed(session)
        self.snapshots.close()
        self.writer.close()

    # What the fleet tells

    def session_added(self, session: Session) -> None:
        self._look_at(session)

    def session_removed(self, session: Session) -> None:
        self.end(session)
        self._forget_before(session)
        self._stop_hearing(session.identity.key)

    def told(self, sentence: str) -> None: ...

    # Inside

    def _look_at(self, session: Session) -> None:
        """Keep what comes before a recording, or hear and keep nothing."""
        key, settings = session.identity.key, self._settings
        if self.is_recording(session) or key in self._before:
            return
        if settings.before_seconds and not self._is_closed and importlib.util.find_spec("av") is not None:
            self._before[key] = Before(session, settings.before_seconds, settings.full_size, self._clock)
            share_memory(self._before.values())
            self._hear(session)
        else:
            self._stop_hearing(key)

    def _forget_before(self, session: Session) -> None:
        before = self._before.pop(session.identity.key, None)
        if before is not None:
            before.close()
            share_memory(self._before.values())

    def _hear(self, session: Session) -> None:
        key = session.identity.key
        if key not in self._ears:
            self._ears[key] = Ear(session, lambda spoken: self._say(key, spoken))

    def _stop_hearing(self, key: str) -> None:
        ear = self._ears.pop(key, None)
        if ear is not None:
            ear.close()

    def _say(self, key: str, spoken: Spoken) -> None:
        if (recording := self._recordings.get(key)) is not None:
            recording.say(spoken)
        elif (before := self._before.get(key)) is not None:
            before.note(spoken)

    def _keep_on(self, key: str) -> None:
        """Do not end it by itself."""
        timer = self._ends.pop(key, None)
        if timer is not None:
            timer.cancel()

    def _ended(self, recording: Recording) -> None:
        session, written = recording.session, recording.written
        key = session.identity.key
        self._ending.discard(recording)
        if self._recordings.get(key) is recording:
            # The disk ended it.
            del self._recordings[key]
            self._keep_on(key)
            if session in list(self._fleet):
                self._look_at(session)
            self._tell_changed(session)
        error, name, files = recording.error, session.name, tuple(written.files)
        cause = "" if error is None else cause_of_end(error, recording.folder, bool(files), written.is_lost)
        trouble = why_recording_ended(name, cause) if cause else ""
        saved = Saved(name, files, written.frames, written.bytes, written.seconds, recording.missed, trouble, cause)
        for observer in list(self._observers):
            observer.recording_saved(saved)

    def _tell_snapshots(self, files: list[Path], troubles: list[str]) -> None:
        for observer in list(self._observers):
            observer.snapshots_taken(files, troubles)

    def _tell_changed(self, session: Session) -> None:
        for observer in list(self._observers):
            observer.recording_changed(session)
