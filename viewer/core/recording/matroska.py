"""One Matroska file: frames as they came, each with its time. PyAV writes it; nothing is encoded anew."""

import io
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from camwire.frame import Payload

if TYPE_CHECKING:
    from av.container import OutputContainer

MILLISECOND = Fraction(1, 1000)
# How PyAV calls the bare format from which it learns what a codec's first frame says of all.
BARE = {"jpeg": "mjpeg", "h264": "h264"}
CLUSTER_MS = 500
OPTIONS = {
    # What is complete goes to the system at once: a kill costs the last cluster, which is one frame of JPEG.
    "cluster_time_limit": str(CLUSTER_MS),
    "flush_packets": "1",
}


class NoPicture(ValueError):
    """What came holds no picture of the codec it is said to be of."""


class MatroskaFile:
    """Everything in one thread. Each call may raise OSError; then the file plays up to the cluster before."""

    def __init__(self, path: Path, codec: str, first: Payload, tags: Mapping[str, str]) -> None:
        """`first` is the first frame, a keyframe. Raises NoPicture; ValueError: no file can be called so."""
        import av

        self.path = path
        self.bytes = 0
        """Of the frames written until now."""
        with _bare(codec, first) as bare:
            template = bare.streams.video[0]
            if not template.codec_context.width:
                raise NoPicture("no picture")
            self._container: OutputContainer = av.open(str(path), "w", format="matroska", options=OPTIONS)
            self._container.metadata.update(tags)
            self._stream = self._container.add_stream_from_template(template)
        self._stream.time_base = MILLISECOND

    def write(self, payload: Payload, time_ms: int, is_keyframe: bool) -> None:
        """Add a frame, which is later than the one before."""
        from av import Packet

        packet = Packet(cast(bytes, payload))
        packet.stream = self._stream
        packet.time_base = MILLISECOND
        packet.pts = packet.dts = time_ms
        packet.is_keyframe = is_keyframe
        self._container.mux_one(packet)
        self.bytes += memoryview(payload).nbytes

    def close(self) -> None:
        """End the file, so that a player finds every place in it."""
        self._container.close()


def _bare(codec: str, first: Payload) -> Any:
    import av

    try:
        return av.open(io.BytesIO(first), format=BARE[codec])
    except (av.FFmpegError, EOFError) as error:
        raise NoPicture(str(error)) from error
