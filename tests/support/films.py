"""Recordings as the recorder leaves them, written with PyAV: for those who look at them."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import simplejpeg

STARTED_NS = 1_764_000_000_000_000_000
MS = Fraction(1, 1000)
STEP_MS = 66


def picture(number: int, width: int = 320, height: int = 180) -> Any:
    """A grey picture, BGR, whose brightness is its number (0 to 83), times three."""
    return np.full((height, width, 3), 3 * number, np.uint8)


def number_of(pixels: Any) -> int:
    """Which picture it is."""
    return round(float(pixels[:, :, 1].mean()) / 3)


def times(count: int, step: int = STEP_MS) -> list[int]:
    """Capture times, in ms since the first one."""
    return [step * number for number in range(count)]


def write(
    path: Path,
    at_ms: Sequence[int],
    codec: str = "mjpeg",
    started_ns: int | str = STARTED_NS,
    name: str = "porch",
    pictures: Iterable[Any] | None = None,
    keyframe_every: int = 10,
) -> Path:
    """One file with a frame at each of `at_ms`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shown = list(pictures) if pictures is not None else [picture(number % 84) for number in range(len(at_ms))]
    with av.open(str(path), "w", format="matroska", options={"cluster_time_limit": "1000"}) as file:
        file.metadata.update({"WATCHWORD_STARTED_NS": str(started_ns), "WATCHWORD_NAME": name, "WATCHWORD_CAMERA": "k"})
        stream: Any = file.add_stream(codec, rate=15)
        stream.width, stream.height = shown[0].shape[1], shown[0].shape[0]
        if codec == "mjpeg":
            stream.pix_fmt, stream.time_base = "yuvj420p", MS
            for ms, pixels in zip(at_ms, shown, strict=True):
                packet = av.Packet(simplejpeg.encode_jpeg(np.ascontiguousarray(pixels), 85, "BGR"))
                packet.stream, packet.pts, packet.dts, packet.time_base = stream, ms, ms, MS
                packet.is_keyframe = True
                file.mux(packet)
        else:
            stream.pix_fmt, stream.codec_context.time_base = "yuv420p", MS
            if codec == "h264":
                stream.options = {"tune": "zerolatency", "g": str(keyframe_every), "sc_threshold": "0"}
            for ms, pixels in zip(at_ms, shown, strict=True):
                frame = av.VideoFrame.from_ndarray(pixels, "bgr24")
                frame.pts, frame.time_base = ms, MS
                file.mux(stream.encode(frame))
            file.mux(stream.encode())
    return path


def cut(path: Path, share: float) -> Path:
    """What is left of a file when the recorder was killed: the beginning, without an end."""
    content = bytearray(path.read_bytes()[: int(path.stat().st_size * share)])
    # As long as it is written, there is no duration in it.
    place = content.find(b"\x44\x89\x88")
    content[place : place + 11] = b"\xec\x89" + bytes(9)
    path.write_bytes(content)
    return path


def write_said(path: Path, lines: Iterable[tuple[float, str, str]], started_ns: int = STARTED_NS) -> None:
    """What was said, each (seconds since the first picture, who, text); `who` may be `motion`."""
    rows = [
        {
            "t": seconds,
            "time": datetime.fromtimestamp(started_ns / 1e9 + seconds, UTC).isoformat(),
            "who": who,
            "text": text,
            "kind": "motion" if who == "motion" else "text",
        }
        for seconds, who, text in lines
    ]
    path.with_suffix(".jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
