"""TCP servers that are no cameras, or behave as if they were none."""

import asyncio
from contextlib import suppress

from camwire.endpoint import Endpoint
from tests.support.zmtp import GREETING


class Stranger:
    """Takes every call, says `banner` and then hangs up, or waits in silence."""

    def __init__(self, banner: bytes, hangs_up: bool) -> None:
        self._banner = banner
        self._hangs_up = hangs_up
        self._server: asyncio.Server | None = None
        self._callers: list[asyncio.StreamWriter] = []

    async def start(self) -> "Stranger":
        """Listen on a free port."""
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        return self

    @property
    def endpoint(self) -> Endpoint:
        """Where it listens."""
        assert self._server is not None
        return Endpoint("127.0.0.1", self._server.sockets[0].getsockname()[1])

    async def __aenter__(self) -> Endpoint:
        return (await self.start()).endpoint

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Listen no more and drop every caller."""
        assert self._server is not None
        self._server.close()
        for caller in self._callers:
            caller.close()
            with suppress(OSError):
                await caller.wait_closed()
        await self._server.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._callers.append(writer)
        writer.write(self._banner)
        # Whoever called just before the server was closed comes here after that.
        if self._hangs_up or self._server is None or not self._server.is_serving():
            writer.close()


class BusyCamera(Stranger):
    """One that encrypts and has much to do: it has read who calls without encryption before it has said its own, and
    hangs up on that."""

    def __init__(self, slowness: float = 0.0) -> None:
        """It takes `slowness` seconds to hang up."""
        super().__init__(b"", hangs_up=False)
        self._slowness = slowness

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._callers.append(writer)
        writer.write(GREETING[:11])
        with suppress(asyncio.IncompleteReadError, OSError):
            await reader.readexactly(11)
            try:
                async with asyncio.timeout(0.2):
                    await reader.readexactly(len(GREETING) - 11)
            except TimeoutError:
                # This one waits for more; there is time to say it.
                writer.write(GREETING[11:].replace(b"NULL\0", b"CURVE"))
                await reader.read()
            else:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._slowness):
                        await reader.read()
        writer.close()
