"""A cable to a camera that can be pulled out and put back: what is under way then comes late, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class HeldCable:
    """Passes on what comes at `address` to the camera at `port`, both ways, but not while it is pulled out."""

    def __init__(self, port: int) -> None:
        self.address = ""
        self.heard: bytearray | None = None
        """All that goes over it, either way, if somebody listens."""
        self._port = port
        self._is_in = asyncio.Event()
        self._is_in.set()
        self._tasks: set[asyncio.Task[None]] = set()

    def pull(self) -> None:
        """From now on nothing gets through."""
        self._is_in.clear()

    def put_back(self) -> None:
        """Everything gets through again."""
        self._is_in.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on one connection."""
        camera_reader, camera_writer = await asyncio.open_connection("127.0.0.1", self._port)
        for source, target in ((reader, camera_writer), (camera_reader, writer)):
            task = asyncio.create_task(self._pump(source, target))
            self._tasks.add(task)

    async def close(self) -> None:
        """End all connections."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError):
                while piece := await source.read(65536):
                    await self._is_in.wait()
                    if self.heard is not None:
                        self.heard += piece
                    target.write(piece)
                    await target.drain()
        finally:
            target.close()


@asynccontextmanager
async def held_cable(endpoint: str) -> AsyncIterator[HeldCable]:
    """A cable to the camera at `endpoint`."""
    cable = HeldCable(int(endpoint.rpartition(":")[2]))
    server = await asyncio.start_server(cable.serve, "127.0.0.1", 0)
    cable.address = f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield cable
    finally:
        server.close()
        await cable.close()
