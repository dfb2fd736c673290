"""A webcam as this computer tells of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundWebcam:
    """`id` stays with the camera, or at least with its socket, wherever it is plugged in; empty where none is known.

    `device` is what opens it now: a path on Linux, elsewhere a number. `note` says why it cannot be opened, if so.
    """

    id: str
    name: str
    device: str
    note: str = ""
