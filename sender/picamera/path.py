"""Who encodes the pictures of a Pi camera, and of what the encoder is fed."""

import enum
from pathlib import Path as File

from sender.picamera.board import LARGEST_SIDE, has_encoder
from sender.picamera.formats import MJPEG, PLANAR, USUAL
from sender.picamera.options import PiOptions

# Bits for each pixel that look like our own JPEG of quality 80; measured with libjpeg-turbo on real pictures.
BITS_PER_PIXEL = 1.1


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


def bits_per_second(size: tuple[int, int], fps: float) -> int:
    """What the hardware is to spend on JPEG: it knows no quality."""
    return round(size[0] * size[1] * fps * BITS_PER_PIXEL)
