"""What a JPEG costs to decode, before it is decoded: a small file can ask for minutes of work."""

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Payload

START_OF_SCAN = b"\xff\xda"
SCAN = 0xDA
# Baseline and extended sequential, Huffman coded (ITU T.81, table B.1).
SEQUENTIAL = (0xC0, 0xC1)
MOST_HEADERS = 64


def require_bounded(payload: Payload, width: int, height: int) -> None:
    """Raise WireError for a picture that is too large, or goes over its pixels too often (ITU T.81, progressive mode).

    Within compressed data 0xFF is followed by 0x00 or a restart marker, so every start of a scan is one.
    """
    if width * height > limits.PICTURE_PIXELS:
        raise WireError(
            f"pictures of {width:,} × {height:,} pixels, more than the {limits.PICTURE_PIXELS // 1024**2} megapixels "
            "that are safe to decode"
        )
    if one_scan_pixels(payload):
        return
    scans = bytes(payload).count(START_OF_SCAN)
    if scans > limits.JPEG_SCANS or scans * width * height > limits.JPEG_SCANNED_PIXELS:
        raise WireError(f"JPEG pictures of {width:,} × {height:,} pixels in {scans:,} scans, too much work to decode")


def one_scan_pixels(payload: Payload) -> int:
    """How many pixels the picture has, if its headers promise that one scan holds everything; otherwise 0.

    libjpeg then stops at a second one. So it is with what cameras send, and reading a dozen headers is quicker than
    searching all of the data.
    """
    place, components, pixels = 2, 0, 0
    for _ in range(MOST_HEADERS):
        header = bytes(payload[place : place + 10])
        if len(header) < 10 or header[0] != 0xFF or header[1] < 0xC0 or 0xD0 <= header[1] <= 0xD9 or header[1] == 0xFF:
            # Nothing of a known length, as markers alone and fill bytes are.
            return 0
        if header[1] in SEQUENTIAL:
            components = header[9]
            pixels = int.from_bytes(header[5:7], "big") * int.from_bytes(header[7:9], "big")
        elif header[1] == SCAN:
            return pixels if header[4] == components > 0 else 0
        place += 2 + int.from_bytes(header[2:4], "big")
    return 0
