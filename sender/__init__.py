"""The camera: a headless program, and a Python API for cameras of one's own.

from sender import Camera

camera = Camera("porch", source="0")

@camera.on_message
def answer(message):
    return f"You said {message.text}"

camera.run()
"""

from camwire.errors import UsageError
from sender.camera import Camera
from sender.message import Message
from sender.sources.base import Capture, Source, SourceError, SourceLost

__all__ = ["Camera", "Capture", "Message", "Source", "SourceError", "SourceLost", "UsageError"]
