"""A camera that was removed comes back as it was."""

from collections.abc import Callable

from camwire.errors import UsageError
from viewer.core.known_cameras import Removed
from viewer.core.program import Program
from viewer.ui.wall.wall import Wall


class Removal:
    """Removes the camera with this key from `wall`, and everything that is known of it; and brings it all back, once
    `claim()` has said that it belongs there."""

    def __init__(self, program: Program, wall: Wall, key: str, claim: Callable[[], object]) -> None:
        self._program = program
        self._wall = wall
        self._key = key
        self._claim = claim
        self._removed: Removed | None = None
        self._memory = wall.memory()

    def remove(self) -> None:
        """Forget the camera, if it is there."""
        if self._key in self._program.fleet:
            self._memory = self._wall.memory()
            self._removed = self._program.cameras.remove(self._program.fleet[self._key])

    def restore(self) -> None:
        """Have it again, where it was."""
        if self._removed is None:
            return
        # Before it comes, so that it finds its place.
        self._claim()
        self._wall.remember(self._memory)
        try:
            self._program.cameras.restore(self._removed)
        except UsageError as error:
            self._program.say(str(error))
        self._removed = None
