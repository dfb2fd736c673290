"""What the controls of a Pi camera are called by people, in the order in which one looks for them."""

from sender.control import Control

TITLES = {
    "ae_enable": "Automatic exposure",
    "exposure_time_mode": "Exposure time is",
    "exposure_time": "Exposure time",
    "analogue_gain_mode": "Gain is",
    "analogue_gain": "Gain",
    "exposure_value": "Exposure compensation",
    "ae_exposure_mode": "Exposure time or gain first",
    "ae_metering_mode": "Light is measured",
    "ae_constraint_mode": "Highlights or shadows",
    "ae_flicker_mode": "Flicker of lamps",
    "ae_flicker_period": "Period of the flicker",
    "hdr_mode": "High dynamic range",
    "awb_enable": "Automatic white balance",
    "awb_mode": "White balance",
    "colour_temperature": "Colour temperature",
    "red_gain": "Red",
    "blue_gain": "Blue",
    "af_mode": "Focus",
    "af_trigger": "Focus once now",
    "af_pause": "Hold the focus",
    "af_state": "The focus is",
    "lens_position": "Focus distance",
    "af_range": "Focus range",
    "af_speed": "Focus speed",
    "af_metering": "Focus area",
    # A small one goes nearer to the edge, so that its size is to be set first, also by presets. Zoom is the same.
    "focus_size": "Focus area, size",
    "focus_x": "Focus area, across",
    "focus_y": "Focus area, down",
    "zoom": "Zoom",
    "zoom_x": "Zoom middle, across",
    "zoom_y": "Zoom middle, down",
    "brightness": "Brightness",
    "contrast": "Contrast",
    "saturation": "Saturation",
    "sharpness": "Sharpness",
    "gamma": "Gamma",
    "hue": "Hue",
    "noise_reduction_mode": "Noise reduction",
    "hflip": "Mirror",
    "vflip": "Upside down",
    "frame_rate": "Frame rate",
    "sync_mode": "Synchronise with other cameras",
    "sync_frames": "Pictures until synchronised",
    "stats_output_enable": "Statistics of the sensor",
    "debug_metadata_enable": "Figures for developers",
}
_PLACES = {name: place for place, name in enumerate(TITLES)}


def title_of(name: str) -> str:
    """The title of control `name`; empty where the name says it, or where nobody knows a better one."""
    return TITLES.get(name, "")


def place_of(control: Control) -> int:
    """Where a control stands in a table; those that are not known come last, in the camera's order."""
    return _PLACES.get(control.name, len(_PLACES))
