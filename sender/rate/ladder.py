"""The steps by which a camera asks less of a link: first quality, then size, then rate."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """What may be sent now. None for `quality` and `fps`: as it is wanted anyway. `scale` is the share of the wanted
    width and height. `prefers_h264`: deltas would do the link good, if both ends can."""

    quality: int | None = None
    scale: float = 1.0
    fps: float | None = None
    prefers_h264: bool = False


# A picture of half the width has less than half the bytes, but more than a quarter: it is finer drawn.
BYTES_BY_SCALE = 1.7


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. `cost` is about how large its pictures are, as a share of the best ones."""

    quality: int | None
    scale: float
    fps: float | None
    quality_cost: float
    prefers_h264: bool = True

    @property
    def cost(self) -> float:
        return self.quality_cost * float(self.scale**BYTES_BY_SCALE)


# The first two differ in the codec alone, where both ends have a choice. Below quality 40 a smaller picture is finer
# for the same bytes, and below half the size a slower one is.
LADDER = (
    Rung(None, 1.0, None, 1.0, prefers_h264=False),
    Rung(None, 1.0, None, 1.0),
    Rung(65, 1.0, None, 0.72),
    Rung(50, 1.0, None, 0.56),
    Rung(40, 1.0, None, 0.47),
    Rung(40, 0.75, None, 0.47),
    Rung(40, 0.5, None, 0.47),
    Rung(40, 0.5, 15.0, 0.47),
    Rung(40, 0.375, 15.0, 0.47),
    Rung(40, 0.375, 10.0, 0.47),
    Rung(40, 0.25, 10.0, 0.47),
    Rung(40, 0.25, 5.0, 0.47),
)
