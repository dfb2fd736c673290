"""The wall in Python, without a window: pictures of cameras, and talking with them.

    async with Wall() as wall:
        camera = await wall.add("tcp://porch.local:5600")
        async for picture in camera.pictures():
            print(picture.pixels.shape, picture.age)

Everything belongs to the running asyncio loop, and no function but `asyncio.run` may be called from another thread.
"""

from camwire.errors import UsageError
from camwire.values import Jpeg
from viewer.api.camera import Camera
from viewer.api.picture import Picture
from viewer.api.said import CommandFailed, Message, Receipt, ReceivedFile, SayFailed
from viewer.api.wall import Wall

__all__ = [
    "Camera",
    "CommandFailed",
    "Jpeg",
    "Message",
    "Picture",
    "Receipt",
    "ReceivedFile",
    "SayFailed",
    "UsageError",
    "Wall",
]
