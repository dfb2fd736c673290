"""A picture that is dropped or pasted, as the array a camera's format carries."""

from pathlib import Path

import numpy as np
import simplejpeg
from PySide6.QtGui import QImage

from camwire import limits
from camwire.arrays import Array
from camwire.errors import UsageError
from camwire.frame import Layout
from camwire.translation import tr
from camwire.values import Jpeg

QUALITY = 90
CHANNELS = 3


def jpeg_of(image: QImage, file: str) -> Jpeg | None:
    """The picture as JPEG: the file's own bytes where it is one. None where it is better sent as a file, as it is.

    Raises UsageError.
    """
    if file:
        data = Path(file).read_bytes() if Path(file).stat().st_size <= limits.MESSAGE_BYTES // 4 else b""
        return Jpeg.of(data) if data.startswith(b"\xff\xd8") else None
    return Jpeg.of(bytes(array_of(image, "jpeg").payload))


def array_of(image: QImage, codec: str) -> Array:
    """Return `image` as (height, width, 3) uint8, BGR; `codec` is `jpeg` or `raw`. Raises UsageError."""
    if image.isNull():
        raise UsageError(tr("That is no picture that can be read. Send a PNG, JPEG, BMP or GIF."))
    width, height = image.width(), image.height()
    if width * height > limits.PICTURE_PIXELS or width * height * CHANNELS > limits.MESSAGE_BYTES:
        raise UsageError(
            tr(
                "The picture has {width:,} × {height:,} pixels, too many to send. Make it smaller.",
                width=width,
                height=height,
            )
        )
    plain = image.convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(height, plain.bytesPerLine())
    pixels = np.ascontiguousarray(rows[:, : width * CHANNELS]).reshape(height, width, CHANNELS)
    layout = Layout("uint8", (height, width, CHANNELS))
    if codec == "raw":
        return Array(layout, pixels.tobytes())
    payload = simplejpeg.encode_jpeg(pixels, quality=QUALITY, colorspace="BGR", colorsubsampling="422")
    return Array(layout, payload, codec="jpeg")
