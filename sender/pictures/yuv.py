"""Pictures as many sensors and decoders give them: brightness and colours apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from camwire.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Plane: TypeAlias = "npt.NDArray[np.uint8]"


@dataclass(frozen=True, slots=True, eq=False)
class Yuv420:
    """A picture as planes: `y` (height, width), `u` and `v` (half of both, rounded up), all of uint8.

    In full range, 0 to 255, as JPEG has it. Raises UsageError for planes that do not fit each other.
    """

    y: Plane
    u: Plane
    v: Plane

    def __post_init__(self) -> None:
        shapes = [tuple(getattr(each, "shape", ())) for each in self]
        if any(str(getattr(each, "dtype", "")) != "uint8" for each in self) or len(shapes[0]) != 2 or 0 in shapes[0]:
            raise UsageError("Planes are arrays of the type uint8, and y has the shape (height, width).")
        half = tuple((each + 1) // 2 for each in shapes[0])
        if shapes[1:] != [half, half]:
            raise UsageError(f"With y of {shapes[0]}, u and v are of {half}; these are of {shapes[1]} and {shapes[2]}.")

    def __iter__(self) -> Iterator[Plane]:
        return iter((self.y, self.u, self.v))
