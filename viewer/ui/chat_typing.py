"""The foot of a chat box: where one types, what is wrong with it, what it may go on with, and what goes with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from camwire.commands import CommandError, parse
from camwire.errors import UsageError
from viewer.core.chat import ChatLine, Said
from viewer.core.control_offers import ControlOffers
from viewer.core.session import Session
from viewer.core.speaking import command_line
from viewer.ui import icons, said_picture, style
from viewer.ui.completing import Completing
from viewer.ui.composer import Composer
from viewer.ui.dialogs import RunDialog

MUTE = "This camera cannot be talked to."
DRAFT_MS = 500
PIN_WIDTH = 640
CHIP = QSize(64, 36)


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture that is on the tile now."""

    sequence: int
    image: QImage


class ChatTyping(QWidget):
    """Says what is typed, dropped, pasted or chosen. `shown()` is the picture to which it may be pinned."""

    said = Signal()
    left = Signal()

    def __init__(self, session: Session, shown: Callable[[], Shown | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = shown
        self._pinned: Shown | None = None
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_MS)
        self._draft.timeout.connect(self.keep_draft)
        self._build()
        # In a small tile there is no room for it: it may lie over the neighbours.
        offers = ControlOffers(session.talk, session.controls)
        completing = Completing(self.composer, self.window(), lambda: session.commands, offers)
        self.suggestions = completing.suggestions
        self.composer.recall = lambda: [line.text for line in reversed(session.chat.lines) if _is_typed(line)]
        self.show_draft()
        self.show_means()

    def show_means(self) -> None:
        """Say what this camera's format can carry, where that is not simply everything."""
        session = self._session
        self._means.setText(session.why_mute or session.caution)
        self._means.setVisible(bool(self._means.text()))
        if self.composer.isEnabled() == bool(session.why_mute):
            self.composer.setEnabled(not session.why_mute)
        self.composer.takes_files = session.files is not None
        for button in (self._clip, self._pin):
            button.setVisible(session.files is not None)
        self.hint()

    def hint(self) -> None:
        """Say in the empty box what it is for."""
        session = self._session
        hint = MUTE if session.why_mute else f"Message {session.name}"
        if session.commands:
            hint += ", or / for commands"
        room = self.composer.viewport().width() - 16
        self.composer.setPlaceholderText(self.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, room))
        self.composer.setAccessibleName(f"Message {session.name}")

    def complain(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence says nothing any more."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def show_draft(self) -> None:
        """Go on with what was typed the last time, unless something is typed already."""
        if not self.composer.toPlainText():
            self.composer.put(self._session.chat.draft)

    def keep_draft(self) -> None:
        """Keep what is typed for the next time."""
        self._session.talk.keep_draft(self.composer.toPlainText())

    def attach(self) -> None:
        """Choose files and send them."""
        ask = QFileDialog(self, f"Send a file to {self._session.name[:40]}")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setFileMode(QFileDialog.FileMode.ExistingFiles)
        ask.filesSelected.connect(self._on_chosen)
        ask.open()

    @property
    def pinned(self) -> Shown | None:
        """The picture about which the next line is."""
        return self._pinned

    def pin(self, is_pinned: bool) -> None:
        """Say the next line about the picture that is shown now, or about none."""
        if self._session.files is None:
            # Another program's format has no place for it.
            return
        self._pinned = self._shown() if is_pinned else None
        self._pin.setChecked(self._pinned is not None)
        self._chip.setVisible(self._pinned is not None)
        if self._pinned is not None:
            small = self._pinned.image.scaled(
                CHIP, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._chip_picture.setPixmap(QPixmap.fromImage(small))
        elif is_pinned:
            self.complain("There is no picture yet to which this could be pinned.")

    # Inside

    def _build(self) -> None:
        self._trouble = self._label("error")
        self._means = self._label("quiet")
        self.composer = Composer(self)
        self.composer.submitted.connect(self._on_submitted)
        self.composer.pictured.connect(self._on_pictured)
        self.composer.filed.connect(self._on_filed)
        self.composer.textChanged.connect(self._on_changed)
        self.composer.left.connect(self.left)
        self._clip = self._button("Send files (Ctrl+U)")
        self._clip.clicked.connect(self.attach)
        self._pin = self._button("Say it about the picture shown now (Ctrl+P)")
        self._pin.setCheckable(True)
        self._pin.toggled.connect(self._on_pin)
        self._chip = QWidget()
        self._chip_picture = QLabel()
        chip = QHBoxLayout(self._chip)
        chip.setContentsMargins(0, 0, 0, 0)
        chip.setSpacing(8)
        about = QLabel("About this picture")
        about.setProperty("kind", "quiet")
        chip.addWidget(self._chip_picture)
        chip.addWidget(about, 1)
        self._unpin = self._button("Say it about no picture (Ctrl+P)")
        self._unpin.clicked.connect(lambda: self.pin(False))
        chip.addWidget(self._unpin)
        self._chip.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.composer, 1)
        row.addWidget(self._pin, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._clip, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QVBoxLayout(self)
        foot.setContentsMargins(10, 6, 10, 10)
        foot.setSpacing(6)
        for part in (self._means, self._trouble, self._chip):
            foot.addWidget(part)
        foot.addLayout(row)
        self.colour()

    def colour(self) -> None:
        """Follow the theme."""
        self._clip.setIcon(icons.icon("clip", style.theme().quiet, 18))
        self._pin.setIcon(icons.icon("pin", style.theme().quiet, 18))
        self._unpin.setIcon(icons.icon("close", style.theme().quiet, 14))

    @staticmethod
    def _label(kind: str) -> QLabel:
        label = QLabel()
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.hide()
        return label

    @staticmethod
    def _button(tip: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.setIconSize(QSize(18, 18))
        return button

    def _on_changed(self) -> None:
        # What was wrong with it may be right now.
        self.complain("")
        self._draft.start()

    def _on_submitted(self, text: str) -> None:
        if text.startswith("//"):
            # The way to say something that begins with a slash and is no command.
            self._say(Said(text[1:]))
        elif text.startswith("/") and self._session.commands:
            self._run(text)
        else:
            self._say(Said(text))

    def _run(self, text: str) -> None:
        try:
            call = parse(text, self._session.commands)
        except CommandError as error:
            self.composer.mark(error.start, error.end)
            self.suggestions.hide()
            self.complain(str(error))
            return
        said = command_line(text, call)
        if call.command.is_dangerous:
            RunDialog(self._session.name, text, call.command, lambda: self._say(said), self.window()).open()
        else:
            self._say(said)

    def _say(self, said: Said) -> None:
        """Say it, about the pinned picture if there is one. What is wrong is shown, and stays typed."""
        if self._pinned is not None:
            said.frame, said.thumbnail = self._pinned.sequence, _small_jpeg(self._pinned.image)
        try:
            if self._session.files is None:
                self._session.say(said.value if said.has_value else said.text, said.text)
            else:
                self._session.speak(said)
        except UsageError as error:
            self.complain(str(error))
            return
        self.complain("")
        self.composer.clear()
        self.suggestions.hide()
        self.keep_draft()
        self.pin(False)
        self.said.emit()

    def _on_pictured(self, image: QImage, file: str) -> None:
        if self._session.files is not None:
            self._send_picture(image, file)
            return
        codec = self._session.picture_codec
        if not codec:
            self.complain("Pictures cannot be sent to this camera, only text.")
            return
        name = f", {Path(file).name}" if file else ""
        try:
            array = said_picture.array_of(image, codec)
            self._session.say(array, f"Picture {image.width()} × {image.height()}{name}")
        except UsageError as error:
            self.complain(str(error))
            return
        self.complain("")
        self.said.emit()

    def _send_picture(self, image: QImage, file: str) -> None:
        try:
            jpeg = said_picture.jpeg_of(image, file)
        except UsageError as error:
            self.complain(str(error))
            return
        if jpeg is None:
            self._on_filed([file])
            return
        name = f", {Path(file).name}" if file else ""
        draft = self.composer.toPlainText()
        self._say(Said(f"Picture {jpeg.width} × {jpeg.height}{name}", jpeg, has_value=True))
        self.composer.put(draft)

    def _on_chosen(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._send_picture(QImage(), path)

    def _on_filed(self, paths: Iterable[str]) -> None:
        if self._session.files is None:
            self.complain("Files cannot be sent to this camera, only text.")
            return
        for path in paths:
            self._session.files.send(Path(path), self.complain)
        self.complain("")
        self.said.emit()

    def _on_pin(self, is_on: bool) -> None:
        if is_on != (self._pinned is not None):
            self.pin(is_on)


def _is_typed(line: ChatLine) -> bool:
    """Whether a line is what a person has typed, and not a picture or a file."""
    return line.is_mine and bool(line.text) and line.file is None and (not line.has_value or line.role == "command")


def _small_jpeg(image: QImage) -> bytes:
    small = (
        image
        if image.width() <= PIN_WIDTH
        else image.scaledToWidth(PIN_WIDTH, Qt.TransformationMode.SmoothTransformation)
    )
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPG", 80)  # type: ignore[call-overload]
    return bytes(written.data())
