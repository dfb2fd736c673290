"""The configuration file of a camera program."""

from contextlib import suppress
from pathlib import Path

from camwire.errors import UsageError
from sender.config.file import read
from tests.fuzz import scratch

READS = ("sender.config.file", "sender.config.text", "sender.config.keys", "sender.config.troubles",
         "sender.config.lines")  # fmt: skip
FILE = Path(scratch.folder(), "camera.toml")

ONE = """
name = "porch"
source = "pattern"
listen = "tcp://127.0.0.1:5600"
size = "640x480"
fps = 12.5
[source.options]
"""
SEVERAL = """
fps = 10
log = "info"
[[camera]]
name = "porch"
listen = "tcp://127.0.0.1:5600"
dialect = "netgear"
[[camera]]
name = "yard"
dial = ["tcp://10.0.0.5:5601", "tcp://10.0.0.5:5602"]
[camera.source]
spec = "webcam:0"
options = { exposure = 5, mode = { a = [1, 2.5, true], b = 2026-01-02T03:04:05Z } }
"""


def take(data: bytes) -> None:
    FILE.write_bytes(data)
    with suppress(UsageError):
        for camera in read(FILE):
            assert camera.place


def seeds() -> dict[str, bytes]:
    return {"one": ONE.replace("[source.options]\n", "").encode(), "several": SEVERAL.encode()}
