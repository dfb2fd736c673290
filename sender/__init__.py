"""The camera: a headless program, and a Python API for cameras of one's own.

from sender import Camera

camera = Camera("porch", source="0")

@camera.on_message
def answer(message):
    return f"You said {message.text}"

camera.run()
"""

from camwire.errors import UsageError
from camwire.values import Jpeg
from sender.call import Call, Cancelled
from sender.camera import Camera
from sender.declared import Range
from sender.filters.base import Filter
from sender.message import Message, ReceivedFile
from sender.shown_pictures import ShownPicture
from sender.sources.base import Capture, Source, SourceError, SourceLost
from sender.together import run_all, serve_all
from sender.yuv import Yuv420

__all__ = [
    "Call",
    "Camera",
    "Cancelled",
    "Capture",
    "Filter",
    "Jpeg",
    "Message",
    "Range",
    "ReceivedFile",
    "ShownPicture",
    "Source",
    "SourceError",
    "SourceLost",
    "UsageError",
    "Yuv420",
    "run_all",
    "serve_all",
]
