"""A network camera: a real HTTP server that sends JPEGs, as cheap cameras do."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest
import simplejpeg
import zmq

from sender import Camera
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
JPEG = simplejpeg.encode_jpeg(np.full((120, 160, 3), 90, np.uint8))
HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=next\r\n\r\n"
PART = b"--next\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%b\r\n" % (len(JPEG), JPEG)


class NetworkCamera:
    """Sends 50 pictures a second to everybody who connects. `hang_up` cuts them all off."""

    def __init__(self) -> None:
        self.connections = 0
        self.open = 0
        self._writers: list[asyncio.StreamWriter] = []

    def hang_up(self) -> None:
        for writer in self._writers:
            writer.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        self._writers.append(writer)
        await reader.readuntil(b"\r\n\r\n")
        writer.write(HEAD)
        while not writer.is_closing():
            writer.write(PART)
            try:
                await writer.drain()
            except ConnectionError:
                break
            await asyncio.sleep(0.02)
        self.open -= 1
        writer.close()


@asynccontextmanager
async def network_camera() -> AsyncIterator[tuple[NetworkCamera, str]]:
    camera = NetworkCamera()
    server = await asyncio.start_server(camera.serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield camera, f"http://user:secret@127.0.0.1:{port}/live"
        camera.hang_up()
        await until(lambda: camera.open == 0)


def test_that_a_network_camera_is_shown_and_found_again(
    run: Run, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with network_camera() as (there, url), Camera("street", source=url, listen=ANYWHERE) as camera:
            with watching(context, camera.endpoint, Viewer("desk")) as viewer:
                await until(lambda: viewer.frames)
                assert (viewer.frames[0].width, viewer.frames[0].height) == (160, 120)
                there.hang_up()
                await until(lambda: "has stopped sending" in caplog.text)
                before = len(viewer.frames)
                await until(lambda: there.connections >= 2 and len(viewer.frames) > before)

    run(scene(), timeout=20)
    assert "secret" not in caplog.text
