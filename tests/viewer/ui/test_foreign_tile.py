"""A tile of a camera that speaks another program's format: what its chat box says, and what it takes."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from camwire.dialects.base import Viewpoint
from camwire.dialects.foreign import ForeignCamera
from camwire.dialects.imagezmq import ImageZmqCamera
from camwire.dialects.netgear import NetGearCamera
from camwire.errors import UsageError
from camwire.messages import Parts
from tests.support import jpegs
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.contact import Again
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.core.talk.kept_talk import KeptTalk
from viewer.ui.chat.said_picture import array_of
from viewer.ui.wall.tile import Tile


class JoinedNetGear:
    """A NetGear sender joined to a session in memory; keeps what it was answered."""

    def __init__(self, stage: Stage, can_answer: bool = True, kind: type[ForeignCamera] = NetGearCamera) -> None:
        self.answers: list[Parts] = []
        self._stage = stage
        self.session: Session = stage.run(self._begin(can_answer, kind))
        self.session.connected(self)

    async def _begin(self, can_answer: bool, kind: type[ForeignCamera]) -> Session:
        fleet = self._stage.fleet
        dialect = kind.begin(Viewpoint("tester", "Tester", "tests", "log", 5555, can_answer), 0.0)
        talk = KeptTalk(fleet.history, "netgear:1")
        return fleet._begin(fleet._session(CameraIdentity("netgear:1", "tcp://127.0.0.1:5555"), dialect, talk))

    def show(self, message: object = None) -> None:
        """Send a picture."""
        header = {"terminate_flag": False, "compression": {"dct": True, "ups": False, "colorspace": "BGR"}}
        self.session.receive([json.dumps({**header, "message": message}).encode(), jpegs.plain()])

    def send(self, parts: Parts) -> bool:
        self.answers.append(parts)
        return True

    def drop(self, again: Again) -> None: ...


def tile_of(stage: Stage, camera: JoinedNetGear) -> Tile:
    camera.show()
    stage.until(lambda: camera.session.state.phase is Phase.LIVE)
    tile: Tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    return tile


def picture(width: int = 33, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 120, 230))
    return image


def test_that_the_box_says_that_it_may_not_be_heard(stage: Stage) -> None:
    chat = tile_of(stage, JoinedNetGear(stage)).chat
    assert "bidirectional" in chat.typing._means.text()
    assert chat.typing._means.isVisible()
    assert not chat.composer.isReadOnly()


def test_that_the_box_of_a_camera_that_hears_nothing_says_so_and_takes_nothing(stage: Stage) -> None:
    chat = tile_of(stage, JoinedNetGear(stage, can_answer=False)).chat
    assert "carries nothing to the camera" in chat.typing._means.text()
    assert chat.composer.isReadOnly()
    # What is typed there all the same is nothing that the wall is told to do.
    stage.do(chat.composer.setFocus)
    stage.do(lambda: QTest.keyClicks(chat.composer, "may I, m?"))
    stage.do(lambda: QTest.keyClick(chat.composer, Qt.Key.Key_Return))
    assert chat.composer.toPlainText() == ""
    assert chat.composer.hasFocus()
    assert "cannot be talked to" in chat.composer.placeholderText()


def test_that_the_box_of_our_own_camera_says_nothing_of_the_kind(stage: Stage) -> None:
    stage.add()
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    assert not tile.chat.typing._means.isVisible()


def test_that_a_typed_line_goes_with_the_next_answer(stage: Stage) -> None:
    camera = JoinedNetGear(stage)
    chat = tile_of(stage, camera).chat
    QTest.keyClicks(chat.composer, "hello")
    QTest.keyClick(chat.composer, "\r")
    camera.show()
    camera.show()
    said = [json.loads(bytes(parts[0]))["data"] for parts in camera.answers]
    assert said == [None, "hello", None]


def test_that_a_pasted_picture_goes_as_an_array(stage: Stage) -> None:
    camera = JoinedNetGear(stage)
    chat = tile_of(stage, camera).chat
    pasted = QMimeData()
    pasted.setImageData(picture())
    assert chat.composer.canInsertFromMimeData(pasted)
    chat.composer.insertFromMimeData(pasted)
    assert camera.session.chat.lines[-1].text == "Picture 33 × 20"
    camera.show()
    head, payload = camera.answers[-1]
    assert json.loads(bytes(head))["return_type"] == "ndarray"
    assert bytes(payload[:2]) == b"\xff\xd8"


def test_that_a_dropped_picture_file_goes_and_a_text_file_is_text(stage: Stage, tmp_path: Path) -> None:
    camera = JoinedNetGear(stage)
    chat = tile_of(stage, camera).chat
    picture().save(str(tmp_path / "cat.png"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "cat.png"))])
    chat.composer.insertFromMimeData(dropped)
    assert camera.session.chat.lines[-1].text == "Picture 33 × 20, cat.png"
    words = QMimeData()
    words.setText("only words")
    chat.composer.insertFromMimeData(words)
    assert chat.composer.toPlainText() == "only words"


def test_that_a_picture_for_a_camera_that_takes_none_is_refused_with_a_reason(stage: Stage) -> None:
    JoinedNetGear(stage, kind=ImageZmqCamera)
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    pasted = QMimeData()
    pasted.setImageData(picture())
    tile.chat.composer.insertFromMimeData(pasted)
    assert "only text" in tile.chat.typing._trouble.text()


def test_that_a_said_picture_has_its_pixels_blue_first_without_padding() -> None:
    array = array_of(picture(33, 20), "raw")
    pixels = np.frombuffer(array.payload, np.uint8).reshape(array.layout.shape)
    assert array.layout.shape == (20, 33, 3)
    assert (pixels == [230, 120, 10]).all()


def test_that_what_is_no_picture_is_not_said() -> None:
    with pytest.raises(UsageError, match="no picture"):
        array_of(QImage(), "raw")


def test_that_the_last_message_can_stand_on_the_picture(stage: Stage) -> None:
    camera = JoinedNetGear(stage)
    tile = tile_of(stage, camera)
    tile.open_chat(False)
    before = tile.picture.grab().toImage()
    camera.show("21.5 degrees")
    stage.window.actions["wall.captions"].trigger()
    after = tile.picture.grab().toImage()
    foot = range(tile.picture.height() - 30, tile.picture.height() - 8)
    assert any(before.pixel(x, y) != after.pixel(x, y) for y in foot for x in range(14, 120))
    assert stage.file.settings.window.captions
