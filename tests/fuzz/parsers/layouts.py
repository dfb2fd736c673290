"""Files with a layout, of anybody."""

from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from tests.fuzz import scratch
from tests.fuzz.equal import same
from viewer.core.wall import layout_file
from viewer.core.wall.layout import Hotspot, Layout

READS = ("viewer.core.wall.layout_file",)
FULL = Layout(
    name="Garden",
    order=("a", "b", "c"),
    spans={"a": (2, 2)},
    row_weights=(0.5, 0.25),
    column_weights={"2": (0.5, 0.5)},
    hotspot=Hotspot.MOVING,
    per_page=9,
    turns=True,
    only=("a",),
    group="Yard",
)
FILE = Path(scratch.folder(), "garden.watchword-layout")


def take(data: bytes) -> None:
    """What was read can be written, and is the same after."""
    FILE.write_bytes(data)
    with suppress(UsageError):
        found = layout_file.read(FILE)
        FILE.write_bytes(layout_file.written(found.layout, lambda key: found.cameras.get(key, "")))
        assert same(layout_file.read(FILE).layout, found.layout)


def seeds() -> dict[str, bytes]:
    layouts = {"plain": Layout(order=("a", "b")), "empty": Layout(), "full": FULL}
    return {name: layout_file.written(each, lambda key: f"Camera {key}") for name, each in layouts.items()}
