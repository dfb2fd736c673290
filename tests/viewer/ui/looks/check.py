"""Lays out every window, dialog and menu in a language and looks for what is cut, covered or outside.

    QT_SCALE_FACTOR=2 python -m tests.viewer.ui.looks.check --language de --rooms 960x540 --pictures FOLDER

A process of its own, since Qt scales a whole program. Rooms are sizes of screens, in the pixels that Qt counts in: one
of 1920×1080 has 960×540 of them at 200 %. What is wrong is printed as JSON, by scene, language and room. With
`--pictures` it keeps what it saw, to be looked at.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.conftest import _drive, _places
from tests.support.layout import faults
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.scenes import SCENES, drawn, in_theme
from viewer.garbage import Garbage
from viewer.qt_loop import QtLoop
from viewer.ui.look import language, style

THEMES = {"dark": style.DARK, "light": style.LIGHT}
FRAME = QSize(0, 44)
"""What the frame of a window takes."""


def main(words: list[str]) -> int:
    """Look at all that was asked for; 1 if something is wrong."""
    asked = _arguments().parse_args(words)
    rooms = [QSize(*map(int, room.split("x"))) for room in asked.rooms.split(",")]
    wrong: dict[str, list[str]] = {}
    with _program(rooms[0]) as app, _loop(app) as run:
        style.apply(app)
        for code in asked.languages.split(","):
            language.apply(code)
            for theme in asked.themes.split(","):
                in_theme(THEMES[theme])
                for name in asked.scenes or SCENES:
                    for room, found in _looked_at(name, run, rooms, asked.pictures, f"{code}-{theme}"):
                        if found:
                            wrong[f"{name} {code} {room.width()}x{room.height()}"] = found
    print(json.dumps(wrong, ensure_ascii=False, indent=1))
    return 1 if wrong else 0


def _looked_at(
    name: str, run: Callable[..., Any], rooms: list[QSize], pictures: Path | None, tag: str
) -> Iterator[tuple[QSize, list[str]]]:
    with (
        TemporaryDirectory(prefix="watchword-looks-") as folder,
        _places(Path(folder) / "places"),
        closing(Stage(Path(folder), run, None)) as stage,
        drawn(name, stage) as widget,
    ):
        for room in rooms:
            inside = room - FRAME
            stage.do(lambda inside=inside: stage.window.resize(inside))
            stage.until(lambda inside=inside: stage.window.size() == inside)
            if pictures is not None:
                _keep(widget, pictures / f"{name}-{tag}-{room.width()}x{room.height()}.png")
            # A menu has no frame; one that is still too high scrolls.
            yield room, faults(widget, room if isinstance(widget, QMenu) else inside)


def _keep(widget: QWidget, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(file))


@contextmanager
def _program(room: QSize) -> Iterator[QApplication]:
    """Qt without a window system, with one screen of that size."""
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    screen = {"name": "only", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen |= {"width": round(room.width() * scale), "height": round(room.height() * scale)}
    with TemporaryDirectory(prefix="watchword-looks-") as folder:
        file = Path(folder) / "screens.json"
        file.write_text(json.dumps({"screens": [screen]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        app = QApplication([])
        Garbage(app)
        yield app


@contextmanager
def _loop(app: QApplication) -> Iterator[Callable[..., Any]]:
    driving = _drive(QtLoop(app))
    try:
        yield next(driving)
    finally:
        next(driving, None)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default="en", help="codes with commas between")
    parser.add_argument("--themes", default="dark", help="dark, light, or dark,light")
    parser.add_argument("--rooms", default="1280x720", help="sizes with commas between, that of the screen first")
    parser.add_argument("--pictures", type=Path, help="a folder for what was seen")
    parser.add_argument("scenes", nargs="*", help="only these")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
