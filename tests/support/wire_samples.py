"""Recorded messages as files: each is a msgpack array of byte strings, one per part."""

from pathlib import Path

import msgspec

from camwire.dialects import registered
from camwire.dialects.base import Dialect, Viewpoint

FOLDER = Path(__file__).parent.parent / "wire_samples"


def begin(name: str, can_answer: bool = True) -> Dialect:
    """A dialect as the viewer makes it for a camera that was never heard."""
    viewpoint = Viewpoint("viewer-1", "desk", "tests", "viewer-log", port=5566, can_answer=can_answer)
    return registered()[name].begin(viewpoint, now=0.0)


def begun(name: str, can_answer: bool = True) -> Dialect:
    """A dialect whose camera has said its first word."""
    dialect = begin(name, can_answer)
    dialect.receive(read(samples(name, "first")[0]), 1.0)
    return dialect


def read(path: Path) -> list[bytes]:
    """The parts recorded in `path`."""
    return msgspec.msgpack.decode(path.read_bytes(), type=list[bytes])


def write(path: Path, parts: list[bytes]) -> None:
    """Record `parts` in `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.msgpack.encode(parts))


def samples(dialect: str, quality: str) -> list[Path]:
    """The recorded messages of `dialect` in its folder `quality`: first, later, truncated or hostile."""
    return sorted((FOLDER / dialect / quality).glob("*.msgpack"))
