"""The commands that every camera has: what a person can ask of its pictures, its source and its computer."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated

from camwire import __version__
from camwire.errors import UsageError
from camwire.values import Jpeg
from sender import controls
from sender.asked import Asked, Size
from sender.controls import Value
from sender.declared import Range
from sender.encoders import jpeg
from sender.health import ASKED_RATE, RATE
from sender.look import Flip, Look
from sender.pipeline import Pipeline
from sender.status import host_facts, uptime

OWN = "source"
SNAPSHOT_QUALITY = 95
LEAST_FPS = 0.1
"""What viewers may ask for. With fewer, a service would take the source for frozen, and end."""
UNWANTED = ("no-credit", "not-due", "rate")
"""Pictures that these took were not asked for, which is no trouble."""
DROPS = {
    "encode-busy": "replaced by newer ones before they were encoded",
    "damaged": "damaged",
    "encode-failed": "that an encoder failed at",
    "no-keyframe": "that a viewer could not have decoded",
    "queue-full": "that the network did not take",
}

Fact = str | int | float


class Standard:
    """The standard commands of the camera that `pipeline` runs. All on its loop; each raises UsageError.

    `viewers()` counts who is here; `drops()` are pictures that one viewer missed, by cause, beside the pipeline's own.
    `facts()` are those of the computer, asked in a thread; `health()` is what is wrong, in sentences. `has_quality`:
    whether `/quality` means anything. `on_change()` is called when the source's controls may have changed. The
    docstrings of commands are shown to people.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        viewers: Callable[[], int],
        drops: Callable[[], Mapping[str, int]] = dict,
        facts: Callable[[], Mapping[str, Fact]] = host_facts,
        has_quality: bool = True,
        health: Callable[[], str] = str,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self._pipeline = pipeline
        self._viewers = viewers
        self._drops = drops
        self._facts = facts
        self._has_quality = has_quality
        self._health = health
        self._on_change = on_change
        self._began = time.monotonic()

    @property
    def commands(self) -> list[Callable[..., object]]:
        """The functions, each named like its command."""
        return [
            self.status,
            self.snapshot,
            self.get,
            self.set,
            self.size,
            self.fps,
            self.quality,
            self.flip,
            self.restart,
        ]

    async def status(self) -> dict[str, Fact]:
        """How the camera and its computer are doing."""
        computer = await asyncio.to_thread(self._facts)
        pipeline = self._pipeline
        drops = dict(pipeline.drops)
        for cause, count in self._drops().items():
            drops[cause] = drops.get(cause, 0) + count
        skipped = sum(drops.pop(cause, 0) for cause in UNWANTED)
        told = ", ".join(f"{count:,} {DROPS.get(cause, cause)}" for cause, count in drops.items() if count)
        return {
            "uptime": uptime(time.monotonic() - self._began),
            "source": pipeline.describe(),
            **({"filters": pipeline.filters} if pipeline.filters else {}),
            **({"trouble": pipeline.trouble} if pipeline.trouble else {}),
            **({"health": health} if (health := self._health()) else {}),
            RATE: round(pipeline.captured.per_second(), 1),
            **({ASKED_RATE: pipeline.fps} if pipeline.fps else {}),
            "picture size": str(pipeline.picture_size or "unknown"),
            "sent size": str(pipeline.size or "unknown"),
            "viewers": self._viewers(),
            "sent now": ", ".join(f"{each} ×{count}" for each, count in pipeline.renditions.items()) or "nothing",
            "dropped": told or "none",
            "not needed": f"{skipped:,} pictures that no viewer was ready for" if skipped else "none",
            **computer,
            "software": f"watchword-camera {__version__}",
        }

    async def snapshot(self) -> Jpeg:
        """Take the next picture in full resolution, however small the live pictures are."""
        capture = await self._pipeline.next_capture()
        look = Look(flip=self._pipeline.look.flip)
        try:
            taken = await asyncio.to_thread(jpeg.encoded, capture, look, SNAPSHOT_QUALITY)
        except ValueError:
            raise UsageError("The camera sent a damaged picture. Try again.") from None
        return Jpeg(bytes(taken.payload), taken.width, taken.height)

    async def get(self, name: str = "") -> Value | list[dict[str, Value | None]]:
        """Show a control of the source, or all of them with their ranges.

        name: a control, such as brightness; left out, all of them
        """
        if not name:
            return await self._pipeline.ask(controls.table)
        return await self._pipeline.ask(lambda source: controls.read(source, name))

    async def set(self, name: str, value: str) -> Value:
        """Set a control of the source. The answer is the value in force then, which the source may have rounded.

        name: a control; /get shows which there are
        value: a number, on or off, one of its choices, or default
        """
        try:
            return await self._pipeline.ask(lambda source: controls.change(source, name, value))
        finally:
            self._on_change()

    async def size(self, size: str = "") -> str:
        """Change the size of the live pictures. The answer is the size in force.

        size: like 640x480; source is the camera's own; left out, nothing changes
        """
        pipeline = self._pipeline
        if size:
            wanted = None if size.strip().lower() == OWN else Size.parse(size)
            own = pipeline.picture_size
            if wanted is not None and own is not None and (wanted.width > own.width or wanted.height > own.height):
                # Better than to blow up small pictures, if the source has larger ones.
                await pipeline.enlarge(wanted)
                self._on_change()
            pipeline.look = replace(pipeline.look, size=wanted)
        return str(pipeline.size or OWN)

    async def fps(self, rate: Annotated[float | None, Range(0, 1000, "per second")] = None) -> str | float:
        """Change how many pictures a second are sent at most. The answer is the limit in force.

        rate: 0 is as many as the source gives; left out, nothing changes
        """
        if rate is not None:
            if 0 < rate < LEAST_FPS:
                raise UsageError(
                    f"Use at least {LEAST_FPS:g}; fewer can be asked for only where the camera is started."
                )
            Asked(fps=rate or None)
            await self._pipeline.set_fps(rate or None)
        return self._pipeline.fps or OWN

    async def quality(self, quality: Annotated[int | None, Range(0, 100)] = None) -> str | int:
        """Change the JPEG quality. The answer is the quality in force.

        quality: 1 (small) to 100 (beautiful); 0 is the usual, or the camera's own; left out, nothing changes
        """
        pipeline = self._pipeline
        if not self._has_quality:
            raise UsageError("The pictures go out as they are (raw), so they have no quality.")
        if quality is not None:
            Asked(quality=quality or None)
            pipeline.look = replace(pipeline.look, quality=quality or None)
        look = pipeline.look
        passes = pipeline.has_own_jpeg and look == Look()
        return OWN if passes else look.quality or jpeg.DEFAULT_QUALITY

    async def flip(self, how: Flip | None = None) -> Flip:
        """Mirror the pictures, or turn them upside down. The answer is what is in force.

        how: both is upside down, by 180°; left out, nothing changes
        """
        pipeline = self._pipeline
        if how is not None:
            pipeline.look = replace(pipeline.look, flip=how)
        return pipeline.look.flip

    async def restart(self) -> str:
        """Close the source and open it again. The viewers stay connected, and what was set stays set."""
        began = time.monotonic()
        first = await self._pipeline.restart()
        self._on_change()
        took = time.monotonic() - began
        return (
            f"The source was closed and opened again: {self._pipeline.describe()}. "
            f"Its first picture, {first.width}x{first.height}, came after {took:.1f} seconds."
        )
