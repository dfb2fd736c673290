"""What the program has while it runs, whatever window shows it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from camwire.errors import UsageError
from viewer.core.finding.finding import Finding
from viewer.core.fleet import Fleet
from viewer.core.following import Following
from viewer.core.known_cameras import KnownCameras
from viewer.core.motion.watch import MotionWatch
from viewer.core.paths import Paths
from viewer.core.recording.recorder import Recorder
from viewer.core.settings import Settings, SettingsFile
from viewer.core.showing.showings import Showings
from viewer.core.sound_settings import make_sound
from viewer.core.wall.undo import Undo

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Program:
    """Made before the first window, closed after the last: a window that is made anew finds all of it as it was.

    `say` shows a sentence until it is dismissed, `say_instead(sentence, before)` in place of another, `say_briefly` as
    long as it takes to read, and `offer(sentence, words, do)` so long with a button: in the window there is, which sets
    them.
    """

    fleet: Fleet
    file: SettingsFile
    paths: Paths
    showings: Showings = field(init=False)
    """Which cameras get pictures of ours."""
    cameras: KnownCameras = field(init=False)
    """What the person does with cameras and ports, and how that is remembered."""
    recorder: Recorder = field(init=False)
    """Which cameras are being recorded."""
    motion: MotionWatch = field(init=False)
    """Before which cameras something moves."""
    finding: Finding = field(init=False, default_factory=Finding)
    """Which cameras say on the network that they are there, while somebody wants to know."""
    following: Following = field(init=False)
    """Where cameras are that have another address now."""
    undo: Undo = field(init=False, default_factory=Undo)
    """What was done to the walls of all windows."""
    say: Callable[[str], None] = field(init=False, default=lambda sentence: None)
    say_instead: Callable[[str, str], None] = field(init=False, default=lambda sentence, before: None)
    say_briefly: Callable[[str], None] = field(init=False, default=lambda sentence: None)
    offer: Callable[[str, str, Callable[[], object]], None] = field(
        init=False, default=lambda sentence, words, do: None
    )

    notices: list[str] = field(init=False)
    """What is to be said of the settings when there is a window."""

    def __post_init__(self) -> None:
        self.notices = make_sound(self.settings, self.paths)
        self.showings = Showings(self.fleet)
        self.cameras = KnownCameras(self.fleet, self.file, lambda sentence: self.say(sentence))
        self.recorder = Recorder(self.fleet, self.settings.recording, self.paths.recordings, self.paths.snapshots)
        self.following = Following(self.fleet, lambda: self.settings.general.follow, self.cameras.save)
        self.cameras.before_trial = self.following.before_trial
        self.motion = MotionWatch(self.fleet, self.settings.motion, self.recorder, self.cameras.save)

    @property
    def settings(self) -> Settings:
        """What is remembered between runs."""
        return self.file.settings

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do it; if it cannot be done, say why, and go on."""
        try:
            deed()
        except UsageError as error:
            log.warning("%s", error)
            self.say(str(error))

    def close(self) -> None:
        """Before the fleet is closed: end what goes out of it."""
        self.finding.end()
        self.following.end()
        self.showings.close()
        self.motion.close()
        self.recorder.close()
