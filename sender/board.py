"""What the computer's board has, whatever its cameras are."""

from pathlib import Path as File

# The encoder of the boards up to the Pi 4, for JPEG and H.264. On others a device of that number is something else.
DEVICE = File("/dev/video11")
NAME = File("sys/class/video4linux/video11/name")
DRIVER = "bcm2835-codec"


def has_encoder(root: File = File("/")) -> bool:
    """Whether there is hardware that encodes video. `root` holds dev and sys."""
    try:
        is_driver = (root / NAME).read_text().startswith(DRIVER)
    except OSError:
        return False
    return is_driver and (root / DEVICE.relative_to("/")).exists()
