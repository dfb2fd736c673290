"""Who encodes the pictures of a Pi camera, and of what the encoder is fed."""

import enum
from pathlib import Path as File

from sender.picamera.formats import MJPEG, PLANAR, USUAL
from sender.picamera.options import PiOptions

# The JPEG encoder of the boards up to the Pi 4. On others a device of that number is something else.
DEVICE = File("/dev/video11")
NAME = File("sys/class/video4linux/video11/name")
DRIVER = "bcm2835-codec"
LARGEST_SIDE = 1920
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
    fits = max(size) <= LARGEST_SIDE and options.format == USUAL
    if options.encoder != "software" and fits and _has_encoder(root):
        return Path.HARDWARE
    return Path.PLANES


def bits_per_second(size: tuple[int, int], fps: float) -> int:
    """What the hardware is to spend: it knows no quality."""
    return round(size[0] * size[1] * fps * BITS_PER_PIXEL)


def _has_encoder(root: File) -> bool:
    try:
        is_driver = (root / NAME).read_text().startswith(DRIVER)
    except OSError:
        return False
    return is_driver and (root / DEVICE.relative_to("/")).exists()
