"""Whether something moves, from small grey pictures looked at a few times per second.

What is seen is compared with a slowly learned background. The light may change: that is one line (gain and offset) for
all of the picture, which is fitted and taken away. Each cell knows how much it flickers by itself, so that noise,
leaves and screens are not taken for visitors; and what is alone counts for nothing: things that move have an extent.
"""

from dataclasses import dataclass
from math import exp

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Cells = npt.NDArray[np.float32]

WIDTH = 160
"""Pictures are no wider than that."""
LEARNING_LOOKS = 5
FOLLOW_SECONDS, ABSORB_SECONDS = 6.0, 25.0
"""How fast the background follows what does not move, and takes in what has stopped."""
LEAST_STEP, MOST_STEP = 5.0, 16.0
"""By how many levels of grey a cell has to differ, at the greatest and the least sensitivity."""
LEAST_SHARE, MOST_SHARE = 0.0008, 0.05
"""How much of the region has to move, at the greatest and the least sensitivity."""
FLICKER = 3.5
TOGETHER = 4
"""Of the nine cells around one and itself, so many have to differ."""
NEW_SCENE = 0.7
"""Where so much is different, it is another scene: the camera was turned, or somebody stands right before it."""
SCENES_ARE_MOTION = 3
OTHER_LIGHT = (0.12, 10.0)
"""From this gain or offset on, the light is another one, and its fit is not trusted as much."""
BEGIN_LOOKS = 2
END_LEVEL = 0.5
QUIET_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture, in shares of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


WHOLE = Region()


class MotionDetector:
    """One camera's. `sensitivity` is from 0 to 100, and may be changed, as `region` may, at any time."""

    def __init__(self, sensitivity: int = 50, region: Region = WHOLE) -> None:
        self.sensitivity = sensitivity
        self.region = region
        self.level = 0.0
        """How much moved at the last look; from 1 on that is motion."""
        self.is_moving = False
        """Whether something moves, or did until just now."""
        self._background: Cells | None = None
        self._flicker: Cells = np.empty(0, np.float32)
        self._looks = 0
        self._looked = 0.0
        self._in_a_row = 0
        self._scenes = 0
        self._quiet_since: float | None = None

    def look(self, grey: Grey, now: float) -> bool:
        """Look at a picture, at most `WIDTH` wide; `now` is monotonic, in seconds. Return `is_moving`."""
        cells = _cells(grey)
        if self._background is None or self._background.shape != cells.shape:
            self._begin(cells, now)
            return self.is_moving
        elapsed, self._looked = max(0.0, now - self._looked), now
        self._looks += 1
        is_learning = self._looks <= LEARNING_LOOKS
        gain, offset = _light(self._background, cells)
        expected = self._background * np.float32(gain) + np.float32(offset)
        differs = np.abs(cells - expected)
        is_other_light = abs(gain - 1) > OTHER_LIGHT[0] or abs(offset) > OTHER_LIGHT[1]
        least = np.float32(self._step * (2 if is_other_light else 1))
        changed = _together(differs > least + FLICKER * self._flicker)
        self.level = 0.0 if is_learning else self._measured(changed, cells)
        self._learn(cells, expected, differs, changed, elapsed, is_learning or is_other_light)
        self._judge(now)
        return self.is_moving

    def forget(self) -> None:
        """The camera was away, or is another one: begin anew."""
        self._background = None
        self.is_moving, self.level, self._in_a_row, self._quiet_since = False, 0.0, 0, None

    @property
    def _step(self) -> float:
        return MOST_STEP + (LEAST_STEP - MOST_STEP) * self.sensitivity / 100

    @property
    def _needed(self) -> float:
        """The share of the region that has to move: each step of the sensitivity makes it smaller by as much."""
        return MOST_SHARE * float((LEAST_SHARE / MOST_SHARE) ** (self.sensitivity / 100))

    def _begin(self, cells: Cells, now: float) -> None:
        self._background = cells
        self._flicker = np.full_like(cells, 1.5)
        self._looks, self._looked, self._scenes = 0, now, 0
        self.level = 0.0

    def _measured(self, changed: npt.NDArray[np.bool_], cells: Cells) -> float:
        """The level; a scene that is another one all at once counts only when it goes on changing."""
        if np.count_nonzero(changed) > NEW_SCENE * changed.size:
            self._scenes += 1
            self._background = cells
            return 2.0 if self._scenes >= SCENES_ARE_MOTION else 0.0
        self._scenes = 0
        high, wide = changed.shape
        area = self.region
        rows = slice(int(area.top * high), max(int(area.top * high) + 1, round(area.bottom * high)))
        columns = slice(int(area.left * wide), max(int(area.left * wide) + 1, round(area.right * wide)))
        inside = changed[rows, columns]
        return float(np.count_nonzero(inside) / max(1, inside.size) / self._needed)

    def _learn(
        self,
        cells: Cells,
        expected: Cells,
        differs: Cells,
        changed: npt.NDArray[np.bool_],
        elapsed: float,
        is_fast: bool,
    ) -> None:
        follow = 0.5 if is_fast else 1 - exp(-elapsed / FOLLOW_SECONDS)
        absorb = 0.5 if is_fast else 1 - exp(-elapsed / ABSORB_SECONDS)
        share = np.where(changed, np.float32(absorb), np.float32(follow))
        if self._scenes == 0:
            self._background = expected + share * (cells - expected)
        # What flickers for long is known for it; what passes once hardly changes that.
        pace = np.where(changed, np.float32(0.02), np.float32(0.1))
        self._flicker += pace * (np.minimum(differs, np.float32(25)) - self._flicker)

    def _judge(self, now: float) -> None:
        self._in_a_row = self._in_a_row + 1 if self.level >= 1 else 0
        if self._in_a_row >= BEGIN_LOOKS:
            self.is_moving = True
        if self.level >= END_LEVEL:
            self._quiet_since = None
        elif self._quiet_since is None:
            self._quiet_since = now
        elif now - self._quiet_since >= QUIET_SECONDS:
            self.is_moving = False


def grey_of(pixels: npt.NDArray[np.uint8]) -> Grey:
    """A small grey picture of (height, width, 3 or 4) pixels: its green, which is most of what is bright."""
    step = -(-pixels.shape[1] // WIDTH)
    return pixels[step // 2 :: step, step // 2 :: step, 1]


def _cells(grey: Grey) -> Cells:
    """The means of two by two pixels: half of the noise."""
    high, wide = grey.shape[0] // 2 * 2, grey.shape[1] // 2 * 2
    wider = grey[:high, :wide].astype(np.float32)
    rows = wider[0::2] + wider[1::2]
    cells: Cells = (rows[:, 0::2] + rows[:, 1::2]) * np.float32(0.25)
    return cells


def _light(background: Cells, cells: Cells) -> tuple[float, float]:
    """By which gain and offset the light has changed, as most of the picture says; what moves is left out."""
    before, now = background[::2, ::2].ravel(), cells[::2, ::2].ravel()
    differs = now - before
    middle = np.partition(differs, differs.size // 2)[differs.size // 2]
    away = np.abs(differs - middle)
    near = away <= 3 * np.partition(away, away.size // 2)[away.size // 2] + 2
    before, now = before[near], now[near]
    mean_before, mean_now = float(before.mean()), float(now.mean())
    spread = before - np.float32(mean_before)
    variance = float(spread @ spread)
    gain = float(spread @ (now - np.float32(mean_now))) / variance if variance > 25.0 * spread.size else 1.0
    gain = min(2.5, max(0.4, gain))
    return gain, mean_now - gain * mean_before


def _together(changed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Of what changed, what is not alone."""
    padded = np.zeros((changed.shape[0] + 2, changed.shape[1] + 2), np.uint8)
    padded[1:-1, 1:-1] = changed
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    near = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    together: npt.NDArray[np.bool_] = changed & (near >= TOGETHER)
    return together
