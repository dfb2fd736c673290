"""Recorded messages as files: each is a msgpack array of byte strings, one per part."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from camwire.conversation import Conversation
from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera

FOLDER = Path(__file__).parent.parent / "wire_samples"

# How a viewer begins with a camera of each dialect.
BEGIN: dict[str, Callable[[], Dialect]] = {
    "native": lambda: NativeCamera("viewer-1", "desk", "tests", Conversation("viewer-log"), now=0.0),
}


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
