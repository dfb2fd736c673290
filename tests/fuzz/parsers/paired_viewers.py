"""The camera's file of the viewers that it knows."""

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from camwire.errors import UsageError
from camwire.rights import Rights
from sender.pairing.viewers import FILE, PairedViewer, PairedViewers
from tests.fuzz import scratch

READS = ("sender.pairing.viewers", "camwire.public_key", "camwire.rights")
FOLDER = scratch.folder()
KNOWN = [
    PairedViewer("0" * 40, "viewer-1", "Desk", Rights.CONTROL, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
    PairedViewer("1" * 40, "viewer-2", "Tür “2” \\ '", Rights.WATCH, datetime(2026, 1, 2, tzinfo=UTC)),
]


def take(data: bytes) -> None:
    """Who was read is the same when it is written; what is damaged is refused."""
    (FOLDER / FILE).write_bytes(data)
    viewers = PairedViewers(FOLDER)
    with suppress(UsageError):
        known = viewers.read()
        viewers.change(lambda same: same)
        assert [(each.key, each.name, each.rights) for each in viewers.read()] == [
            (each.key, each.name, each.rights) for each in known
        ]


def seeds() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        viewers = PairedViewers(Path(folder))
        viewers.change(lambda none: [*none, *KNOWN])
        return {"two": viewers.path.read_bytes(), "none": b""}
