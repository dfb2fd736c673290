"""How pictures go out: the commands by which a person says so, and by which the panel of a viewer does."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.commands.declared import Range
from sender.encoders import jpeg
from sender.pictures.look import Flip, Look
from sender.pipeline.pipeline import Pipeline

OWN = "source"
BLOWN_UP, USUALLY_ENOUGH = 2, Size(1920, 1080)
"""How much wider and higher than they are pictures are made at most, and what they may always be made."""
LEAST_FPS = 0.1
"""What viewers may ask for. With fewer, a service would take the source for frozen, and end."""


class SentPictures:
    """The size, rate, quality and flip of what the camera that `pipeline` runs sends, at best. All on its loop.

    `has_quality`: whether the quality means anything. `on_change()` is called after each change. Each command raises
    UsageError; their docstrings are shown to people.
    """

    def __init__(
        self, pipeline: Pipeline, has_quality: bool = True, on_change: Callable[[], None] = lambda: None
    ) -> None:
        self.has_quality = has_quality
        self._pipeline = pipeline
        self._first_fps = pipeline.fps
        self._first_size = pipeline.look.size
        self._on_change = on_change

    @property
    def commands(self) -> list[Callable[..., object]]:
        """The functions, each named like its command."""
        return [self.size, self.fps, self.quality, self.flip]

    async def size(self, size: str = "") -> str:
        """Change the size of the live pictures. The answer is the size in force.

        size: like 640x480; source is the camera's own; left out, nothing changes
        """
        pipeline = self._pipeline
        if size:
            if size.strip().lower() == OWN:
                return await self._own_size()
            wanted = Size.parse(size)
            own = pipeline.picture_size
            if own is None:
                self._refuse_too_large(wanted, own)
            elif wanted.width > own.width or wanted.height > own.height:
                # Better than to blow up small pictures, if the source has larger ones.
                await self._enlarge(wanted)
            pipeline.look = replace(pipeline.look, size=wanted)
            self._on_change()
        return str(pipeline.size or OWN)

    async def _enlarge(self, wanted: Size) -> None:
        pipeline = self._pipeline
        before = pipeline.source_size
        await pipeline.enlarge(wanted)
        try:
            # It may have become as large as that.
            is_asked = pipeline.source_size == wanted and _pixels(wanted) > _pixels(USUALLY_ENOUGH)
            self._refuse_too_large(wanted, (await pipeline.next_picture()).size if is_asked else pipeline.picture_size)
        except UsageError:
            if pipeline.source_size != before:
                await (pipeline.take_own_size() if before is None else pipeline.enlarge(before))
            raise

    def _refuse_too_large(self, wanted: Size, own: Size | None) -> None:
        """What one viewer asks for, all would wait for. `own`: the source's pictures. Raises UsageError."""
        width, height = own or USUALLY_ENOUGH
        most = max(Size(width * BLOWN_UP, height * BLOWN_UP), USUALLY_ENOUGH, key=_pixels)
        if wanted != self._first_size and _pixels(wanted) > _pixels(most):
            what = f"pictures of {own}" if own else "pictures that nobody has seen yet"
            raise UsageError(f"{wanted} is too large: {what} are blown up to as many pixels as {most} has, at most.")

    async def _own_size(self) -> str:
        """Of a source that was opened for larger pictures, too."""
        pipeline = self._pipeline
        # Also while the source is away.
        pipeline.look = replace(pipeline.look, size=None)
        self._on_change()
        await pipeline.take_own_size()
        return str(pipeline.size or OWN)

    async def fps(self, rate: Annotated[float | None, Range(0, 1000, "per second")] = None) -> str | float:
        """Change how many pictures a second are sent at most. The answer is the limit in force.

        rate: 0 is as many as the source gives; left out, nothing changes
        """
        if rate is not None:
            if 0 < rate < LEAST_FPS and rate != self._first_fps:
                raise UsageError(
                    f"Use at least {LEAST_FPS:g}; fewer can be asked for only where the camera is started."
                )
            Asked(fps=rate or None)
            await self._pipeline.set_fps(rate or None)
            self._on_change()
        return self._pipeline.fps or OWN

    async def quality(self, quality: Annotated[int | None, Range(0, 100)] = None) -> str | int:
        """Change the JPEG quality. The answer is the quality in force.

        quality: 1 (small) to 100 (beautiful); 0 is the usual, or the camera's own; left out, nothing changes
        """
        pipeline = self._pipeline
        if not self.has_quality:
            raise UsageError("The pictures go out as they are (raw), so they have no quality.")
        if quality is not None:
            Asked(quality=quality or None)
            pipeline.look = replace(pipeline.look, quality=quality or None)
            self._on_change()
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
            self._on_change()
        return pipeline.look.flip


def _pixels(size: Size) -> int:
    return size.width * size.height
