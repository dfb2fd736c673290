"""Pictures and files for a camera: dropped, pasted or chosen."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import Said
from viewer.ui.chat import said_picture
from viewer.ui.dialogs import folders

KIND = QStandardPaths.StandardLocation.DocumentsLocation


class Enclosing(QObject):
    """Sends them as the camera's format can carry them. `say(said)` says a line, and leaves alone what is typed."""

    said = Signal()
    troubled = Signal(str)  # a sentence; an empty one: nothing is wrong any more

    def __init__(self, session: Session, say: Callable[[Said], object], panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._say = say
        self._panel = panel

    def choose(self) -> None:
        """Choose files and send them."""
        ask = QFileDialog(
            self._panel, tr("Send a file to {name}", name=self._session.name[:40]), str(folders.beginning(KIND))
        )
        folders.follow(ask, KIND)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setFileMode(QFileDialog.FileMode.ExistingFiles)
        ask.filesSelected.connect(self._on_chosen)
        ask.open()

    def send_picture(self, image: QImage, file: str) -> None:
        """Send a picture; `file` is its path, empty where it has none."""
        if self._session.files is not None:
            self._send_jpeg(image, file)
            return
        codec = self._session.picture_codec
        if not codec:
            self.troubled.emit(tr("Pictures cannot be sent to this camera, only text."))
            return
        try:
            array = said_picture.array_of(image, codec)
            self._session.say(array, _words(image.width(), image.height(), file))
        except UsageError as error:
            self.troubled.emit(str(error))
            return
        self.troubled.emit("")
        self.said.emit()

    def send_files(self, paths: Iterable[str]) -> None:
        """Send files as they are."""
        if self._session.files is None:
            self.troubled.emit(tr("Files cannot be sent to this camera, only text."))
            return
        for path in paths:
            self._session.files.send(Path(path), self.troubled.emit)
        self.troubled.emit("")
        self.said.emit()

    def _send_jpeg(self, image: QImage, file: str) -> None:
        try:
            jpeg = said_picture.jpeg_of(image, file)
        except UsageError as error:
            self.troubled.emit(str(error))
            return
        if jpeg is None:
            self.send_files([file])
        else:
            self._say(Said(_words(jpeg.width, jpeg.height, file), jpeg, has_value=True))

    def _on_chosen(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._send_jpeg(QImage(), path)


def _words(width: int, height: int, file: str) -> str:
    """What stands for a picture where only text does."""
    return tr("Picture {width} × {height}", width=width, height=height) + (f", {Path(file).name}" if file else "")
