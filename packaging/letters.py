"""Draw the letters that cameras write with where OpenCV is not installed: `python packaging/letters.py`.

Needs the viewer's environment. The result, sender/imaging/letters.npz, is kept in the repository.
"""

import os
from itertools import chain
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QImage, QPainter

ROOT = Path(__file__).parent.parent
FONT = ROOT / "resources" / "fonts" / "Inter-SemiBold.otf"
RESULT = ROOT / "sender" / "imaging" / "letters.npz"
SIZE = 64
CODES = chain(
    range(0x20, 0x7F), range(0xA1, 0x180), range(0x386, 0x3CF), range(0x401, 0x460), map(ord, "–—‘’“”„…•€→←↑↓✓")
)


def main() -> None:
    """Write the file."""
    QGuiApplication([])
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT)))[0]
    font = QFont(family)
    font.setPixelSize(SIZE)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    codes = [code for code in CODES if code != 0xAD and metrics.inFontUcs4(code)]
    widths = [round(metrics.horizontalAdvance(chr(code))) for code in codes]
    left = np.concatenate([[0], np.cumsum(widths)]).astype(np.int32)
    base = round(metrics.ascent())
    image = QImage(int(left[-1]), base + round(metrics.descent()), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        for code, begin in zip(codes, left, strict=False):
            painter.drawText(QPointF(float(begin), base), chr(code))
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    strip = np.ascontiguousarray(rows[:, : image.width()])
    np.savez_compressed(RESULT, strip=strip, codes=np.array(codes, np.uint32), left=left, size=SIZE, base=base)
    print(f"{RESULT.relative_to(ROOT)}: {len(codes)} letters, {RESULT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
