"""H.264 by the hardware of the source's board where that can, otherwise by the processor."""

from collections.abc import Callable
from dataclasses import replace

from sender.encoders.base import Encoded, Encoder
from sender.encoders.h264 import H264
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.pictures.capture import Capture
from sender.pictures.look import Look
from sender.pictures.own_h264 import H264Hardware, H264Stream, HardwareFailed


class HardwareFirst(Encoder):
    """Whoever takes over begins with a keyframe.

    The hardware encodes pictures in their own size, as they are. `software` makes the encoder of what it cannot, maybe
    one of another codec.
    """

    codec = H264
    has_quality = True

    def __init__(self, software: Callable[[], Encoder]) -> None:
        self._make_software = software
        self._software: Encoder | None = None
        self._stream: H264Stream | None = None
        self._hardware: H264Hardware | None = None
        """That of the stream, or that which had no room for one."""

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded | None:
        if self._is_for_hardware(capture, look):
            try:
                return self._by_hardware(capture, look, keyframe)
            except HardwareFailed:
                self._end_stream()
        else:
            self._end_stream()
            self._hardware = None
        return self._by_software(capture, look, keyframe)

    def passes(self, capture: Capture, look: Look) -> bool:
        if self._is_for_hardware(capture, look):
            return True
        return self._software is not None and self._software.passes(capture, look)

    def close(self) -> None:
        self._end_stream()
        self._end_software()

    def _is_for_hardware(self, capture: Capture, look: Look) -> bool:
        own = capture.own_h264
        if own is None or own.hardware.has_failed or look.flip != "none" or look.size not in (None, capture.size):
            return False
        has_refused = self._hardware is own.hardware and self._stream is None
        return not has_refused or own.hardware.has_room

    def _by_hardware(self, capture: Capture, look: Look, keyframe: bool) -> Encoded | None:
        own = capture.own_h264
        assert own is not None
        if self._stream is None or own.hardware is not self._hardware:
            self._end_stream()
            self._begin(own.hardware, look)
        if self._stream is None or own.memory is None:
            return None
        made = self._stream.encode(own.memory, keyframe)
        return None if made is None else Encoded(made[0], capture.width, capture.height, keyframe=made[1])

    def _begin(self, hardware: H264Hardware, look: Look) -> None:
        """Without a stream afterwards, the next picture tries again."""
        self._hardware = hardware
        self._stream = hardware.begin(look.quality or DEFAULT_QUALITY)
        self._end_software()
        if self._stream is None:
            self._hardware = None

    def _by_software(self, capture: Capture, look: Look, keyframe: bool) -> Encoded | None:
        if self._software is None:
            self._software = self._make_software()
        encoded = self._software.encode(capture, look, keyframe)
        return None if encoded is None else replace(encoded, codec=self._software.codec)

    def _end_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _end_software(self) -> None:
        software, self._software = self._software, None
        if software is not None:
            software.close()
