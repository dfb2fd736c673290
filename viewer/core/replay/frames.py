"""What of a recording is decoded: one part's frames as the decoders of the live picture take them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from camwire.frame import EncodedFrame
from camwire.translation import tr
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.pictures.wanting import Place
from viewer.core.replay.matroska import MatroskaFile

CODECS = {"V_MJPEG": "jpeg", "V_MPEG4/ISO/AVC": "h264"}
START_CODE = b"\0\0\0\1"
QUICK_FRAMES = 15


class NotShown(Exception):
    """Why there is no picture, as a sentence."""


class Part:
    """One file of a recording. Its frames are decoded in one thread; `started_ns` is when its clock was 0 (UTC)."""

    def __init__(self, path: Path, started_ns: int) -> None:
        """Raises OSError, or `NotMatroska`."""
        self.file = MatroskaFile(path)
        self.started_ns = started_ns
        self._decoder: Decoder | None = None
        self._decoded: int | None = None

    def read_on(self, is_wanted: Callable[[], bool] = lambda: True) -> int:
        """See `MatroskaFile.read_on`."""
        return self.file.read_on(is_wanted)

    def decode(
        self, number: int, place: Place | None, is_wanted: Callable[[], bool] = lambda: True
    ) -> npt.NDArray[np.uint8] | None:
        """The pixels of a frame, BGRX, no larger than `place` needs; None if it was not wanted any more before it was
        reached. Where frames build on each other, those before it are decoded as well. Raises NotShown, OSError."""
        decoder = self._opened()
        first, self._decoded = self._first_for(number), None
        try:
            for each in range(first, number):
                if not is_wanted():
                    return None
                decoder.go_over(self._frame(each))
            pixels = decoder.decode(self._frame(number), place)
        except DecodeError as error:
            raise NotShown(tr("This picture cannot be shown: {why}.", why=error)) from error
        self._decoded = number
        return pixels

    def near(self, number: int) -> int:
        """A frame near that one, and before it, that can be decoded without many others."""
        return number if number - self._first_for(number) < QUICK_FRAMES else self._keyframe_before(number)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def _first_for(self, number: int) -> int:
        """With which frame to begin, so that `number` can be decoded."""
        keyframe, done = self._keyframe_before(number), self._decoded
        return done + 1 if done is not None and keyframe <= done < number else keyframe

    def _keyframe_before(self, number: int) -> int:
        while number > 0 and not self.file.keyframes[number]:
            number -= 1
        return number

    def _opened(self) -> Decoder:
        if self._decoder is None:
            codec = CODECS.get(self.file.codec, "")
            kind = decoders.registered().get(codec)
            if kind is None:
                raise NotShown(
                    tr("This file holds “{codec}”, which is not what Watchword records.", codec=self.file.codec)
                )
            if not kind.is_available():
                raise NotShown(
                    tr("To look at H.264 recordings, this viewer needs PyAV. Install it: pip install '.[viewer,h264]'")
                )
            self._decoder = kind()
        return self._decoder

    def _frame(self, number: int) -> EncodedFrame:
        file = self.file
        payload, codec = file.payload(number), CODECS[file.codec]
        is_keyframe = bool(file.keyframes[number])
        if codec == "h264":
            payload = _with_start_codes(payload, file.private, is_keyframe)
        return EncodedFrame(number, None, codec, file.width, file.height, payload, is_keyframe)


def _with_start_codes(payload: bytes, private: bytes, is_keyframe: bool) -> bytes:
    """H.264 as it travels: Matroska has lengths before its units, and keeps what describes the stream apart.

    Only that (an `avcC` record, of version 1) tells which it is: a length of 256 bytes begins like a start code.
    """
    if len(private) < 7 or private[0] != 1:
        return payload
    units = [*(_described(private) if is_keyframe else ()), *_units(payload, (private[4] & 3) + 1)]
    return b"".join(START_CODE + unit for unit in units)


def _units(payload: bytes, length_bytes: int) -> list[bytes]:
    units, place = [], 0
    while place + length_bytes < len(payload):
        begin = place + length_bytes
        place = begin + int.from_bytes(payload[place:begin], "big")
        units.append(payload[begin:place])
    return units


def _described(private: bytes) -> list[bytes]:
    """The parameter sets in what Matroska keeps apart (an `avcC` record)."""
    sets, place = [], 5
    for mask in (0x1F, 0xFF):
        if place >= len(private):
            break
        count, place = private[place] & mask, place + 1
        for _ in range(count):
            length = int.from_bytes(private[place : place + 2], "big")
            sets.append(private[place + 2 : place + 2 + length])
            place += 2 + length
    return sets
