"""What a JPEG costs to decode, before it is decoded: a small file can ask for minutes of work."""

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Payload

START_OF_SCAN = b"\xff\xda"


def require_bounded(payload: Payload, width: int, height: int) -> None:
    """Raise WireError for a picture that is too large, or goes over its pixels too often (ITU T.81, progressive mode).

    Within compressed data 0xFF is followed by 0x00 or a restart marker, so every start of a scan is one.
    """
    if width * height > limits.PICTURE_PIXELS:
        raise WireError(
            f"pictures of {width:,} × {height:,} pixels, more than the {limits.PICTURE_PIXELS // 1024**2} megapixels "
            "that are safe to decode"
        )
    scans = bytes(payload).count(START_OF_SCAN)
    if scans > limits.JPEG_SCANS or scans * width * height > limits.JPEG_SCANNED_PIXELS:
        raise WireError(f"JPEG pictures of {width:,} × {height:,} pixels in {scans:,} scans, too much work to decode")
