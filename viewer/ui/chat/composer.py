"""Where one types to a camera, or drops and pastes something for it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QImageReader, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from viewer.core.talk.completion import Completion, Suggestion
from viewer.ui.look import style

LINES_SHOWN = 5
RECALLED = 100
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Composer(QPlainTextEdit):
    """Enter sends, Shift+Enter breaks the line, ↑ in an empty box brings back what was said, Tab takes a suggestion,
    Escape gives the keyboard back to the wall."""

    submitted = Signal(str)
    pictured = Signal(QImage, str)  # what was pasted or dropped, and its file name
    filed = Signal(list)  # paths of files that were pasted or dropped
    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "composer")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.takes_files = False
        """Whether what is dropped may be any file, and not only a picture."""
        self.recall: Callable[[], Sequence[str]] = lambda: ()
        """What was said, newest first."""
        self.popup: Popup | None = None
        self._recalled = -1
        self._is_recalling = False
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self.changed)
        self._fit()

    def mute(self, is_mute: bool) -> None:
        """Take nothing, or take it again. It can have the keyboard all the same: what is typed here by mistake must not
        go to the wall, where letters are commands."""
        self.setReadOnly(is_mute)
        self.setAcceptDrops(not is_mute)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._swallows(event):
            event.accept()
            return True
        return super().event(event)

    def _swallows(self, event: QKeyEvent) -> bool:
        is_plain = not event.modifiers() & ~_TYPING
        return self.isReadOnly() and is_plain and bool(event.text()) and event.text().isprintable()

    def put(self, text: str) -> None:
        """Have this typed."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def take(self, suggestion: Suggestion, completion: Completion) -> None:
        """Put a suggestion where it belongs."""
        text = self.toPlainText()
        self.setPlainText(text[: completion.start] + suggestion.text + text[completion.end :])
        cursor = self.textCursor()
        cursor.setPosition(completion.start + len(suggestion.text))
        self.setTextCursor(cursor)

    def mark(self, start: int, end: int) -> None:
        """Underline what is wrong; nothing when there is nothing."""
        if start >= end:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document())
        length = len(self.toPlainText())
        cursor.setPosition(min(start, length))
        cursor.setPosition(min(end, length), QTextCursor.MoveMode.KeepAnchor)
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(style.theme().offline))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, wrong
        self.setExtraSelections([selection])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._swallows(event) or (self.isReadOnly() and is_enter):
            event.accept()
            return
        if self.popup is not None and self.popup.takes(event):
            return
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self.toPlainText().strip():
                self.submitted.emit(self.toPlainText().strip("\n"))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            event.key() in _STEPS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and self._recalls(_STEPS[Qt.Key(event.key())])
        ):
            pass
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.changed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(self._files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = self._files(source)
        if files and (len(files) > 1 or not QImageReader.imageFormat(files[0])):
            self.filed.emit(files)
        elif files:
            self.pictured.emit(QImage(files[0]), files[0])
        elif source.hasImage():
            self.pictured.emit(QImage(source.imageData()), "")
        else:
            super().insertFromMimeData(source)

    def _files(self, source: QMimeData) -> list[str]:
        """Files that are dropped or pasted and can be sent."""
        files = [url.toLocalFile() for url in source.urls()] if source.hasUrls() else []
        if self.takes_files:
            return [file for file in files if file and Path(file).is_file()]
        return files if len(files) == 1 and QImageReader.imageFormat(files[0]) else []

    def _recalls(self, by: int) -> bool:
        """Bring back what was said before or after; False when the key means the cursor."""
        if self.toPlainText() and self._recalled < 0:
            return False
        said = list(self.recall())[:RECALLED]
        place = self._recalled + by
        if place >= len(said):
            return True
        self._is_recalling = True
        self.put(said[place] if place >= 0 else "")
        self._is_recalling = False
        self._recalled = max(-1, place)
        return True

    def _on_changed(self) -> None:
        if not self._is_recalling:
            self._recalled = -1
        self.changed.emit()

    def _fit(self) -> None:
        lines = min(LINES_SHOWN, max(1, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)


class Popup:
    """The keys that suggestions take away from the text."""

    def __init__(
        self,
        step: Callable[[int], bool],
        take: Callable[[], bool],
        take_unfinished: Callable[[], bool],
        close: Callable[[], bool],
    ) -> None:
        self._step = step
        self._take = take
        self._take_unfinished = take_unfinished
        self._close = close

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was theirs."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Up:
                return self._step(-1)
            case Qt.Key.Key_Down:
                return self._step(1)
            case Qt.Key.Key_Tab:
                return self._take()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._take_unfinished()
            case Qt.Key.Key_Escape:
                return self._close()
        return False


_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
