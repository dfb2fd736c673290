"""Frames as a file can hold them: JPEG and H.264 as they came, pixels of foreign cameras as JPEG."""

import msgspec
import simplejpeg

from camwire.jpegs import OneScan, size_by_library
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.raw import RawDecoder
from viewer.core.recording.part import Kind, Recorded

QUALITY = 90


class Readable:
    """One camera's. In the writer's thread: to encode pixels takes its time."""

    def __init__(self) -> None:
        self._headers = OneScan()
        self._raw = RawDecoder()

    def of(self, recorded: Recorded) -> Recorded | None:
        """`recorded` as it is to be written; None where there is no picture in it."""
        frame = recorded.frame
        match frame.codec:
            case "h264":
                return recorded
            case "jpeg":
                size = self._headers.size(frame.payload) or _size_by_library(bytes(frame.payload))
                return None if size is None else _replaced(recorded, size)
            case "raw":
                return self._encoded(recorded)
            case _:
                return None

    def _encoded(self, recorded: Recorded) -> Recorded | None:
        try:
            pixels = self._raw.decode(recorded.frame)
            payload = simplejpeg.encode_jpeg(pixels, quality=QUALITY, colorspace="BGRX", fastdct=True)
        except (DecodeError, ValueError):
            return None
        frame = msgspec.structs.replace(recorded.frame, codec="jpeg", payload=payload, layout=None)
        height, width = pixels.shape[:2]
        return Recorded(frame, Kind("jpeg", int(width), int(height)), recorded.captured_ns, recorded.uncertainty)


def _replaced(recorded: Recorded, size: tuple[int, int]) -> Recorded:
    if size == (recorded.kind.width, recorded.kind.height):
        return recorded
    # What the sender stated of it is not so, or it stated nothing.
    return Recorded(recorded.frame, Kind("jpeg", *size), recorded.captured_ns, recorded.uncertainty)


def _size_by_library(payload: bytes) -> tuple[int, int] | None:
    try:
        return size_by_library(payload)
    except ValueError:
        return None
