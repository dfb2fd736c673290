"""Test pictures that both ends can draw for themselves, and a time stamp that survives JPEG."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

Picture = np.ndarray

WIDTH, HEIGHT = 640, 480
BLOCK = 16
EDGE = 4
TICKS_PER_SECOND = 10_000
TICK_BITS, CHECK_BITS = 40, 8
BITS = TICK_BITS + CHECK_BITS
MOST_IN_ROW = 24
BLACK_BELOW, WHITE_ABOVE = 70, 185


def picture(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Picture:
    """(height, width, 3) uint8, blue first: a colour in each corner, gradients between, and three soft discs."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    x, y = x[..., np.newaxis], y[..., np.newaxis]
    corners = rng.uniform(20, 235, (4, 3))
    drawn = (corners[0] * (1 - x) + corners[1] * x) * (1 - y) + (corners[2] * (1 - x) + corners[3] * x) * y
    for colour, place, radius in zip(
        rng.uniform(10, 245, (3, 3)), rng.uniform(0.2, 0.8, (3, 2)), rng.uniform(0.15, 0.35, 3), strict=True
    ):
        distance = np.hypot(x - place[0], y - place[1])
        share = np.clip((radius - distance) * 12 + 0.5, 0, 1)
        drawn = drawn * (1 - share) + colour * share
    return np.rint(drawn).astype(np.uint8)


def gray(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Picture:
    """(height, width) uint8: the same picture without its colours."""
    return picture(seed, width, height).mean(axis=2).round().astype(np.uint8)


def difference(received: Picture, seed: int) -> float:
    """The mean absolute error of the pixels against picture (or, of two dimensions, gray) `seed`, below a stamp."""
    height, width = received.shape[:2]
    wanted = _wanted(gray if received.ndim == 2 else picture, seed, width, height)
    top = BLOCK * _rows(width) if read_stamp(received) is not None else 0
    return float(np.abs(received[top:].astype(np.int16) - wanted[top:]).mean())


def stamp(picture: Picture, seconds: float) -> Picture:
    """A copy with a `time.monotonic()` on it as black and white blocks, to a tenth of a millisecond.

    There must be room for it: 160 × 80 pixels are enough, and 384 × 32.
    """
    ticks = round(seconds * TICKS_PER_SECOND)
    word = ticks << CHECK_BITS | _check(ticks)
    per_row, rows = _per_row(picture.shape[1]), _rows(picture.shape[1])
    bits = np.zeros(rows * per_row, np.uint8)
    bits[:BITS] = [word >> place & 1 for place in range(BITS)]
    blocks = np.kron(bits.reshape(rows, per_row) * 255, np.ones((BLOCK, BLOCK), np.uint8))
    stamped = picture.copy()
    area = stamped[: blocks.shape[0], : blocks.shape[1]]
    area[...] = blocks if picture.ndim == 2 else blocks[..., np.newaxis]
    return stamped


def read_stamp(picture: Picture) -> float | None:
    """The seconds on it; None if it bears no stamp. Any number of channels; their mean counts."""
    height, width = picture.shape[:2]
    if width < BLOCK or height < BLOCK * _rows(width):
        return None
    per_row, rows = _per_row(width), _rows(width)
    area = picture[: rows * BLOCK, : per_row * BLOCK].reshape(rows, BLOCK, per_row, BLOCK, -1)
    means = area[:, EDGE:-EDGE, :, EDGE:-EDGE, :3].mean(axis=(1, 3, 4)).ravel()[:BITS]
    if ((means > BLACK_BELOW) & (means < WHITE_ABOVE)).any():
        return None
    word = sum(1 << place for place, mean in enumerate(means) if mean >= WHITE_ABOVE)
    ticks, check = word >> CHECK_BITS, word & ((1 << CHECK_BITS) - 1)
    return ticks / TICKS_PER_SECOND if check == _check(ticks) else None


@lru_cache(maxsize=16)
def _wanted(draw: Callable[[int, int, int], Picture], seed: int, width: int, height: int) -> Picture:
    # Drawing takes as long as a frame lasts; a receiver that did so each time would lag by itself.
    return draw(seed, width, height).astype(np.int16)


def _per_row(width: int) -> int:
    return min(MOST_IN_ROW, width // BLOCK)


def _rows(width: int) -> int:
    return -(-BITS // _per_row(width))


def _check(ticks: int) -> int:
    return (sum(ticks.to_bytes(8, "big")) ^ 0x5A) & 0xFF
