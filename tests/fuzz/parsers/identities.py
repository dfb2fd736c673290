"""The file with a program's own key."""

import tempfile
from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import FILE, Identity
from tests.fuzz import scratch

READS = ("camwire.identity",)
FOLDER = scratch.folder()


def take(data: bytes) -> None:
    """A damaged one is refused and stays as it is."""
    path = FOLDER / FILE
    path.write_bytes(data)
    with suppress(UsageError):
        assert len(Identity.of(FOLDER).public) == 40
    assert path.read_bytes() == data


def seeds() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        Identity.of(Path(folder))
        return {"own": Path(folder, FILE).read_bytes()}
