"""The place where all parts of a camera come together while it serves."""

import asyncio
import time
from collections.abc import Callable, Iterable

import zmq

from camwire.commands import announced
from camwire.endpoint import Endpoint
from sender.audience import AudienceFor
from sender.chat import Answering, OnMessage
from sender.declared import DeclaredCommands
from sender.encoders import registered
from sender.inbox import Staff
from sender.look import Look
from sender.performing import Performing
from sender.pipeline import Pipeline
from sender.registering import with_standard
from sender.rendition import Frames
from sender.sources.base import Source
from sender.standard import Standard

TICK_SECONDS = 1.0


class Serving:
    """Source, pipeline, and the links to its audience, of one camera: started leaves first, stopped in reverse."""

    def __init__(
        self,
        source: Source,
        codec: str,
        look: Look,
        fps: float | None,
        audience_for: AudienceFor,
        on_size: Callable[[int, int], None],
        on_message: OnMessage | None,
        commands: DeclaredCommands,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._performing = Performing()
        self.pipeline = Pipeline(source, look, fps, self._publish, on_size)
        standard = Standard(
            self.pipeline,
            lambda: len(self.audience.names),
            lambda: self.audience.drops,
            has_quality=registered()[codec].has_quality,
        )
        self.commands = with_standard(commands, standard)
        """What viewers can give."""
        self.announced = announced(self.commands.commands)
        """The same, as the camera's hello tells it."""
        # From here on, everything must be ended.
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._answering = None if on_message is None else Answering(on_message)
        staff = Staff(self._answering, self._performing, self.commands)
        self.audience = audience_for(self.pipeline.want, staff)
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
        self.audience.say_goodbye()
        await self.pipeline.stop()
        if self._answering is not None:
            await self._answering.close()
        await self._performing.close()
        await self.audience.linger()
        self.audience.close()
        self._context.term()

    def _publish(self, frames: Frames) -> None:
        self.audience.publish(frames)

    def _tick(self) -> None:
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick)
        self.audience.tick(time.monotonic())
