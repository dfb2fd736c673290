"""What a tile shows of a camera that is not well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from camwire.messages import Health, encode
from sender import Camera
from tests.sender.support import ANYWHERE, SwitchedSource
from tests.support.joined_camera import JoinedCamera
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.state import Phase
from viewer.ui.look import style
from viewer.ui.wall.tile import Tile

WEAK = Health(level="warning", text="Weak Wi-Fi: -84 dBm.", facts={"Wi-Fi signal dBm": -84, "power": "good"})
HOT = Health(level="bad", text="Hot: the processor has 81 °C.", facts={"temperature °C": 81.5})


def tell(camera: JoinedCamera, health: Health) -> None:
    """The camera says how it is."""
    camera.session.receive(encode(health))


def has_mark(tile: Tile, colour: str) -> bool:
    """Whether something half way down the line over the picture, beside the mark of its state, is of `colour`."""
    wanted = QColor(colour)
    image = tile.picture.grab().toImage()
    middle = round(style.LINE_HEIGHT * image.devicePixelRatio()) // 2
    beside = round(27 * image.devicePixelRatio())
    return any(
        abs(pixel.red() - wanted.red()) + abs(pixel.green() - wanted.green()) + abs(pixel.blue() - wanted.blue()) < 12
        for y in (middle, middle + 3)
        for x in range(beside, image.width())
        if (pixel := image.pixelColor(x, y))
    )


def looked_at(stage: Stage, tile: Tile) -> str:
    """What is told to who points at the picture."""
    tile.picture.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    stage.do(tile.picture.refresh)
    return str(tile.picture.toolTip())


@pytest.mark.parametrize(
    ("health", "colour", "width"), [(WEAK, style.DARK.frozen, 120), (HOT, style.DARK.offline, 500)]
)
def test_that_a_camera_that_is_not_well_bears_a_mark_until_it_is(
    stage: Stage, health: Health, colour: str, width: int
) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[0]
    tile.picture.resize(width, 200)

    def is_marked() -> bool:
        # What a frozen picture bears has the same colours.
        camera.show((0, 0, 0))
        return has_mark(tile, colour)

    assert not is_marked()
    tell(camera, health)
    stage.until(is_marked)
    tell(camera, Health(facts={"temperature °C": 50.0}))
    stage.until(lambda: not is_marked())


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
def test_that_the_tip_says_what_is_wrong_and_its_figures(stage: Stage) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[0]
    tell(camera, WEAK)
    assert looked_at(stage, tile) == "Weak Wi-Fi: -84 dBm.\nWi-Fi signal dBm: -84\npower: good"
    tell(camera, Health(facts={"temperature °C": 50.0}))
    assert looked_at(stage, tile) == ""
    stage.window._bar.statistics.setChecked(True)
    assert looked_at(stage, tile).startswith("temperature °C: 50\n")


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
def test_that_what_a_camera_says_is_never_taken_for_markup(stage: Stage) -> None:
    camera = stage.add()
    tell(camera, Health(level="bad", text="<img src='file:///etc/passwd'>"))
    assert "&lt;img" in looked_at(stage, stage.wall.tiles[0])


def test_that_a_source_that_never_worked_is_said_on_the_tile(stage: Stage) -> None:
    camera = stage.add(is_live=False)
    camera.join()
    tell(camera, Health(level="bad", trouble="The webcam is gone. Plug it in."))
    stage.until(lambda: camera.session.state.phase is Phase.FROZEN)
    tile = stage.wall.tiles[0]
    assert tile.describe() == "The webcam is gone. Plug it in."
    assert str(tile.picture.toolTip()).startswith("The webcam is gone. Plug it in.")


def test_that_a_real_camera_that_began_without_its_source_says_so_until_it_is_there(stage: Stage) -> None:
    source = SwitchedSource()
    source.is_plugged = False
    stage.real(Camera("porch", source, ANYWHERE, state="none", is_patient=True))
    session = stage.wall.tiles[0].session
    stage.until(lambda: session.state.phase is Phase.FROZEN)
    assert session.state.reason.startswith("No cable.")
    assert stage.wall.tiles[0].picture.overlay.texts()[1] == "no picture"
    source.is_plugged = True

    def is_live() -> bool:
        source.give()
        is_told = session.health is not None and not session.health.trouble
        return is_told and session.state.phase is Phase.LIVE

    stage.until(is_live)
