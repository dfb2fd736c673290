"""Over real sockets: a camera sends what its tile can show, and the tile shows it."""

from collections.abc import Callable, Iterator
from time import monotonic

import pytest
import zmq
from PySide6.QtCore import QPoint, QRect, QSize

from sender.asked import Size
from sender.pipeline.rendition import fitted
from tests.support.scripted_camera import ScriptedCamera
from tests.viewer.ui.conftest import Stage
from viewer.ui.wall.fitting import Fitted, in_device_pixels, letterboxed

OWN = QSize(1280, 720)
SETTLES_SECONDS = 0.3


@pytest.fixture
def camera(stage: Stage, context: "zmq.Context[zmq.Socket[bytes]]") -> Iterator[ScriptedCamera]:
    """A camera of 1280×720 on the wall, which sends no more than is wanted."""
    made: list[ScriptedCamera] = []

    def begin() -> None:
        made.append(ScriptedCamera(context))
        made[0].own_size = OWN.toTuple()
        made[0].stream(30)
        stage.fleet.add(str(made[0].endpoint))

    stage.do(begin)
    yield made[0]
    stage.do(made[0].close)


def fits(stage: Stage) -> Callable[[], bool]:
    """Whether the picture on the only tile has the pixels of its place, as exactly as whole pixels allow."""

    def is_so() -> bool:
        picture = stage.wall.tiles[0].picture
        exact = letterboxed(OWN, picture.size() * picture.devicePixelRatioF()).size()
        shown = picture.picture_size
        return abs(shown.width() - exact.width()) <= 1 and abs(shown.height() - exact.height()) <= 1

    return is_so


def test_that_a_tile_gets_pictures_of_its_own_size(stage: Stage, camera: ScriptedCamera) -> None:
    stage.do(lambda: stage.window.resize(700, 500))
    stage.until(fits(stage))
    assert stage.wall.tiles[0].picture.picture_size.width() < 700


@pytest.mark.alone
def test_that_a_dragged_window_settles_soon_and_asks_for_few_sizes(stage: Stage, camera: ScriptedCamera) -> None:
    stage.until(fits(stage))
    before = len(camera.wants)
    rests = stage.drag((1200, 800), (600, 400))
    rested = monotonic()
    stage.until(fits(stage))
    assert monotonic() - rested < SETTLES_SECONDS
    assert len(camera.wants) - before <= 3 + rests


def test_that_a_maximised_camera_sends_its_full_size_whatever_the_window(stage: Stage, camera: ScriptedCamera) -> None:
    stage.do(lambda: stage.window.resize(700, 500))
    stage.until(fits(stage))
    tile = stage.wall.tiles[0]
    stage.do(lambda: stage.wall.maximise(tile))
    stage.until(lambda: tile.picture.picture_size == OWN)
    stage.do(lambda: stage.wall.maximise(None))
    stage.until(fits(stage))


def test_that_a_hidden_window_gets_no_pictures_and_fits_again_when_shown(stage: Stage, camera: ScriptedCamera) -> None:
    stage.until(fits(stage))
    stage.do(stage.window.hide)
    stage.until(lambda: camera.wants[-1].paused)
    sent, captured = camera.frames_sent, camera.sequence
    stage.until(lambda: camera.sequence > captured + 5)
    assert camera.frames_sent == sent
    stage.window.resize(640, 480)
    stage.do(stage.window.show)
    stage.until(fits(stage))


@pytest.mark.parametrize(
    ("picture", "is_kept"),
    [((320, 180), True), ((320, 179), True), ((318, 178), True), ((312, 175), False), ((322, 182), False)],
)
def test_that_a_picture_of_nearly_its_place_s_size_is_painted_as_it_is(picture: tuple[int, int], is_kept: bool) -> None:
    size, place = QSize(*picture), QSize(320, 181)
    target = letterboxed(size, place)
    assert (target.size() == size) is is_kept
    assert QRect(QPoint(0, 0), place).contains(target)


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 1.75, 2, 3])
def test_that_a_picture_made_for_its_place_is_never_scaled_to_be_painted(ratio: float) -> None:
    for width in range(160, 700, 7):
        for height in range(100, 500, 11):
            place = in_device_pixels(QSize(width, height), ratio)
            sent = fitted(Size(1280, 720), Size(place.width(), place.height()))
            found = Fitted.of(QSize(*sent), place)
            assert not found.is_scaled or sent == (1280, 720)
            assert QRect(QPoint(0, 0), place).contains(found.target)
