"""How OpenCV opens a webcam on each system, and in which order it is told what is wanted.

Linux was tried on an emulated camera. What is done for Windows and macOS follows reports of others (OpenCV's issues
17687, 26495 and 11398) and was not tried there.
"""

import sys
from typing import Any

from sender.asked import Size
from sender.libraries import opencv

MJPG = int.from_bytes(b"MJPG", "little")
# Media Foundation needs up to 20 seconds to open a webcam: only where DirectShow knows none.
BACKENDS = {"linux": ("CAP_V4L2",), "win32": ("CAP_DSHOW", "CAP_MSMF"), "darwin": ("CAP_AVFOUNDATION",)}


def backends(system: str = sys.platform) -> list[int]:
    """OpenCV's numbers of the ways to a webcam, the best first."""
    return [int(getattr(opencv(), name)) for name in BACKENDS.get(system, ("CAP_ANY",))]


def opened(device: str) -> Any | None:
    """An open cv2.VideoCapture of a path or number, or None."""
    cv2 = opencv()
    for backend in backends():
        video = cv2.VideoCapture(int(device) if device.isdigit() else device, backend)
        if video.isOpened():
            return video
        video.release()
    return None


def negotiate(video: Any, size: Size | None, fps: float | None, system: str = sys.platform) -> tuple[bool, float]:
    """Ask the camera for JPEG, and for this size and rate; return whether it gives JPEG, and the rate that it had.

    In this order: without MJPG most cameras give 5 pictures a second above 640x480.
    """
    cv2 = opencv()
    video.set(cv2.CAP_PROP_FOURCC, MJPG)
    if size is not None:
        video.set(cv2.CAP_PROP_FRAME_WIDTH, size.width)
        video.set(cv2.CAP_PROP_FRAME_HEIGHT, size.height)
        if system == "win32":
            # DirectShow takes the format only together with a size, and has forgotten it when the size changed.
            video.set(cv2.CAP_PROP_FOURCC, MJPG)
    own_fps = float(video.get(cv2.CAP_PROP_FPS))
    if fps is not None:
        video.set(cv2.CAP_PROP_FPS, fps)
    video.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return int(video.get(cv2.CAP_PROP_FOURCC)) == MJPG, own_fps
