"""Letters from a file of small pictures, for where no library draws any: `packaging/letters.py` makes it of Inter.

Latin, Greek and Cyrillic; any other letter becomes a question mark.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from sender.imaging.font import Font
from sender.pictures.capture import Picture

if TYPE_CHECKING:
    import numpy.typing as npt

Shares: TypeAlias = "npt.NDArray[np.float32]"
FILE = Path(__file__).parent / "letters.npz"
UNKNOWN = "?"
# In shares of 256, so that everything fits into 16 bits.
FULL = 256


class Letters(NamedTuple):
    """All letters side by side, in pixels: `left[i]` to `left[i + 1]` is the one with the code `codes[i]`."""

    strip: Picture
    """(height, width): how much of each pixel is covered, 0 to 255."""
    places: dict[str, tuple[int, int]]
    size: int
    """The font's own height."""
    base: int
    """How far below the top they stand."""


class DrawnFont(Font):
    """Each letter is made in its height once, and kept."""

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self._letters = letters()
        self._kept: dict[str, npt.NDArray[np.uint16]] = {}

    def width(self, text: str) -> int:
        return sum(self._letter(each).shape[1] for each in text)

    def draw(self, picture: Picture, text: str, left: int, base: int, color: tuple[int, int, int]) -> None:
        top = base - round(self._letters.base * self._scale)
        for each in text:
            letter = self._letter(each)
            _blend(picture, letter, left, top, np.array(color, np.uint16))
            left += letter.shape[1]

    def _letter(self, letter: str) -> "npt.NDArray[np.uint16]":
        if letter not in self._kept:
            begin, end = self._letters.places.get(letter) or self._letters.places[UNKNOWN]
            drawn = self._letters.strip[:, begin:end].astype(np.float32)
            height, width = (max(1, round(side * self._scale)) for side in drawn.shape)
            scaled = _weights(drawn.shape[0], height) @ drawn @ _weights(drawn.shape[1], width).T
            self._kept[letter] = np.rint(scaled * (FULL / 255)).astype(np.uint16)[..., None]
        return self._kept[letter]

    @property
    def _scale(self) -> float:
        return self.height / self._letters.size


@cache
def letters() -> Letters:
    """Read the file, once."""
    with np.load(FILE) as file:
        begins, advances = file["left"].tolist(), np.diff(file["left"]).tolist()
        places = {
            chr(code): (begin, begin + advance)
            for code, begin, advance in zip(file["codes"].tolist(), begins, advances, strict=False)
        }
        return Letters(file["strip"], places, int(file["size"]), int(file["base"]))


def _blend(
    picture: Picture, letter: "npt.NDArray[np.uint16]", left: int, top: int, color: "npt.NDArray[np.uint16]"
) -> None:
    rows = slice(max(0, -top), max(0, picture.shape[0] - top))
    columns = slice(max(0, -left), max(0, picture.shape[1] - left))
    seen = letter[rows, columns]
    part = picture[max(0, top) : max(0, top) + seen.shape[0], max(0, left) : max(0, left) + seen.shape[1]]
    part[...] = (part * (FULL - seen) + color * seen) >> 8


def _weights(of: int, to: int) -> Shares:
    """How much each of `of` pixels in a row counts for each of `to`: the average of what lies there."""
    scale = of / to
    reach = max(1.0, scale)
    middles = (np.arange(to, dtype=np.float32)[:, None] + 0.5) * scale - 0.5
    near: Shares = np.clip(1 - np.abs(np.arange(of, dtype=np.float32) - middles) / reach, 0, None)
    weights: Shares = near / near.sum(axis=1, keepdims=True)
    return weights
