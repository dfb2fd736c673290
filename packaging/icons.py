"""The icon in all sizes that desktops ask for, drawn from resources/icons/watchword.svg."""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from places import ROOT, WORK

DRAWING = ROOT / "resources" / "icons" / "watchword.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
# What macOS calls them.
OF_MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def draw() -> dict[int, Path]:
    """Write PNGs, watchword.ico and watchword.icns below the work folder; return the PNGs by size."""
    folder = WORK / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    if QGuiApplication.instance() is None:
        globals()["_application"] = QGuiApplication([])
    pictures = {size: png(size) for size in SIZES}
    (WORK / "watchword.ico").write_bytes(ico({size: pictures[size] for size in OF_WINDOWS}))
    (WORK / "watchword.icns").write_bytes(icns(pictures))
    paths = {size: folder / f"{size}.png" for size in SIZES}
    for size, path in paths.items():
        path.write_bytes(pictures[size])
    return paths


def png(size: int) -> bytes:
    """The icon, `size` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(DRAWING)).render(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNGs of those sizes as Windows wants them: a table, then the pictures."""
    place = 6 + 16 * len(pictures)
    table, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return table + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """PNGs as macOS wants them: each with its name and length before it."""
    body = b"".join(
        name + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, name in OF_MACOS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
