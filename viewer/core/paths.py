"""Where settings, conversations and logs live, on each system in its own place, or all under one folder on request."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "watchword"
# Where a person looks, it is called as a person reads it.
SHOWN_APP = "Watchword"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders; they need not exist yet."""

    config: Path
    logs: Path
    data: Path
    recordings: Path
    snapshots: Path
    is_demo: bool = False
    """Whether it is the demo's wall, which has settings and conversations of its own."""

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / ("demo.toml" if self.is_demo else "settings.toml")

    @property
    def history(self) -> Path:
        """Where conversations are kept."""
        return self.data / ("demo.db" if self.is_demo else "conversations.db")

    @property
    def files(self) -> Path:
        """Where files that cameras sent are kept."""
        return self.data / "files"

    @property
    def own_cameras(self) -> Path:
        """Where the camera programs of this computer keep their key, and messages on their way."""
        return self.data / "own-cameras"

    @property
    def log(self) -> Path:
        """The log file now written to."""
        return self.logs / "watchword.log"

    @property
    def crashes(self) -> Path:
        """Where reports of what went wrong are kept, for the person."""
        return self.logs / "crashes"

    @classmethod
    def of(cls, folder: str | None, is_demo: bool = False) -> "Paths":
        """All under `folder`, or, without one, where this system wants them."""
        if folder:
            whole = Path(folder).absolute()
            return cls(whole, whole / "log", whole, whole / "recordings", whole / "snapshots", is_demo)
        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        return cls(
            dirs.user_config_path,
            dirs.user_log_path,
            dirs.user_data_path,
            dirs.user_videos_path / SHOWN_APP,
            dirs.user_pictures_path / SHOWN_APP,
            is_demo,
        )
