"""Recordings as a player reads them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av

from camwire.frame import EncodedFrame
from viewer.core.recording.part import Kind, Recorded

SECOND = 1_000_000_000
STARTED_NS = 1_790_000_000_123_000_000


def recorded(frame: EncodedFrame, seconds: float) -> Recorded:
    """`frame`, captured so many seconds after `STARTED_NS`."""
    return Recorded(frame, Kind(frame.codec, frame.width, frame.height), STARTED_NS + round(seconds * SECOND), 0.002)


def times_ms(file: Path) -> list[int]:
    """When each frame of a recording is shown, from its begin."""
    with av.open(str(file)) as container:
        return [packet.pts for packet in container.demux(video=0) if packet.pts is not None]


def payloads(file: Path) -> list[bytes]:
    """Its frames as they are in the file."""
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def sizes(file: Path) -> list[tuple[int, int]]:
    """Width and height of each picture in it, all of them decoded."""
    with av.open(str(file)) as container:
        return [(picture.width, picture.height) for picture in container.decode(video=0)]


def tags(file: Path) -> dict[str, str]:
    """What the file says of itself."""
    with av.open(str(file)) as container:
        return dict(container.metadata)


def lines(file: Path) -> list[dict[str, Any]]:
    """What was said beside it."""
    return [json.loads(line) for line in file.with_name(f"{file.stem}.jsonl").read_text("utf-8").splitlines()]


def all_in(folder: Path, ending: str = ".mkv") -> list[Path]:
    """The recordings of all cameras, in order."""
    return sorted(folder.rglob(f"*{ending}"))


def grows(file: Callable[[], Path], size: int) -> bool:
    """Whether the file is there and has so many bytes."""
    try:
        return file().stat().st_size >= size
    except (OSError, IndexError):
        return False
