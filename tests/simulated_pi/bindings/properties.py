"""The ids of what does not change about a camera."""

import enum
import types
from itertools import count

from tests.simulated_pi.bindings.control_ids import ControlId, ControlType

_numbers = count(1)
Location = ControlId(next(_numbers), "Location", ControlType.Integer32)
Rotation = ControlId(next(_numbers), "Rotation", ControlType.Integer32)
Model = ControlId(next(_numbers), "Model", ControlType.String)
UnitCellSize = ControlId(next(_numbers), "UnitCellSize", ControlType.Size)
PixelArraySize = ControlId(next(_numbers), "PixelArraySize", ControlType.Size)
PixelArrayActiveAreas = ControlId(next(_numbers), "PixelArrayActiveAreas", ControlType.Rectangle)
ScalerCropMaximum = ControlId(next(_numbers), "ScalerCropMaximum", ControlType.Rectangle)

draft = types.SimpleNamespace()
draft.ColorFilterArrangement = ControlId(10_001, "ColorFilterArrangement", ControlType.Integer32, "draft")
draft.ColorFilterArrangementEnum = enum.IntEnum(
    "ColorFilterArrangementEnum",
    [(name, number) for number, name in enumerate(("RGGB", "GRBG", "GBRG", "BGGR", "RGB", "MONO"))],
)
