"""A camera that was removed comes back as it was."""

from collections.abc import Callable

from viewer.core.known_cameras import Removed
from viewer.core.program import Program
from viewer.core.settings import WallSettings
from viewer.ui.wall.memory import WallMemory


class Removal:
    """Removes the camera with this key, and everything that is known of it; and brings it all back, once `claim()` has
    said where it belongs. `wall` are the settings of the wall that it is on, which may be closed meanwhile."""

    def __init__(self, program: Program, wall: WallSettings, key: str, claim: Callable[[], object]) -> None:
        self._program = program
        self._wall = wall
        self._key = key
        self._claim = claim
        self._removed: Removed | None = None
        self._memory = WallMemory.of(wall)

    def remove(self) -> None:
        """Forget the camera, if it is there."""
        if self._key in self._program.fleet:
            self._memory = WallMemory.of(self._wall)
            self._removed = self._program.cameras.remove(self._program.fleet[self._key])

    def restore(self) -> None:
        """Have it again, where it was."""
        removed, self._removed = self._removed, None
        if removed is not None:
            # Before it comes, so that it finds its place.
            self._claim()
            self._memory.restore(self._wall)
            self._program.attempt(lambda: self._program.cameras.restore(removed))
