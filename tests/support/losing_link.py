"""A cable between the viewer and a camera that can be cut: a proxy that breaks its connections in every ugly way."""

import asyncio
import contextlib
import math
import random
import socket
import struct
from collections.abc import Callable, Coroutine

CUTS = ("reset", "reset", "torn", "torn", "half to camera", "half to viewer", "silent")
"""`reset` hangs up on both; `torn` does so after a few more bytes; of a half-open connection one side hears nothing of
that, and of a silent one neither does."""
HALF_SECONDS = 4.0
_RESET = struct.pack("ii", 1, 0)


class Cable:
    """Takes calls at a port of its own and passes them on to the camera at `port`; 0: it is off."""

    def __init__(self, chance: random.Random) -> None:
        self.port = 0
        self.bytes_per_second = math.inf
        """How much it carries each way."""
        self._chance = chance
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self._connections: set[Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._start(self._accept())

    @property
    def address(self) -> str:
        """Where the viewer calls."""
        return f"tcp://127.0.0.1:{self._socket.getsockname()[1]}"

    @property
    def is_up(self) -> bool:
        """Whether there is a connection that both ends speak on."""
        return any(each.is_up for each in self._connections)

    def cut(self, kind: str = "") -> str:
        """Cut what there is, as `kind` says or by chance; return how."""
        kind = kind or self._chance.choice(CUTS)
        for each in list(self._connections):
            if each.is_up:
                self._start(each.cut(kind, self._chance.randint(1, 3_000)))
        return kind

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._socket.close()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            viewer, _ = await loop.sock_accept(self._socket)
            self._start(self._serve(viewer))

    async def _serve(self, viewer: socket.socket) -> None:
        camera = socket.socket()
        camera.setblocking(False)
        connection = Connection(viewer, camera, lambda: self.bytes_per_second)
        try:
            if self.port:
                await asyncio.get_running_loop().sock_connect(camera, ("127.0.0.1", self.port))
                self._connections.add(connection)
                await connection.serve()
        except OSError:
            pass
        finally:
            self._connections.discard(connection)
            connection.hang_up(viewer)
            connection.hang_up(camera)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class Connection:
    """One call that is passed on."""

    def __init__(
        self, viewer: socket.socket, camera: socket.socket, bytes_per_second: Callable[[], float] = lambda: math.inf
    ) -> None:
        self._viewer = viewer
        self._camera = camera
        self._bytes_per_second = bytes_per_second
        self._has_spoken: set[socket.socket] = set()
        self._left = -1
        self._is_silent = False
        self._is_cut = False
        self._ended = asyncio.Event()

    @property
    def is_up(self) -> bool:
        """Whether both ends have spoken and nobody has cut it."""
        return len(self._has_spoken) == 2 and not self._is_cut

    async def serve(self) -> None:
        """Pass on what comes until one end hangs up or the call is cut."""
        pumps = [
            asyncio.ensure_future(self._pump(self._viewer, self._camera)),
            asyncio.ensure_future(self._pump(self._camera, self._viewer)),
        ]
        try:
            await self._ended.wait()
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)

    async def cut(self, kind: str, rest: int) -> None:
        """Cut it as `kind` says; a torn one after `rest` more bytes or a moment."""
        self._is_cut = True
        if kind == "torn":
            self._left = rest
            await asyncio.sleep(0.3)
        elif kind != "reset":
            self._is_silent = True
            if kind == "half to camera":
                self.hang_up(self._viewer)
            elif kind == "half to viewer":
                self.hang_up(self._camera)
            await asyncio.sleep(HALF_SECONDS)
        self._ended.set()

    def hang_up(self, end: socket.socket) -> None:
        """End a connection without a word of farewell."""
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        loop = asyncio.get_running_loop()
        if end.fileno() >= 0:
            loop.remove_reader(end)
            loop.remove_writer(end)
        end.close()

    async def _pump(self, source: socket.socket, target: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        try:
            while piece := await loop.sock_recv(source, 65536):
                self._has_spoken.add(source)
                if self._is_silent:
                    continue
                if self._left >= 0:
                    piece, self._left = piece[: self._left], max(0, self._left - len(piece))
                await asyncio.sleep(len(piece) / self._bytes_per_second())
                await loop.sock_sendall(target, piece)
                if self._left == 0:
                    break
        except OSError:
            pass
        if not self._is_silent:
            self._ended.set()
