"""The place where all parts of a camera come together while it serves."""

import asyncio
import time
from collections.abc import Callable, Iterable

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import EncodedFrame
from camwire.messages import CameraHello
from sender.asked import Asked
from sender.audience import Audience
from sender.chat import Answering, OnMessage
from sender.encoders.jpeg import JpegEncoder
from sender.pipeline import Pipeline
from sender.sources.base import Source

TICK_SECONDS = 1.0
GOODBYE_SECONDS = 0.05


class Serving:
    """Source, pipeline, conversations and links of one camera: started leaves first, stopped in reverse."""

    def __init__(
        self,
        asked: Asked,
        source: Source,
        hello: Callable[[], CameraHello],
        on_size: Callable[[int, int], None],
        on_message: OnMessage | None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._answering = None if on_message is None else Answering(on_message)
        encoder = JpegEncoder(asked.size, asked.quality)
        self.pipeline = Pipeline(source, encoder, asked.fps, self._publish, on_size)
        self.audience = Audience(hello, self.pipeline.want, self._answering)
        self._timer: asyncio.TimerHandle | None = None

    async def start(self, listen: Endpoint | None, dial: Iterable[Endpoint]) -> Endpoint | None:
        """Open the source, then the links; return where we really listen."""
        try:
            await self.pipeline.start()
            bound = self.audience.open(self._context, listen, dial)
        except BaseException:
            await self.stop()
            raise
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick)
        return bound

    async def stop(self) -> None:
        """Say goodbye and end everything. Also after a start that failed."""
        if self._timer is not None:
            self._timer.cancel()
        is_heard = self.audience.say_goodbye()
        await self.pipeline.stop()
        if self._answering is not None:
            await self._answering.close()
        if is_heard:
            # A viewer's ZMQ_IMMEDIATE socket throws away what it has not read when the connection ends.
            await asyncio.sleep(GOODBYE_SECONDS)
        self.audience.close()
        self._context.term()

    def _publish(self, frame: EncodedFrame) -> None:
        self.audience.publish(frame)

    def _tick(self) -> None:
        self.audience.tick(time.monotonic())
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick)
