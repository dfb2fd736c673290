"""Motion JPEG by HTTP: the parts of an endless answer."""

from contextlib import suppress

from sender.web.multipart import MOST_HEADER_BYTES, Multipart

READS = ("sender.web.multipart",)
MOST_BYTES = 10_000
WHOLE = b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\nhello\r\n"
UNCOUNTED = b"--frame\nContent-Type: image/jpeg\n\nhello\n--frame\n\nyou\n--frame\n"


def take(data: bytes) -> None:
    """The first byte says in how large pieces the rest comes. However it comes, little is kept."""
    parts, step = Multipart("frame", MOST_BYTES), max(1, data[0] if data else 1) * 8
    with suppress(ValueError):
        for place in range(1, len(data), step):
            part = parts.feed(data[place : place + step])
            assert part is None or len(part) <= MOST_BYTES + step
            assert len(parts._buffer) <= MOST_BYTES + MOST_HEADER_BYTES + step


def seeds() -> dict[str, bytes]:
    return {"counted": b"\1" + WHOLE * 3, "uncounted": b"\1" + UNCOUNTED, "all-at-once": b"\xff" + WHOLE * 3}
