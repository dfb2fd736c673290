"""The controls that every camera has, whatever its source: of what it sends."""

from typing import cast, get_args

from sender.asked import SMALLEST_SIDE, Size
from sender.control import Control, Value
from sender.controls.sent_pictures import OWN, SentPictures
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.pictures.look import Flip
from sender.pipeline.pipeline import Pipeline
from sender.pipeline.rendition import fitted

FLIP, SIZE, QUALITY, RATE = "picture_flip", "picture_size", "picture_quality", "picture_rate"
SHARES = (3 / 4, 1 / 2, 1 / 3, 1 / 4)
RATES = (60.0, 30.0, 25.0, 20.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2)


class PictureControls:
    """What can be set of the pictures that the camera of `pipeline` sends, by way of `pictures`. On the loop.

    The default of each is what the camera was started with.
    """

    def __init__(self, pipeline: Pipeline, pictures: SentPictures) -> None:
        self._pipeline = pipeline
        self._pictures = pictures
        self._first_look, self._first_fps = pipeline.look, pipeline.fps

    def controls(self) -> list[Control]:
        """All of them as they are now; the choices are those that make sense of the source's pictures."""
        first = self._first_look
        known = [Control(FLIP, "choice", first.flip, choices=get_args(Flip), title="Flip")]
        # Nothing is known of sizes before the first picture.
        if self._pipeline.picture_size is not None:
            known.append(Control(SIZE, "choice", _word(first.size), choices=self._sizes(), title="Size, at most"))
        if self._pictures.has_quality:
            usual = first.quality or DEFAULT_QUALITY
            known.append(Control(QUALITY, "integer", usual, 1, 100, title="Quality, at most"))
        title = "Per second, at most"
        known.append(Control(RATE, "choice", _word(self._first_fps), choices=self._rates(), title=title))
        return known

    def get(self, name: str) -> Value:
        """The value of one of them that is in force."""
        look = self._pipeline.look
        in_force: dict[str, Value] = {
            FLIP: look.flip,
            SIZE: _word(look.size),
            QUALITY: look.quality or DEFAULT_QUALITY,
            RATE: _word(self._pipeline.fps),
        }
        return in_force[name]

    async def set(self, name: str, value: Value) -> Value:
        """Set one of them to a value in its range; return the value in force then. Raises UsageError."""
        if name == FLIP:
            await self._pictures.flip(cast(Flip, value))
        elif name == SIZE:
            await self._pictures.size(str(value))
        elif name == QUALITY:
            # What is usual lets a camera's own JPEG pass.
            is_first = value == (self._first_look.quality or DEFAULT_QUALITY)
            await self._pictures.quality(self._first_look.quality or 0 if is_first else int(value))
        elif name == RATE:
            await self._pictures.fps(0 if value == OWN else float(value))
        return self.get(name)

    def _sizes(self) -> tuple[str, ...]:
        """The source's own, parts of it, and what was asked for in words."""
        own = self._pipeline.picture_size
        assert own is not None
        parts = [fitted(own, Size(int(own.width * share), int(own.height * share))) for share in SHARES]
        asked = [each for each in (self._first_look.size, self._pipeline.look.size) if each is not None]
        sizes = {each for each in parts if min(each) >= SMALLEST_SIDE}.union(asked)
        return (OWN, *map(str, sorted(sizes, reverse=True)))

    def _rates(self) -> tuple[str, ...]:
        asked = [each for each in (self._first_fps, self._pipeline.fps) if each is not None]
        return (OWN, *dict.fromkeys(_word(each) for each in sorted({*RATES, *asked}, reverse=True)))


def _word(asked: Size | float | None) -> str:
    """As a choice. None leaves it to the source."""
    if asked is None:
        return OWN
    return str(asked) if isinstance(asked, Size) else f"{asked:g}"
