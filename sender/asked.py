"""What a person asked of the pictures, checked once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Integral, Real
from typing import NamedTuple

from camwire import limits
from camwire.errors import UsageError
from camwire.wording import cut
from sender.words import briefly

_SIZE = re.compile(r"([0-9]{1,5})[x×]([0-9]{1,5})", re.IGNORECASE)
SMALLEST_SIDE = 16
# What a JPEG can hold.
LARGEST_SIDE = 65_500
# One in a quarter of an hour; what is far below would overflow clocks.
LEAST_FPS, MOST_FPS = 0.001, 1000
LEAST_ABSURD = 1_000_000
"""A side that no sentence repeats."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> "Size":
        """Read `640x480`. Raises UsageError."""
        match = _SIZE.fullmatch(text.strip())
        if match is None:
            raise UsageError(f"“{cut(text)}” is no size. Write width and height like 640x480.")
        return cls(int(match[1]), int(match[2])).checked()

    @classmethod
    def of(cls, size: tuple[int, int] | str) -> "Size":
        """Take `(640, 480)` or `"640x480"`. Raises UsageError."""
        if isinstance(size, str):
            return cls.parse(size)
        if not (isinstance(size, tuple | list) and len(size) == 2 and all(isinstance(each, Integral) for each in size)):
            raise UsageError(f"{briefly(size)} is no size. Give width and height like (640, 480) or '640x480'.")
        return cls(int(size[0]), int(size[1])).checked()

    def checked(self) -> "Size":
        """Return this size. Raises UsageError when no picture can have it."""
        if min(self) < SMALLEST_SIDE or max(self) > LARGEST_SIDE or self.width * self.height > limits.PICTURE_PIXELS:
            which = str(self) if max(self) < LEAST_ABSURD else "as large as that"
            raise UsageError(
                f"A picture cannot be {which}. Each side is from {SMALLEST_SIDE} to {LARGEST_SIDE:,} pixels, "
                f"and both together make at most {limits.PICTURE_PIXELS // 1024**2} megapixels."
            )
        return self

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; None leaves it to the source. `loop`: begin again at the end.

    `options` are words of one kind of source alone, as its file lists them; the source checks them.
    """

    name: str = "camera"
    size: Size | None = None
    fps: float | None = None
    quality: int | None = None
    loop: bool = False
    options: Mapping[str, object] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        if self.fps is not None and not (isinstance(self.fps, Real) and LEAST_FPS <= self.fps <= MOST_FPS):
            raise UsageError(
                f"{briefly(self.fps)} pictures a second cannot be. Use a number from {LEAST_FPS:g} to {MOST_FPS:,}."
            )
        if self.quality is not None and not (isinstance(self.quality, Integral) and 1 <= self.quality <= 100):
            raise UsageError(
                f"The quality {briefly(self.quality)} cannot be. Use a whole number from 1 (small) to 100 (beautiful)."
            )
