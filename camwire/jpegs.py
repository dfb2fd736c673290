"""What a JPEG costs to decode, before it is decoded: a small file can ask for minutes of work."""

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Payload
from camwire.translation import tr

START_OF_SCAN = b"\xff\xda"
SCAN = 0xDA
# Baseline and extended sequential, Huffman coded (ITU T.81, table B.1).
SEQUENTIAL = (0xC0, 0xC1)
MOST_HEADERS = 64
# Tables take 600 bytes; the rest is for notes of the camera (EXIF). With longer ones the scans are counted.
HEADERS_BYTES = 4096


def require_bounded(payload: Payload, width: int, height: int) -> None:
    """Raise WireError for a picture that is too large, or goes over its pixels too often (ITU T.81, progressive mode).

    Within compressed data 0xFF is followed by 0x00 or a restart marker, so every start of a scan is one.
    """
    require_pixels(width, height)
    if size_in_one_scan(payload):
        return
    scans = bytes(payload).count(START_OF_SCAN)
    if scans > limits.JPEG_SCANS or scans * width * height > limits.JPEG_SCANNED_PIXELS:
        raise WireError(
            tr(
                "JPEG pictures of {width:,} × {height:,} pixels in {scans:,} scans, too much work to decode",
                width=width,
                height=height,
                scans=scans,
            )
        )


def require_pixels(width: int, height: int) -> None:
    """Raise WireError for a picture that is too large."""
    if width * height > limits.PICTURE_PIXELS:
        raise WireError(
            tr(
                "pictures of {width:,} × {height:,} pixels, more than the {most} megapixels that are safe to decode",
                width=width,
                height=height,
                most=limits.PICTURE_PIXELS // 1024**2,
            )
        )


def size_by_library(payload: Payload) -> tuple[int, int]:
    """Width and height, as the library reads them that will decode it. Raises ValueError where that makes no sense."""
    import simplejpeg

    try:
        height, width = simplejpeg.decode_jpeg_header(payload)[:2]
    except KeyError as error:
        # It decodes pictures whose colours are taken four rows at a time (4:4:1), and has no name for that.
        size = size_in_one_scan(payload)
        if size is None:
            raise ValueError("its colours are sampled in an unknown way") from error
        return size
    return int(width), int(height)


def size_in_one_scan(payload: Payload) -> tuple[int, int] | None:
    """Width and height of the picture, if its headers promise that one scan holds everything; otherwise None.

    libjpeg then stops at a second one. So it is with what cameras send, and reading a dozen headers is quicker than
    searching all of the data.
    """
    return _size_and_headers(payload)[0]


class OneScan:
    """`size_in_one_scan` for one camera after the other picture: most encoders write the same headers every time."""

    def __init__(self) -> None:
        self._last: tuple[tuple[int, int] | None, bytes] = None, b""

    def size(self, payload: Payload) -> tuple[int, int] | None:
        """What `size_in_one_scan` finds. For any thread."""
        size, headers = self._last
        if not headers or bytes(payload[: len(headers)]) != headers:
            self._last = size, _ = _size_and_headers(payload)
        return size


def _size_and_headers(payload: Payload) -> tuple[tuple[int, int] | None, bytes]:
    """The size, if there is one scan, and all bytes that say so."""
    head = bytes(payload[:HEADERS_BYTES])
    place, components, width, height = 2, 0, 0, 0
    for _ in range(MOST_HEADERS):
        if place + 10 > len(head) or head[place] != 0xFF:
            break
        kind = head[place + 1]
        if kind < 0xC0 or 0xD0 <= kind <= 0xD9 or kind == 0xFF:
            # Nothing of a known length, as markers alone and fill bytes are.
            break
        if kind in SEQUENTIAL:
            height = head[place + 5] << 8 | head[place + 6]
            width = head[place + 7] << 8 | head[place + 8]
            components = head[place + 9]
        elif kind == SCAN:
            is_whole = head[place + 4] == components > 0 and width and height
            return ((width, height), head[: place + 10]) if is_whole else (None, b"")
        place += 2 + (head[place + 2] << 8 | head[place + 3])
    return None, b""
