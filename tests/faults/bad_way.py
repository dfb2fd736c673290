"""A bad way between two programs: what it takes arrives late, in fits and starts, or not as it was sent."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

PIECE = 65536
# How long TCP waits before it sends again what got lost; twice as long each time.
AGAIN_SECONDS = 0.2


class BadWay:
    """Passes on what comes at `address` to `port`. Between TCP's ends nothing is lost: a lost packet comes late, and
    so does all that is behind it."""

    def __init__(self, chance: random.Random) -> None:
        self.address = ""
        self.port = 0
        self.delay = 0.0
        """Seconds that everything takes, one way."""
        self.loss = 0.0
        """The share of pieces that get lost at each try."""
        self.corruption = 0.0
        """The share of pieces in which one byte is changed."""
        self._chance = chance
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on one connection."""
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            writer.close()
            return
        for source, target in ((reader, far_writer), (far_reader, writer)):
            task = asyncio.create_task(self._carry(source, target))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """End all connections."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)

        async def deliver() -> None:
            while (arrival := await under_way.get())[1]:
                await asyncio.sleep(arrival[0] - loop.time())
                target.write(arrival[1])
                await target.drain()

        delivering = asyncio.create_task(deliver())
        try:
            with suppress(OSError):
                due = 0.0
                while piece := await source.read(PIECE):
                    due = max(due, loop.time() + self.delay + self._lost())
                    await under_way.put((due, self._changed(piece)))
                await under_way.put((due, b""))
                await delivering
        finally:
            delivering.cancel()
            await asyncio.gather(delivering, return_exceptions=True)
            target.close()

    def _lost(self) -> float:
        wait, again = 0.0, AGAIN_SECONDS
        while self._chance.random() < self.loss:
            wait, again = wait + again, 2 * again
        return wait

    def _changed(self, piece: bytes) -> bytes:
        if self._chance.random() >= self.corruption:
            return piece
        place = self._chance.randrange(len(piece))
        return piece[:place] + bytes([piece[place] ^ self._chance.randint(1, 255)]) + piece[place + 1 :]


@asynccontextmanager
async def bad_way(seed: int) -> AsyncIterator[BadWay]:
    """A way that is good at first; its `port` is to be set."""
    way = BadWay(random.Random(seed))
    server = await asyncio.start_server(way.serve, "127.0.0.1", 0)
    way.address = f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield way
    finally:
        server.close()
        await way.close()
