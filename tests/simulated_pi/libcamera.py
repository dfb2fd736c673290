"""Stands in for the Python bindings of libcamera: as much of them as the real picamera2 needs.

Names are libcamera's, which is why they do not follow this house. `tests/simulated_pi/surface.json` keeps them honest.
"""

import sys

from tests.simulated_pi.bindings import controls, properties
from tests.simulated_pi.bindings.buffers import FrameBuffer, FrameMetadata, Request
from tests.simulated_pi.bindings.camera import Camera
from tests.simulated_pi.bindings.colour import ColorSpace, PixelFormat
from tests.simulated_pi.bindings.configuration import (
    CameraConfiguration,
    SensorConfiguration,
    Stream,
    StreamConfiguration,
    StreamFormats,
    StreamRole,
)
from tests.simulated_pi.bindings.control_ids import ControlId, ControlInfo, ControlType
from tests.simulated_pi.bindings.geometry import Orientation, Point, Rectangle, Size, SizeRange, Transform
from tests.simulated_pi.bindings.manager import CameraManager

__all__ = [
    "Camera",
    "CameraConfiguration",
    "CameraManager",
    "ColorSpace",
    "ControlId",
    "ControlInfo",
    "ControlType",
    "FrameBuffer",
    "FrameMetadata",
    "Orientation",
    "PixelFormat",
    "Point",
    "Rectangle",
    "Request",
    "SensorConfiguration",
    "Size",
    "SizeRange",
    "Stream",
    "StreamConfiguration",
    "StreamFormats",
    "StreamRole",
    "Transform",
    "controls",
    "properties",
]

# The real package keeps everything in this extension module; picamera2 looks there, too.
_libcamera = sys.modules[__name__]
