"""Where one types to a camera, or drops and pastes a picture for it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LINES_SHOWN = 5


class Composer(QPlainTextEdit):
    """Where one types. Enter sends, Shift+Enter breaks the line, Escape gives the keyboard back to the wall."""

    submitted = Signal(str)
    pictured = Signal(QImage, str)  # what was pasted or dropped, and its file name
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "composer")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self.toPlainText().strip():
                self.submitted.emit(self.toPlainText().strip("\n"))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(_picture_file(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        file = _picture_file(source)
        if file:
            self.pictured.emit(QImage(file), Path(file).name)
        elif source.hasImage():
            self.pictured.emit(QImage(source.imageData()), "")
        else:
            super().insertFromMimeData(source)

    def _fit(self) -> None:
        lines = min(LINES_SHOWN, max(1, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)


def _picture_file(source: QMimeData) -> str:
    """The path of the one picture file that is dropped or pasted; empty if it is anything else."""
    files = [url.toLocalFile() for url in source.urls()] if source.hasUrls() else []
    return files[0] if len(files) == 1 and QImageReader.imageFormat(files[0]) else ""
