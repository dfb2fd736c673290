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
from sender.camera import Camera
from sender.commands.call import Call, Cancelled
from sender.commands.declared import Range
from sender.errors import SourceError, SourceLost
from sender.filters.base import Filter
from sender.pictures.capture import Capture
from sender.pictures.yuv import Yuv420
from sender.sources.base import Source
from sender.talk.message import Message, ReceivedFile
from sender.talk.shown_pictures import ShownPicture
from sender.together import run_all, serve_all

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
