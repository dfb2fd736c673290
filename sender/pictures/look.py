"""How the camera's owner wants pictures."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sender.asked import Size

Flip: TypeAlias = Literal["none", "horizontal", "vertical", "both"]

# As OpenCV counts them.
FLIP_AXES: dict[Flip, int] = {"horizontal": 1, "vertical": 0, "both": -1}


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are to look; None leaves it to the source. `flip` both is upside down, by 180 degrees."""

    size: Size | None = None
    quality: int | None = None
    flip: Flip = "none"
