"""The commands that every camera has: what a person can ask of its pictures, its source and its computer."""

import asyncio
import time
from collections.abc import Callable, Mapping

from camwire import __version__
from camwire.errors import UsageError
from camwire.values import Jpeg
from sender.control import Value
from sender.controls.all_controls import AllControls
from sender.controls.picture_controls import PictureControls
from sender.controls.sent_pictures import SentPictures
from sender.encoders import jpeg
from sender.health.judging import ASKED_RATE, RATE
from sender.health.status import host_facts, uptime
from sender.pictures.look import Look
from sender.pipeline.pipeline import Pipeline

SNAPSHOT_QUALITY = 95
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

    `viewers()` counts who is here, and `table()` lists them; `drops()` are pictures that one viewer missed, by cause,
    beside those of the pipeline. `facts()` are those of the computer, asked in a thread; `health()` is what is wrong,
    in sentences. `has_quality`: whether `/quality` means anything. `on_change()` is called when the controls may have
    changed. The docstrings of commands are shown to people.
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
        table: Callable[[], list[dict[str, str]]] = list,
    ) -> None:
        self.pictures = SentPictures(pipeline, has_quality, on_change)
        """Those of the commands that say how pictures go out."""
        self.controls = AllControls(pipeline, PictureControls(pipeline, self.pictures))
        """What `/get` and `/set` know."""
        self._pipeline = pipeline
        self._viewers = viewers
        self._table = table
        self._drops = drops
        self._facts = facts
        self._health = health
        self._on_change = on_change
        self._began = time.monotonic()

    @property
    def commands(self) -> list[Callable[..., object]]:
        """The functions, each named like its command."""
        return [self.status, self.viewers, self.snapshot, self.get, self.set, *self.pictures.commands, self.restart]

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

    async def viewers(self) -> list[dict[str, str]]:
        """Show who watches, what they may do, and since when."""
        return self._table()

    async def snapshot(self) -> Jpeg:
        """Take the next picture in full resolution, however small the live pictures are."""
        capture = await self._pipeline.next_picture()
        look = Look(flip=self._pipeline.look.flip)
        try:
            taken = await asyncio.to_thread(jpeg.encoded, capture, look, SNAPSHOT_QUALITY)
        except ValueError:
            raise UsageError("The camera sent a damaged picture. Try again.") from None
        return Jpeg(bytes(taken.payload), taken.width, taken.height)

    async def get(self, name: str = "") -> Value | list[dict[str, Value | None]]:
        """Show a control, or all of them with their ranges.

        name: a control, such as brightness; left out, all of them
        """
        return await self.controls.value(name) if name else await self.controls.rows()

    async def set(self, name: str, value: str) -> Value:
        """Set a control. The answer is the value in force then, which the source may have rounded.

        name: a control; /get shows which there are
        value: a number, on or off, one of its choices, or default
        """
        try:
            return await self.controls.change(name, value)
        finally:
            self._on_change()

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
