"""Who encodes the pictures of a Pi camera, and of what the encoder is fed."""

import enum
from math import ceil
from pathlib import Path as File

from sender.board import has_encoder
from sender.picamera.formats import MJPEG, PLANAR, USUAL
from sender.picamera.options import PiOptions

# What the board's encoder takes: of JPEG the sides, and of H.264 the blocks of 16x16 pixels, those of 1920x1080.
LARGEST_SIDE = 1920
MOST_BLOCKS = 8192


class Path(enum.Enum):
    """How pictures leave the camera."""

    HARDWARE = "JPEG by the hardware"
    PLANES = "brightness and colours apart, not copied"
    PIXELS = "pixels, copied"
    PASSED_ON = "the camera's own JPEG"


def chosen(options: PiOptions, size: tuple[int, int], root: File = File("/")) -> Path:
    """The cheapest path for pictures of `size`. `root` holds dev and sys."""
    if options.format == MJPEG:
        return Path.PASSED_ON
    if options.format not in PLANAR:
        return Path.PIXELS
    return Path.HARDWARE if is_for_hardware(options, size, root) else Path.PLANES


def is_for_hardware(options: PiOptions, size: tuple[int, int], root: File = File("/")) -> bool:
    """Whether the board's encoder takes pictures of `size` where they lie, and is to. `root` holds dev and sys."""
    fits = max(size) <= LARGEST_SIDE and options.format == USUAL
    return options.encoder != "software" and fits and has_encoder(root)


def is_for_h264(options: PiOptions, size: tuple[int, int], root: File = File("/")) -> bool:
    """Whether it also makes H.264 of them."""
    return ceil(size[0] / 16) * ceil(size[1] / 16) <= MOST_BLOCKS and is_for_hardware(options, size, root)
