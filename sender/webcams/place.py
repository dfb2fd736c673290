"""Where a webcam is: after its cable was pulled it mostly comes back under another number."""

import os
import re
import sys
from typing import Final

from sender.errors import SourceError
from sender.webcams import elsewhere, linux

IS_LINUX = sys.platform == "linux"
device_of = linux.device_of if IS_LINUX else elsewhere.device_of
why_not = linux.why_not if IS_LINUX else elsewhere.why_not

LASTING = re.compile(r"(usb|pci|platform)-\S+")
NUMBERED = re.compile(r"/dev/video\d+")


def is_lasting(spec: str) -> bool:
    """Whether `spec` is the name that a webcam keeps, as `--list-sources` tells it, and no file has that name."""
    return LASTING.fullmatch(spec) is not None and not os.path.exists(spec)


class Place:
    """`spec` is a number, a path of /dev, or a lasting name. `device` is where that webcam is now.

    A webcam that was asked for by its number is found again by its name, once it was there. Another one that
    has its number then is not taken for it.
    """

    def __init__(self, spec: str) -> None:
        self._spec: Final = spec
        self._own = f"/dev/video{spec}" if spec.isdigit() and IS_LINUX else spec
        self._lasting = spec if is_lasting(spec) else ""

    def device(self) -> str:
        """A path on Linux, a number elsewhere. Raises SourceError when it is not plugged in."""
        found = device_of(self._lasting) if self._lasting else None
        if found is None and self._lasting == self._spec:
            raise SourceError(
                f"No webcam is called {self._spec} here. Plug it in, or take another one: "
                "watchword-camera --list-sources tells which there are."
            )
        if found is None and self._lasting and linux.id_of(self._own) not in ("", self._lasting):
            # Viewers would see another room under this camera's name.
            raise SourceError(
                f"The webcam {self._spec} was {self._lasting}, and another one is there now. Plug it in again, or "
                "end the camera program and start it again to use the other."
            )
        return found or self._own

    def was_opened(self, device: str) -> None:
        """It was there: remember which camera it was."""
        if IS_LINUX and not self._lasting and NUMBERED.fullmatch(self._own):
            self._lasting = linux.id_of(device)
