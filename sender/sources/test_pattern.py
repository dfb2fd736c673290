"""A picture that needs no camera: the name, a clock that shows milliseconds, and lights that move."""

import colorsys
import math
import time
import zlib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from sender.asked import Asked, Size
from sender.available import Available
from sender.control import Control, Value
from sender.pictures.capture import Capture, Picture
from sender.pictures.lettering import Lettering
from sender.pictures.pacing import Pacing
from sender.sources.base import NANO, Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Shares: TypeAlias = "npt.NDArray[np.floating[Any]]"

DEFAULT_SIZE = Size(640, 480)
DEFAULT_FPS = 30.0
WHITE = (255, 255, 255)
SOFT = (225, 225, 225)
# Neighbouring numbers land far apart on the colour wheel.
GOLDEN = 0.618034

CONTROLS = [
    Control("speed", "number", default=1.0, least=0.25, most=4.0, unit="times"),
    Control("paused", "boolean", default=False),
    Control("brightness", "integer", default=100, least=0, most=200, step=1, unit="%"),
]


class TestPattern(Source):
    """Draws `fps` pictures a second. Its colours and background follow from `name`, so a wall can be told apart.

    Its controls are for trying out controls without a camera: `paused` and `speed` are those of the lights, the clock
    always tells the time.
    """

    asked_as = "pattern"
    rank = 40

    def __init__(self, name: str = "camera", size: Size | None = None, fps: float | None = None) -> None:
        super().__init__()
        self._name = name
        self._size = size or DEFAULT_SIZE
        self._pacing = Pacing(DEFAULT_FPS, fps)
        self._in_force: dict[str, Value] = {each.name: each.default for each in CONTROLS if each.default is not None}
        self._moved = Moved(time.time_ns())
        self._drawing: Drawing | None = None

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec == "pattern"

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "TestPattern":
        return cls(asked.name, asked.size, asked.fps)

    @classmethod
    def available(cls) -> list[Available]:
        return [Available("pattern", "A test pattern with a clock", "pattern")]

    def open(self) -> None:
        self._drawing = Drawing(self._name, self._size)
        self._pacing.begin()

    def read(self) -> Capture | None:
        if self._drawing is None or self.pause_until(self._pacing.due_ns):
            return None
        self._pacing.step()
        now_ns = time.time_ns()
        picture = self._drawing.picture(now_ns, self._moved.at(now_ns))
        brightness = self._in_force["brightness"]
        if brightness != 100:
            _brighten(picture, float(brightness) / 100)
        return Capture.of(picture)

    def describe(self) -> str:
        return "test pattern"

    def controls(self) -> list[Control]:
        return CONTROLS

    def get(self, name: str) -> Value:
        return self._in_force[name]

    def set(self, name: str, value: Value) -> Value:
        self._in_force[name] = value
        self._moved.go_on(time.time_ns(), 0.0 if self._in_force["paused"] else float(self._in_force["speed"]))
        return value

    def prefer_fps(self, fps: float | None) -> None:
        self._pacing.change(fps)


class Moved:
    """How long the lights have moved, in nanoseconds: the time of day until their speed is changed."""

    def __init__(self, now_ns: int) -> None:
        self._speed = 1.0
        self._since_ns = self._moved_ns = now_ns

    def at(self, now_ns: int) -> int:
        """How long at `now_ns`."""
        return self._moved_ns + round((now_ns - self._since_ns) * self._speed)

    def go_on(self, now_ns: int, speed: float) -> None:
        """From now on at `speed`, without a jump."""
        self._moved_ns, self._since_ns = self.at(now_ns), now_ns
        self._speed = speed


class Drawing:
    """What does not move is drawn once; each picture is a copy of it with the moving parts on top."""

    def __init__(self, name: str, size: Size) -> None:
        self._width, self._height = size
        stem = name.rstrip("0123456789")
        number = int(name[len(stem) :] or 0)
        seed = zlib.crc32(stem.encode(errors="replace"))
        self._hue = (seed % 1024 + number) * GOLDEN % 1
        self._clock = Lettering(min(round(self._height * 0.13), self._width // 8))
        self._background = self._paint_background(name, _SHADES[(seed // 1024 + number) % len(_SHADES)])
        side = max(8, round(min(size) * 0.42))
        self._lights = [_light(side, self._hue + turn) for turn in (0.08, 0.45)]

    def picture(self, time_ns: int, moved_ns: int | None = None) -> Picture:
        """Return a new picture that shows the wall-clock time `time_ns`: (height, width, 3), uint8, BGR.

        The lights are where they belong at `moved_ns`, or at that time.
        """
        picture = self._background.copy()
        seconds = (time_ns if moved_ns is None else moved_ns) / NANO
        for index, light in enumerate(self._lights):
            phase = seconds * (0.9 + 0.35 * index) + index * 2.1
            x = (0.5 + 0.5 * math.sin(phase)) * (self._width - light.shape[1])
            y = (0.5 + 0.5 * math.sin(phase * 1.31 + 1)) * (self._height - light.shape[0])
            self._add(picture, light, round(x), round(y))
        self._draw_clock(picture, time_ns)
        return picture

    def _draw_clock(self, picture: Picture, time_ns: int) -> None:
        now = datetime.fromtimestamp(time_ns // NANO)
        text = f"{now:%H:%M:%S}.{time_ns // 1_000_000 % 1000:03}"
        self._clock.draw_digits(picture, text, self._width // 2, round(self._height * 0.68), WHITE)
        done = round(self._width * (time_ns % NANO) / NANO)
        thickness = max(2, self._height // 80)
        picture[-thickness:, : done + 1] = SOFT

    def _paint_background(self, name: str, shade: Callable[[Shares, Shares], Shares]) -> Picture:
        import numpy as np

        y, x = np.mgrid[0 : self._height, 0 : self._width].astype(np.float32)
        share = np.clip(shade(x / self._width, y / self._height), 0, 1)[..., None]
        dark, bright = (np.array(_bgr(self._hue + turn, *rest)) for turn, *rest in ((0.0, 0.7, 0.22), (0.1, 0.6, 0.62)))
        background: Picture = np.ascontiguousarray((dark + (bright - dark) * share).astype(np.uint8))
        letters = Lettering(min(round(self._height * 0.15), self._width // 6))
        text = letters.shortened(name, round(self._width * 0.9))
        letters.draw(background, text, (self._width - letters.width(text)) // 2, round(self._height * 0.46), WHITE)
        return background

    def _add(self, picture: Picture, light: Picture, left: int, top: int) -> None:
        """Let `light` shine on `picture` with its upper left corner at (`left`, `top`)."""
        import numpy as np

        part = picture[top : top + light.shape[0], left : left + light.shape[1]]
        # Never more than there is room for: bytes would begin at black again.
        part += np.minimum(~part, light)


def _brighten(picture: Picture, times: float) -> None:
    import numpy as np

    table = np.clip(np.rint(np.arange(256) * times), 0, 255).astype(np.uint8)
    picture[...] = table[picture]


def _bgr(hue: float, saturation: float, value: float) -> tuple[float, float, float]:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return blue * 255, green * 255, red * 255


def _light(side: int, hue: float) -> Picture:
    """A soft round light on black: (side, side, 3)."""
    import numpy as np

    y, x = (np.mgrid[0:side, 0:side].astype(np.float32) + 0.5) / side * 2 - 1
    strength = np.clip(1 - (x * x + y * y), 0, 1) ** 2
    light: Picture = (strength[..., None] * np.array(_bgr(hue, 0.55, 0.55))).astype(np.uint8)
    return light


def _diagonal(x: Shares, y: Shares) -> Shares:
    return (x + y) / 2


def _round(x: Shares, y: Shares) -> Shares:
    return 1.1 - ((x - 0.5) ** 2 + (y - 0.4) ** 2) * 2.4


def _waves(x: Shares, y: Shares) -> Shares:
    import numpy as np

    return 0.5 + 0.3 * np.sin(x * 6 + np.sin(y * 5) * 1.5) + 0.2 * y


def _stripes(x: Shares, y: Shares) -> Shares:
    return ((x * 1.33 + y) * 9 % 2 < 1) * 0.18 + y * 0.7


_SHADES: list[Callable[[Shares, Shares], Shares]] = [_diagonal, _round, _waves, _stripes]
