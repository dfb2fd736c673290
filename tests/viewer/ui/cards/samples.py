"""One of each: what is said in a conversation, for looking at and for testing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import numpy as np
import simplejpeg

from camwire.values import Jpeg
from viewer.ui.cards.content import Content, Failure, File, FileState, Pinned, Running, Text, Value
from viewer.ui.cards.tones import Ground

MINE, THEIRS, FAILED = Ground.MINE, Ground.THEIRS, Ground.FAILED


def pixels(width: int, height: int) -> np.ndarray:
    """A picture (height, width, 3) uint8, BGR: blue to the right, red downwards, with a green disc."""
    y, x = np.mgrid[:height, :width]
    disc = ((x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2) * 220
    return np.dstack([255 * x // width, disc, 255 * y // height]).astype(np.uint8)


def jpeg(width: int = 1280, height: int = 720) -> Jpeg:
    picture = np.ascontiguousarray(pixels(width, height))
    return Jpeg(simplejpeg.encode_jpeg(picture, colorspace="BGR"), width, height)


def wave(count: int = 120) -> np.ndarray:
    x = np.linspace(0, 6, count)
    return 20 + 5 * np.sin(x) + np.cos(7 * x)


STATUS = {"source": "bunny.mp4, 24.0 fps", "temperature": "51.2 °C", "Wi-Fi": "−58 dBm", "viewers": 2, "flipped": False}
DETECTIONS = [
    {"label": label, "score": score, "box": [12 * n, 8, 120, 240 + n], "seen": n % 3 == 0}
    for n, (label, score) in enumerate(
        [("rabbit", 0.98), ("butterfly", 0.71), ("a squirrel that throws nuts", 0.5)] * 30
    )
]
NESTED = {
    "camera": {
        "name": "porch",
        "modes": [{"size": [1280, 720], "fps": [15, 24, 30]}, {"size": [640, 480], "fps": [60]}],
    },
    "lens": {"focus": 1.2, "aperture": "f/1.8", "calibration": np.eye(3)},
    "last": jpeg(640, 480),
    "notes": ["The gate squeaks.", "", "007"],
    "since": datetime(2026, 3, 12, 14, 3, 22, tzinfo=UTC),
    5: None,
}
RECORDS = np.array([(1, 2.5, b"a"), (2, 3.5, b"bc")], dtype=[("n", "i4"), ("x", "f8"), ("s", "S2")])
GAPS = np.where(np.arange(120) % 40 < 30, wave(), np.nan)


def samples() -> Iterator[tuple[str, Content, Ground]]:
    """Name, content and bubble of each."""
    yield (
        "words",
        Text("Only a rabbit. It is yawning 🐇. See https://peach.blender.org/about/, (or http://[::1]:80/x)."),
        THEIRS,
    )
    yield "command", Text("/set exposure 8", is_command=True), MINE
    yield "right to left", Text("الكاميرا تعمل: 51 درجة\nשלום https://example.org/שלום ok"), THEIRS
    yield "long words", Text("The quick brown fox jumps over the lazy dog, again and again. " * 60), MINE
    yield "hostile words", Text("nul\0 bell\a, esc\x1b[31m, over\u202egpj.exe and Z" + "\u0336\u0301" * 40), THEIRS
    yield "number", Value(51.2), THEIRS
    yield "large number", Value(-1234567890123), THEIRS
    yield "yes or no", Value(True), THEIRS
    yield "nothing", Value(None), MINE
    yield "moment", Value(datetime(2026, 3, 12, 14, 3, 22, 500000, timezone(timedelta(hours=2)))), THEIRS
    yield "naive moment", Value(datetime(2026, 3, 12, 14, 3)), THEIRS
    yield "date", Value(date(2026, 3, 12)), THEIRS
    yield "span", Value(timedelta(days=2, seconds=3725.5)), MINE
    yield "identifier", Value(UUID(int=2**127 + 12345)), THEIRS
    yield "decimal", Value(Decimal("19.90"), "price of a lens"), THEIRS
    yield "bytes", Value(bytes(range(40, 240)), "register dump"), THEIRS
    yield "few numbers", Value((1, 2.5, 3)), THEIRS
    yield "dict", Value(STATUS), THEIRS
    yield (
        "own dict",
        Value({"exposure": 8, "why": "it is dark in here, and the rabbit can hardly be told from the bush"}),
        MINE,
    )
    yield "dicts", Value(DETECTIONS, "Seen in the last minute"), THEIRS
    yield "records", Value(RECORDS), THEIRS
    yield "nested", Value(NESTED), THEIRS
    yield "few nested", Value({"a": [1, 2], "b": {"c": {"d": "e"}, "f": None}}), MINE
    yield "jpeg", Value(jpeg()), THEIRS
    yield "array picture", Value(pixels(200, 300), "what I see"), THEIRS
    yield "transparent", Value(np.dstack([pixels(120, 80), pixels(120, 80)[..., 0]])), MINE
    yield "damaged jpeg", Value(Jpeg(b"\xff\xd8 no picture", 320, 240)), THEIRS
    yield "plot", Value(wave(), "range"), THEIRS
    yield "own plot", Value([1, 5, 2, 8, 3, 9, 4, 4, 4]), MINE
    yield "plot with gaps", Value(GAPS, "distance to the wall"), THEIRS
    yield "bool plot", Value(np.sin(np.arange(60)) > 0), THEIRS
    yield "long plot", Value(np.sin(np.linspace(0, 300, 1_000_000)) * np.linspace(0, 1, 1_000_000)), THEIRS
    yield "matrix", Value(np.eye(4) * 1.23456), THEIRS
    yield "deep array", Value(np.zeros((3, 30, 40), np.int16)), THEIRS
    yield "file", File("calibration.zip", 212_000_000, FileState.UNDER_WAY, 48_100_000, 120), MINE
    yield "offered file", File("the night of the third rabbit.mp4", 1_400_000_000, FileState.OFFERED), THEIRS
    yield "file here", File("garden.jpg", 812_345, FileState.HERE), THEIRS
    yield (
        "failed file",
        File("log.txt", 9_000, FileState.FAILED, 4_000, text="The disk of this computer is full."),
        FAILED,
    )
    yield "running", Running(0.4, "Turning to 120°"), THEIRS
    yield "running, who knows how long", Running(None, "Looking for the rabbit"), THEIRS
    yield "failure", Failure("exposure goes from 29 to 66,666 µs", "/set exposure 9000000"), FAILED
    yield "pinned", Pinned(Text("What is that behind the tree?"), jpeg(640, 480)), MINE
