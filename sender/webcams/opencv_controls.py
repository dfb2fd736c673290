"""What can be set at a webcam where only OpenCV reaches it: without ranges, and only what can be read back."""

from typing import Any

from camwire.errors import UsageError
from sender.control import Control, Value
from sender.libraries import opencv

# In the camera's own counting, which no system explains.
PROPERTIES = {
    "brightness": "CAP_PROP_BRIGHTNESS",
    "contrast": "CAP_PROP_CONTRAST",
    "saturation": "CAP_PROP_SATURATION",
    "hue": "CAP_PROP_HUE",
    "gain": "CAP_PROP_GAIN",
    "sharpness": "CAP_PROP_SHARPNESS",
    "gamma": "CAP_PROP_GAMMA",
    "exposure": "CAP_PROP_EXPOSURE",
    "exposure_auto": "CAP_PROP_AUTO_EXPOSURE",
    "focus": "CAP_PROP_FOCUS",
    "focus_auto": "CAP_PROP_AUTOFOCUS",
    "white_balance": "CAP_PROP_WB_TEMPERATURE",
    "white_balance_auto": "CAP_PROP_AUTO_WB",
    "zoom": "CAP_PROP_ZOOM",
    "backlight": "CAP_PROP_BACKLIGHT",
}
# What OpenCV answers for a property that the camera does not have.
UNKNOWN = -1.0


class OpencvControls:
    """The properties of `video`, an open cv2.VideoCapture."""

    def __init__(self, video: Any) -> None:
        self._video = video

    def close(self) -> None:
        """Nothing is held here: `video` is closed by who opened it."""

    def controls(self) -> list[Control]:
        """Those that the camera has."""
        return [Control(name, "number") for name in PROPERTIES if self._read(name) != UNKNOWN]

    def get(self, name: str) -> Value:
        """The value as OpenCV reads it."""
        return self._read(name)

    def set(self, name: str, value: Value) -> Value:
        """Set a value and read it back. Raises UsageError when the camera does not take it."""
        if not self._video.set(getattr(opencv(), PROPERTIES[name]), float(value)):
            raise UsageError(f"The camera does not take {value} for {name}. It has {self._read(name):g}.")
        return self._read(name)

    def _read(self, name: str) -> float:
        return float(self._video.get(getattr(opencv(), PROPERTIES[name])))
