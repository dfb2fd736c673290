"""What stands over a picture can be read on any picture, as snow and a night are."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.support.contrast import ratio
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.state import Phase
from viewer.ui.look import style
from viewer.ui.wall import over_picture
from viewer.ui.wall.overlay import Corners, Overlay
from viewer.ui.wall.tile import Tile

PICTURES = {"snow": "#ffffff", "night": "#000000", "fog": "#808080", "sand": "#ffdc78"}
SIZE, SCALE = QSize(440, 280), 3
INKS = ("on_picture", "on_picture_quiet", "text", "frozen")


def live(stage: Stage, tile: Tile) -> None:
    stage.cameras[0].say("Only a rabbit. It is yawning.")
    tile.show_caption(True)


def figures(stage: Stage, tile: Tile) -> None:
    tile.show_statistics(True)


def offline(stage: Stage, tile: Tile) -> None:
    stage.cameras[0].leave()
    stage.until(lambda: stage.cameras[0].session.state.phase is Phase.OFFLINE)


def frozen(stage: Stage, tile: Tile) -> None:
    stage.until(lambda: stage.cameras[0].session.state.phase is Phase.FROZEN)


@pytest.mark.parametrize("begin", [live, figures, offline, frozen], ids=lambda begin: begin.__name__)
def test_that_words_over_a_picture_can_be_read(
    begin: Callable[[Stage, Tile], None], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.add("The gate at the end of the road")
    tile: Tile = stage.wall.tiles[0]
    stage.until(lambda: tile.picture.overlay.recent_age() is not None)
    begin(stage, tile)
    overlay = tile.picture.overlay
    with_words = {name: painted(overlay, colour) for name, colour in PICTURES.items()}
    # What is behind them: the same without.
    monkeypatch.setattr(over_picture, "write", lambda *_: None)
    for name, colour in PICTURES.items():
        found = worst(with_words[name], painted(overlay, colour))
        assert len(found) >= 2, (name, found)
        assert min(found.values()) >= 4.5, (name, found)


def painted(overlay: Overlay, colour: str) -> "npt.NDArray[np.uint8]":
    """A picture of one colour with everything over it, (height, width, 3)."""
    image = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(colour))
    overlay._asked = ()
    with QPainter(image) as painter:
        overlay.paint(painter, SIZE, SCALE, Corners(style.DARK.wall))
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


def worst(with_words: "npt.NDArray[np.uint8]", without: "npt.NDArray[np.uint8]") -> dict[str, float]:
    """By the name of an ink, its least contrast to what is behind it."""
    found = {}
    for name in INKS:
        red, green, blue, _ = QColor(getattr(style.DARK, name)).getRgb()  # type: ignore[misc]
        ink = np.array((red, green, blue), np.uint8)
        behind = np.unique(without[(with_words == ink).all(2) & (without != ink).any(2)], axis=0)
        if len(behind):
            found[name] = min(ratio((red, green, blue), (int(r), int(g), int(b))) for r, g, b in behind)
    return found
