"""The webcams of Windows and macOS: by the library cv2-enumerate-cameras where it is installed, else by trying.

Written from the documentation of that library and of OpenCV; not tried on these systems.
"""

import importlib
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sender.libraries import opencv
from sender.webcams.found import FoundWebcam
from sender.webcams.opening import backends

MOST_TRIED = 4


def webcams() -> list[FoundWebcam]:
    """All webcams. Without the library their lights go on for a moment, because each is opened."""
    try:
        library = importlib.import_module("cv2_enumerate_cameras")
    except ImportError:
        return tried()
    return named(library.enumerate_cameras(backends()[0]))


def named(infos: Iterable[Any]) -> list[FoundWebcam]:
    """What the library tells: name, index, and the numbers of maker and product, of which an id is made.

    Alike cameras are numbered in the order in which the system has them.
    """
    found, seen = [], Counter[str]()
    for info in infos:
        lasting = f"usb-{info.vid:04x}-{info.pid:04x}" if info.vid and info.pid else ""
        seen[lasting] += 1
        if lasting and seen[lasting] > 1:
            lasting = f"{lasting}-{seen[lasting]}"
        # Its index counts the backend in, as in 701.
        found.append(FoundWebcam(lasting, str(info.name), str(int(info.index) % 100)))
    return found


def tried() -> list[FoundWebcam]:
    """The first numbers that open, until one does not."""
    cv2 = opencv()
    found: list[FoundWebcam] = []
    for number in range(MOST_TRIED):
        video = cv2.VideoCapture(number, backends()[0])
        is_open = video.isOpened()
        video.release()
        if not is_open:
            break
        found.append(FoundWebcam("", f"Webcam {number}", str(number)))
    return found


def device_of(lasting: str) -> str | None:
    """The number that this webcam has now; None when it is not here."""
    return next((each.device for each in webcams() if each.id == lasting), None)


def why_not(device: str) -> str:
    """What may keep a program from opening a webcam on this system, as a sentence."""
    if sys.platform == "darwin":
        return "Allow this program the camera in System Settings, Privacy & Security."
    return ""
