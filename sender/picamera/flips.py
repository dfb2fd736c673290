"""The flips of a Pi camera. Its sensor reads the picture so: it is opened again for them."""

from collections.abc import Mapping
from dataclasses import replace

from sender.control import Control
from sender.picamera.options import PiOptions
from sender.picamera.titles import title_of

FLIPS = ("hflip", "vflip")


def flipped(options: PiOptions, name: str, is_on: bool) -> PiOptions:
    """The options with one of the flips on or off."""
    return replace(options, hflip=is_on) if name == "hflip" else replace(options, vflip=is_on)


def flips(first: Mapping[str, bool]) -> list[Control]:
    """Their controls; `first` is what they are set back to."""
    return [
        Control(name, "boolean", first[name], title=title_of(name), reconfigures=True, reads_back=True)
        for name in FLIPS
    ]
