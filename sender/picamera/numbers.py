"""Which of the cameras that were found is meant. Their numbers are no names: they move up when a cable is out."""

from collections.abc import Sequence
from typing import Any

from sender.errors import SourceError

CABLE = (
    "Switch the computer off, check both ends of the camera's cable, and look with rpicam-hello --list-cameras. "
    "An old setting start_x=1 in config.txt hides the camera, too."
)
NOT_SEEN = (
    "If it is plugged in and still not found, start the camera program anew: while others of its Pi cameras are open, "
    "libcamera does not look for new ones."
)


def number_of(which: int | str, found: Sequence[dict[str, Any]], last: str = "") -> int:
    """The number of camera `which`, and of none but the `last` id where that is known. Raises SourceError."""
    for number, each in enumerate(found):
        if each["Id"] == last or (not last and which in (number, each["Id"], each.get("Model"))):
            return number
    raise SourceError(_why_none(which, found, last))


def _why_none(which: int | str, found: Sequence[dict[str, Any]], last: str) -> str:
    if not found:
        return f"No Pi camera is connected. {CABLE}"
    if last:
        # Viewers would see another room under this camera's name.
        was = "This was the Pi camera" if which == last else f"Pi camera {which} was"
        return f"{was} {last}, which is not there now; another is not taken for it. {CABLE} {NOT_SEEN}"
    if isinstance(which, int):
        listed = ", ".join(f"{number} is {each.get('Model', '?')}" for number, each in enumerate(found))
        return f"There is no Pi camera {which}; {listed}. {CABLE}"
    return f"There is no Pi camera “{which}”. There are: {', '.join(each['Id'] for each in found)}."
