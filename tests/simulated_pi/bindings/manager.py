"""The manager of all cameras: it searches once, when it is made, and lives as long as somebody holds it."""

import weakref

from tests.simulated_pi.bindings.buffers import Request
from tests.simulated_pi.bindings.camera import Camera
from tests.simulated_pi.bindings.completed import Completed
from tests.simulated_pi.board import board


class CameraManager:
    """As the bindings offer it. What was plugged in later is found only by the next one."""

    version = "v0.7.2+simulated"
    _present: "weakref.ref[CameraManager] | None" = None

    def __init__(self) -> None:
        self._completed = Completed()
        self.cameras = [Camera(each, self._completed) for each in board.attached]

    @classmethod
    def singleton(cls) -> "CameraManager":
        """The one there is, or a new one."""
        present = cls._present() if cls._present is not None else None
        if present is None:
            present = cls()
            cls._present = weakref.ref(present)
        return present

    @property
    def event_fd(self) -> int:
        """Readable when requests are through."""
        return self._completed.event_fd

    def get(self, camera_id: str) -> Camera | None:
        """The camera of that id."""
        return next((each for each in self.cameras if each.id == camera_id), None)

    def get_ready_requests(self) -> list[Request]:
        """What is through since the last call."""
        return self._completed.take()
