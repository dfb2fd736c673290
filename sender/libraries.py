"""The libraries of the camera part, loaded when they are first needed and not before."""

import importlib.util
import os
from functools import cache
from types import ModuleType

from camwire import limits
from camwire.errors import UsageError
from sender.own_command import is_frozen

NEEDED = ("numpy", "simplejpeg", "platformdirs")
ONE_OF = ("cv2", "av")
"""For pictures: the first that is there is taken."""
_WAY_OUT = "Install watchword-camera" if is_frozen() else "pip install '.[camera]' in the checkout"
MISSING = f"The camera part is not installed here: {_WAY_OUT}"
WITHOUT_OPENCV = f"It needs OpenCV, which is not installed here. {_WAY_OUT}"

# Read by OpenCV when it is loaded: no chatter on stderr, and no driver that keeps a thread for ten seconds.
_SETTINGS = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "2",
    # A small file can claim to be a picture that takes gigabytes.
    "OPENCV_IO_MAX_IMAGE_PIXELS": str(limits.PICTURE_PIXELS),
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",
}


def require_libraries() -> None:
    """Raise UsageError when a library of the camera part is missing. Loads none of them."""
    if not (all(map(_is_here, NEEDED)) and any(map(_is_here, ONE_OF))):
        raise UsageError(MISSING)


@cache
def has_opencv() -> bool:
    """Whether OpenCV is here, which only webcams and the stabiliser cannot be without."""
    return _is_here("cv2")


def opencv() -> ModuleType:
    """Return `cv2`. The first call takes a tenth of a second. Raises UsageError where it is not installed."""
    if not has_opencv():
        raise UsageError(WITHOUT_OPENCV)
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    import cv2

    return cv2


def _is_here(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
