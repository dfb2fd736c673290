"""The libraries of the camera part, loaded when they are first needed and not before."""

import importlib.util
import os
from types import ModuleType

from camwire import limits
from camwire.errors import UsageError

NEEDED = ("numpy", "simplejpeg", "cv2", "platformdirs")
MISSING = "The camera part is not installed here: pip install '.[camera]' in the checkout"

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
    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        raise UsageError(MISSING)


def opencv() -> ModuleType:
    """Return `cv2`. The first call takes a tenth of a second."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    import cv2

    return cv2
