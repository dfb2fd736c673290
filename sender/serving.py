"""The place where all parts of a camera come together while it serves."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import zmq

from camwire.commands import announced
from camwire.endpoint import Endpoint
from sender.audience.base import AudienceFor
from sender.commands.declared import DeclaredCommands
from sender.commands.performing import Performing
from sender.commands.registering import with_standard
from sender.controls.desk import ControlDesk
from sender.encoders import registered
from sender.filters.base import Filter
from sender.health.status import host_facts
from sender.health.watch import HealthWatch
from sender.pictures.look import Look
from sender.pipeline.filtering import Filtering
from sender.pipeline.pipeline import Pipeline
from sender.pipeline.rendition import Frames
from sender.sources.base import Source
from sender.standard import Standard
from sender.talk.chat import Answering, OnMessage
from sender.talk.inbox import Staff

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
        filters: Sequence[Filter] = (),
        disk: Path | None = None,
    ) -> None:
        """`disk` is a path on the disk that matters; left out, the home folder."""
        self._loop = asyncio.get_running_loop()
        self._performing = Performing()
        self._on_size = on_size
        self.pipeline = Pipeline(source, look, fps, self._publish, self._size_changed, filtering=Filtering(filters))
        facts = partial(host_facts, disk=disk)
        self.health = HealthWatch(self.pipeline, lambda *told: self.audience.show_health(*told), facts)
        """How the source and this computer are doing."""
        self.pipeline.on_trouble = self.health.tick
        standard = Standard(
            self.pipeline,
            lambda: len(self.audience.names),
            lambda: self.audience.drops,
            facts,
            has_quality=registered()[codec].has_quality,
            health=lambda: self.health.text,
            on_change=lambda: self.controls.refresh(),
            table=lambda: self.audience.table,
        )
        self.controls = ControlDesk(standard.controls)
        """What can be set, for viewers."""
        self.commands = with_standard(commands, standard)
        """What viewers can give."""
        self.announced = announced(self.commands.commands)
        """The same, as the camera's hello tells it."""
        # From here on, everything must be ended.
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._answering = None if on_message is None else Answering(on_message)
        staff = Staff(self._answering, self._performing, self.commands, self.controls)
        self.audience = audience_for(self.pipeline.want, staff)
        self._timer: asyncio.TimerHandle | None = None

    async def start(
        self, listen: Endpoint | None, dial: Iterable[Endpoint], is_patient: bool = False
    ) -> Endpoint | None:
        """Open the source, then the links; return where we really listen. The patient need no source to begin."""
        try:
            await self.pipeline.start(is_patient)
            self.controls.refresh()
            bound = self.audience.open(self._context, listen, dial)
        except BaseException:
            await self.stop()
            raise
        self.health.start()
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick)
        return bound

    async def stop(self) -> None:
        """Say goodbye and end everything. Also after a start that failed."""
        if self._timer is not None:
            self._timer.cancel()
        self.audience.say_goodbye()
        await self.health.stop()
        await self.controls.close()
        await self.pipeline.stop()
        if self._answering is not None:
            await self._answering.close()
        await self._performing.close()
        await self.audience.linger()
        self.audience.close()
        self._context.term()

    def _publish(self, frames: Frames) -> None:
        self.audience.publish(frames)

    def _size_changed(self, width: int, height: int) -> None:
        self._on_size(width, height)
        self.controls.refresh()

    def _tick(self) -> None:
        self._timer = self._loop.call_later(TICK_SECONDS, self._tick)
        self.audience.tick(time.monotonic())
        self.health.tick()
