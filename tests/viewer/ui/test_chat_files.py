"""Pictures and files in a chat box: sent, received, saved, and lines said about the picture that is shown."""

import gc
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from camwire.messages import FileOffer
from camwire.values import Jpeg
from sender import Camera, Message
from tests.support.talking import porch
from tests.viewer.ui.conftest import Stage
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.ui.cards import actions
from viewer.ui.cards.content import File, FileState
from viewer.ui.chat.line_content import content_of
from viewer.ui.chat.panel import ChatPanel
from viewer.ui.dialogs.picture import PictureDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SIZE = 3_000_000


def talking(stage: Stage, tmp_path: Path) -> tuple[ChatPanel, list[Message]]:
    """The chat with a camera that keeps what it hears, and answers `/send` with a file."""
    heard: list[Message] = []
    camera: Camera = porch(state=str(tmp_path / "camera"))
    camera.on_message(heard.append)
    (tmp_path / "recording.bin").write_bytes(os.urandom(SIZE))

    @camera.command
    def send() -> Path:
        """Send a file."""
        return tmp_path / "recording.bin"

    panel = stage.real(camera)
    stage.until(lambda: panel._session.commands)
    return panel, heard


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def picture(width: int = 320, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 120, 230))
    return image


def files(panel: ChatPanel) -> list[ChatLine]:
    return [line for line in panel._session.chat.lines if line.file is not None]


def test_that_dropped_files_are_sent_and_arrive_whole(stage: Stage, tmp_path: Path) -> None:
    panel, heard = talking(stage, tmp_path)
    (tmp_path / "notes.txt").write_text("remember the milk")
    (tmp_path / "more.bin").write_bytes(os.urandom(SIZE))
    stage.do(lambda: panel.typing.composer.insertFromMimeData(dropped(tmp_path / "notes.txt", tmp_path / "more.bin")))
    stage.until(lambda: len(heard) == 2)
    stage.until(lambda: all(line.is_over for line in files(panel)))
    assert [line.text for line in files(panel)] == ["notes.txt", "more.bin"]
    assert [line.fetched for line in files(panel)] == [17, SIZE]
    assert heard[0].value.path.read_text() == "remember the milk"  # type: ignore[attr-defined]
    assert heard[1].value.path.read_bytes() == (tmp_path / "more.bin").read_bytes()  # type: ignore[attr-defined]


def test_that_a_file_that_cannot_be_read_is_explained(stage: Stage, tmp_path: Path) -> None:
    panel, _ = talking(stage, tmp_path)
    stage.do(lambda: panel.typing.enclosing.send_files([str(tmp_path / "nowhere")]))
    stage.until(lambda: panel.typing._trouble.isVisible())
    assert "nowhere" in panel.typing._trouble.text()
    assert files(panel) == []


def test_that_a_file_comes_with_progress_and_can_be_saved_elsewhere(stage: Stage, tmp_path: Path) -> None:
    panel, _ = talking(stage, tmp_path)
    moved: list[int] = []
    panel._session.observe(bystander := Bystander(moved))
    stage.type("/send")
    stage.press(Qt.Key.Key_Return)
    stage.until(lambda: files(panel) and files(panel)[0].is_over)
    panel._session.forget(bystander)
    (line,) = files(panel)
    assert moved == sorted(moved)
    assert len({each for each in moved if 0 < each < SIZE}) > 0
    assert Path(line.path).read_bytes() == (tmp_path / "recording.bin").read_bytes()
    assert {actions.SaveFile, actions.OpenFolder} <= {type(each.action) for each in panel._delegate.offers(line)}
    panel._deeds.act(line, actions.SaveFile())
    (ask,) = panel.findChildren(QFileDialog)
    ask.fileSelected.emit(str(tmp_path / "saved.bin"))
    ask.close()
    stage.until(lambda: "Saved as" in panel._told.text())
    assert (tmp_path / "saved.bin").read_bytes() == (tmp_path / "recording.bin").read_bytes()


def save(panel: ChatPanel, line: ChatLine, action: actions.Action, to: Path) -> None:
    panel._deeds.act(line, action)
    (ask,) = panel.findChildren(QFileDialog)
    ask.fileSelected.emit(str(to))
    ask.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_that_saving_to_a_disk_that_does_not_answer_keeps_nobody_waiting(stage: Stage, tmp_path: Path) -> None:
    panel, _ = talking(stage, tmp_path)
    # Nobody writes to the pipe yet: it is as slow as a disk can be.
    os.mkfifo(tmp_path / "slow.bin")
    line = ChatLine(False, 1, "slow.bin", 0, file=FileOffer("1", "slow.bin", 3, ""), path=str(tmp_path / "slow.bin"))
    save(panel, line, actions.SaveFile(), tmp_path / "saved.bin")
    assert panel._told.text() == "Saving saved.bin…"
    (tmp_path / "slow.bin").write_bytes(b"abc")
    stage.until(lambda: panel._told.text() == f"Saved as {tmp_path / 'saved.bin'}.")
    assert (tmp_path / "saved.bin").read_bytes() == b"abc"


def test_that_what_cannot_be_saved_says_so_and_leaves_nothing(stage: Stage, tmp_path: Path) -> None:
    panel, _ = talking(stage, tmp_path)
    (tmp_path / "there").mkdir()
    for action in (actions.SaveBytes(b"abc"), actions.SaveFile()):
        panel.typing.complain("")
        save(panel, ChatLine(False, 1, "", 0, path=str(tmp_path / "nowhere")), action, tmp_path / "there" / "no" / "a")
        stage.until(lambda: "was not saved" in panel.typing._trouble.text())
        assert panel._told.text() == ""
    save(panel, ChatLine(False, 1, "", 0), actions.SaveBytes(b"abc"), tmp_path / "there" / "a")
    stage.until(lambda: "Saved as" in panel._told.text())
    assert [(each.name, each.read_bytes()) for each in (tmp_path / "there").iterdir()] == [("a", b"abc")]


def test_that_a_file_that_is_stopped_says_so(stage: Stage, tmp_path: Path) -> None:
    panel, _ = talking(stage, tmp_path)
    stage.cameras.clear()
    session = panel._session
    (tmp_path / "large.bin").write_bytes(os.urandom(SIZE))
    stage.run(stage._real[0].__aexit__(None, None, None))
    stage._real.clear()
    stage.until(lambda: not session.is_connected)
    stage.do(lambda: panel.typing.enclosing.send_files([str(tmp_path / "large.bin")]))
    stage.until(lambda: files(panel))
    (line,) = files(panel)
    stage.do(lambda: panel._deeds.act(line, actions.Cancel()))
    stage.until(lambda: line.is_over)
    assert line.why
    assert panel._delegate.offers(line)


def test_that_a_pasted_picture_goes_as_jpeg_and_the_draft_stays(stage: Stage, tmp_path: Path) -> None:
    panel, heard = talking(stage, tmp_path)
    stage.type("half a sen")
    pasted = QMimeData()
    pasted.setImageData(picture())
    panel.typing.composer.insertFromMimeData(pasted)
    stage.until(lambda: heard)
    assert heard[0].text == "Picture 320 × 200"
    value = heard[0].value
    assert isinstance(value, Jpeg)
    assert (value.width, value.height) == (320, 200)
    assert panel.typing.composer.toPlainText() == "half a sen"


def test_that_a_dropped_jpeg_goes_as_it_is_and_other_pictures_as_files(stage: Stage, tmp_path: Path) -> None:
    panel, heard = talking(stage, tmp_path)
    picture().save(str(tmp_path / "cat.jpg"), quality=40)
    picture().save(str(tmp_path / "cat.png"))
    for name in ("cat.jpg", "cat.png"):
        stage.do(lambda name=name: panel.typing.composer.insertFromMimeData(dropped(tmp_path / name)))
    stage.until(lambda: len(heard) == 2)
    (jpeg,) = [each.value for each in heard if isinstance(each.value, Jpeg)]
    assert jpeg.data == (tmp_path / "cat.jpg").read_bytes()
    assert [line.text for line in files(panel)] == ["cat.png"]


def test_that_a_line_is_pinned_to_the_picture_shown(stage: Stage, tmp_path: Path) -> None:
    panel, heard = talking(stage, tmp_path)
    tile = stage.wall.tiles[0]
    stage.until(lambda: tile.picture.shown is not None)
    stage.press(Qt.Key.Key_P, CTRL)
    pinned = panel.typing.pinned
    assert pinned is not None
    assert panel.typing._pinning.isVisible()
    stage.press(Qt.Key.Key_P, CTRL)
    assert panel.typing.pinned is None
    stage.press(Qt.Key.Key_P, CTRL)
    pinned = panel.typing.pinned
    assert pinned is not None
    stage.type("what is that?")
    stage.press(Qt.Key.Key_Return)
    assert panel.typing.pinned is None
    assert not panel.typing._pinning.isVisible()
    stage.until(lambda: heard)
    assert heard[0].frame == pinned.sequence > 0
    (line,) = [each for each in panel._session.chat.lines if each.is_mine]
    stage.until(lambda: line.delivery in (Delivery.RECEIVED, Delivery.ANSWERED))
    small = Jpeg.of(panel._session.talk.thumbnail(line))
    assert (small.width, small.height) == (pinned.image.width(), pinned.image.height())
    assert type(content_of(line, panel._session.talk)).__name__ == "Pinned"
    (show,) = [each for each in panel._delegate.offers(line) if each.action == actions.ShowPinned()]
    assert show.action is not None
    panel._deeds.act(line, show.action)
    (dialog,) = [each for each in stage.window.findChildren(PictureDialog) if each.isVisible()]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_that_before_the_first_picture_nothing_can_be_pinned(stage: Stage) -> None:
    stage.add(is_live=False)
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    stage.activate()
    tile.chat.focus_composer()
    stage.press(Qt.Key.Key_P, CTRL)
    assert tile.chat.typing.pinned is None
    assert "no picture yet" in tile.chat.typing._trouble.text()
    assert not tile.chat.typing._pinning.button.isChecked()


@pytest.mark.parametrize("word", ["/snapshot"])
def test_that_a_picture_of_the_camera_is_shown_in_full_by_a_click(stage: Stage, tmp_path: Path, word: str) -> None:
    panel, _ = talking(stage, tmp_path)
    stage.type(word)
    stage.press(Qt.Key.Key_Return)
    stage.until(lambda: panel._session.chat.lines[-1].role == "answer")
    line = panel._session.chat.lines[-1]
    (show,) = [each for each in panel._delegate.offers(line) if isinstance(each.action, actions.ShowPicture)]
    assert show.action is not None
    panel._deeds.act(line, show.action)
    (dialog,) = [each for each in stage.window.findChildren(PictureDialog) if each.isVisible()]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


class Bystander:
    """Notes how far a file is whenever that is told."""

    def __init__(self, moved: list[int]) -> None:
        self.moved = moved

    def state_changed(self, state: object) -> None: ...
    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...
    def line_added(self, line: ChatLine) -> None: ...

    def lines_changed(self, lines: list[ChatLine]) -> None:
        self.moved += [line.fetched for line in lines if line.file is not None]


def test_that_what_was_unfolded_belongs_to_the_line_and_goes_with_it(stage: Stage) -> None:
    panel = stage.add().session and stage.wall.tiles[0].chat
    folds = panel._delegate._folds
    lines = [ChatLine(False, number, "x", 0) for number in range(3)]
    for line in lines:
        panel._delegate.fold(line, actions.Fold((), 10))
    assert len(folds) == 3
    del line, lines
    gc.collect()
    assert len(folds) == 0


def test_that_a_file_that_is_only_offered_can_be_asked_for(stage: Stage) -> None:
    session = stage.add().session
    line = ChatLine(False, 1, "a.bin", 0, role="file", file=FileOffer("1", "a.bin", 3, "0" * 64), is_over=True)
    content = content_of(line, session.talk)
    assert isinstance(content, File)
    assert content.state is FileState.OFFERED
    delegate = stage.wall.tiles[0].chat._delegate
    assert actions.FetchFile() in [each.action for each in delegate.offers(line)]
