"""A picture whose source has controls of every kind, like a webcam with a good driver."""

from dataclasses import replace

from camwire.errors import UsageError
from sender.asked import Size
from sender.control import Control, Value
from sender.sources.test_pattern import TestPattern

AUTO = "The camera sets exposure by itself now. Change exposure_auto first."
STUCK = "The lens is stuck."

CONTROLS = [
    Control("brightness", "integer", default=100, least=0, most=200, step=1, unit="%"),
    Control("contrast", "number", default=1.0, least=0.0, most=4.0),
    Control("exposure_auto", "boolean", default=True),
    Control("exposure", "integer", default=10_000, least=29, most=66_666, unit="µs", ruled_by="exposure_auto"),
    Control("gain", "number", default=1.0, least=1.0, most=16.0, step=0.5),
    Control("power_line", "choice", default="50 hz", choices=("disabled", "50 hz", "60 hz"), title="Flicker of lamps"),
    Control("white_balance", "choice", default="auto", choices=("auto", "daylight", "cloudy", "tungsten")),
    Control("focus", "number", default=0.0, least=0.0, most=10.0, unit="dpt"),
    Control("zoom", "number", default=1.0, least=1.0, most=4.0, step=0.1),
    Control("zoom_x", "number", default=50.0, least=0.0, most=100.0, unit="%"),
    Control("zoom_y", "number", default=50.0, least=0.0, most=100.0, unit="%"),
    Control("frame_rate", "number", default=10.0, least=1.0, most=60.0, unit="per second", reconfigures=True),
    Control("serial", "integer", fixed="serial can only be read."),
]


class SettableSource(TestPattern):
    """`taken` is what the driver was asked for, in order. `has_zoom` and `is_stuck` (the focus) are to be switched."""

    __test__ = False

    def __init__(self, size: Size | None = None, fps: float = 10.0) -> None:
        super().__init__("settable", size or Size(64, 48), fps)
        self.taken: list[tuple[str, Value]] = []
        self.has_zoom = True
        self.is_stuck = False
        self._values: dict[str, Value] = {each.name: each.default for each in CONTROLS if each.default is not None}
        self._values["serial"] = 4711

    def controls(self) -> list[Control]:
        rows = [each for each in CONTROLS if self.has_zoom or each.name != "zoom"]
        is_auto = self._values["exposure_auto"] is True
        return [replace(each, fixed=AUTO) if each.name == "exposure" and is_auto else each for each in rows]

    def get(self, name: str) -> Value:
        return self._values[name]

    def set(self, name: str, value: Value) -> Value:
        self.taken.append((name, value))
        if name == "focus" and self.is_stuck:
            raise UsageError(STUCK)
        if name == "gain":
            value = round(2 * float(value)) / 2
        if name == "brightness":
            super().set(name, value)
        self._values[name] = value
        return value
