"""What a recorded file says of itself. Reading a file takes a moment: not in the loop's thread."""

from dataclasses import dataclass
from math import inf
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileFacts:
    """`camera` is the session's key and `name` what the camera was called; empty in a file that is not of Watchword.
    `started_ns` is UTC of its first picture, None where it does not say so, right to within `uncertainty_ms`."""

    camera: str
    name: str
    started_ns: int | None
    uncertainty_ms: float
    codec: str
    width: int
    height: int
    seconds: float | None
    """None of a file that was not ended, as after a power cut."""


def facts_of(file: Path) -> FileFacts:
    """Read the head of a Matroska file. Raises OSError; ValueError: there is nothing in it to be played."""
    import av

    try:
        # As nothing else: some formats tell a reader to open other files.
        with av.open(str(file), format="matroska") as container:
            if not container.streams.video:
                raise ValueError("no pictures")
            stream, said = container.streams.video[0], container.metadata
            started = said.get("WATCHWORD_STARTED_NS", "")
            return FileFacts(
                camera=said.get("WATCHWORD_CAMERA", ""),
                name=said.get("WATCHWORD_NAME", ""),
                started_ns=int(started) if started.isdecimal() else None,
                uncertainty_ms=_number(said.get("WATCHWORD_UNCERTAINTY_MS", "")),
                codec=stream.codec_context.name,
                width=stream.width,
                height=stream.height,
                seconds=container.duration / 1e6 if container.duration else None,
            )
    except EOFError as error:
        raise ValueError(str(error)) from error


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return inf
