"""What the program has while it runs, whatever window shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from viewer.core.fleet import Fleet
from viewer.core.known_cameras import KnownCameras
from viewer.core.paths import Paths
from viewer.core.settings import Settings, SettingsFile
from viewer.core.showing.showings import Showings


@dataclass(slots=True)
class Program:
    """Made before the first window, closed after the last: a window that is made anew finds all of it as it was.

    `say` shows a sentence until it is dismissed, `say_briefly` as long as it takes to read: in the window there is,
    which sets them.
    """

    fleet: Fleet
    file: SettingsFile
    paths: Paths
    showings: Showings = field(init=False)
    """Which cameras get pictures of ours."""
    cameras: KnownCameras = field(init=False)
    """What the person does with cameras and ports, and how that is remembered."""
    say: Callable[[str], None] = field(init=False, default=lambda sentence: None)
    say_briefly: Callable[[str], None] = field(init=False, default=lambda sentence: None)

    def __post_init__(self) -> None:
        self.showings = Showings(self.fleet)
        self.cameras = KnownCameras(self.fleet, self.file, lambda sentence: self.say(sentence))

    @property
    def settings(self) -> Settings:
        """What is remembered between runs."""
        return self.file.settings

    def close(self) -> None:
        """Before the fleet is closed: end what goes out of it."""
        self.showings.close()
