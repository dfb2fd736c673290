"""One picture of a conversation, in full: look closely, copy, save."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from camwire.errors import WireError
from camwire.jpegs import require_bounded
from camwire.translation import phrase, tr
from viewer.ui.cards.beside import Beside
from viewer.ui.cards.canvas import Canvas
from viewer.ui.cards.kinds import as_jpeg, picture_size, pixels_of
from viewer.ui.cards.thumbnails import decoded, image_of_pixels
from viewer.ui.dialogs import folders
from viewer.ui.dialogs.base import resize_within_screen

DAMAGED = phrase("This picture is damaged and cannot be shown.")
JPEG_ENDINGS = (".jpg", ".jpeg")


class PictureDialog(QDialog):
    """`picture` is a `Jpeg` or an array of picture shape (BGR). `name` is offered when it is saved.

    Wheel, + and - zoom; 0 fits, 1 is 100 %; dragging and arrows move; Ctrl+C copies, Ctrl+S saves, Esc closes.
    """

    def __init__(self, picture: object, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = picture
        self._name = name
        self._jpeg = as_jpeg(picture)
        self._image = QImage()
        self._beside = Beside(self)
        self._beside.done.connect(self._on_decoded)
        self._beside.failed.connect(lambda: self._on_decoded(QImage()))
        self._saving = Beside(self)
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(lambda: self._say(tr("The picture could not be saved. The log says more.")))
        self._build()
        resize_within_screen(self, QSize(1000, 720))
        self._beside.start(self._decode)

    def save(self, file: str) -> None:
        """Write the picture: a JPEG that came as one byte by byte, everything else as its ending says."""
        self._say(tr("Saving…"))
        image, jpeg = self._image, self._jpeg

        def work() -> str:
            try:
                if jpeg is not None and file.lower().endswith(JPEG_ENDINGS):
                    Path(file).write_bytes(jpeg.data)
                elif not QImageWriter(file, b"JPG" if file.lower().endswith(JPEG_ENDINGS) else b"PNG").write(image):
                    return tr("{file} cannot be written. Choose another folder.", file=file)
            except OSError as error:
                return tr("{file} cannot be written ({why}). Choose another folder.", file=file, why=error.strerror)
            return tr("Saved as {file}.", file=file)

        self._saving.start(work)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        if not self._image.isNull():
            QGuiApplication.clipboard().setImage(self._image)
            self._say(tr("Copied."))

    def done(self, result: int) -> None:
        self._beside.close()
        self._saving.close()
        super().done(result)

    def _build(self) -> None:
        self.canvas = Canvas(self)
        self.canvas.words = tr("Loading…")
        self.canvas.zoom_changed.connect(self._show_zoom)
        self._about = QLabel()
        self._about.setProperty("kind", "quiet")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        # A long path must not widen the window.
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons = {
            "fit": self._button(tr("Fit"), tr("Show all of it (0)"), self.canvas.fit),
            "full": self._button(
                "100 %", tr("One pixel of it on one of the screen (1)"), lambda: self.canvas.zoom_to(1.0)
            ),
            "copy": self._button(tr("Copy"), tr("Copy the picture (Ctrl+C)"), self.copy),
            "save": self._button(tr("Save as…"), tr("Save the picture (Ctrl+S)"), self._ask_where),
        }
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 12)
        row.setSpacing(8)
        row.addWidget(self._about, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(row)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy)
        QShortcut(QKeySequence.StandardKey.Save, self, self._ask_where)
        self.canvas.setFocus()

    def _button(self, text: str, tip: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setEnabled(False)
        button.clicked.connect(lambda: deed())
        return button

    def _decode(self) -> QImage:
        try:
            if self._jpeg is not None:
                require_bounded(self._jpeg.data, self._jpeg.width, self._jpeg.height)
                return decoded(self._jpeg)
            pixels = pixels_of(self._picture)
            return QImage() if pixels is None else image_of_pixels(pixels)
        except (WireError, ValueError):
            return QImage()

    def _on_decoded(self, image: QImage) -> None:
        self._image = image
        self.canvas.words = tr(DAMAGED) if image.isNull() else ""
        for button in self.buttons.values():
            button.setEnabled(not image.isNull())
        if image.isNull():
            self.canvas.update()
        else:
            self.canvas.show_image(image)

    def _ask_where(self) -> None:
        if self._image.isNull() or self._saving.is_busy:
            return
        kind = QStandardPaths.StandardLocation.PicturesLocation
        ending = ".jpg" if self._jpeg is not None else ".png"
        ask = QFileDialog(self, tr("Save the picture"), str(folders.beginning(kind) / f"{self._name}{ending}"))
        folders.follow(ask, kind)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilters(
            [tr("JPEG, as it came (*.jpg)"), "PNG (*.png)"] if self._jpeg is not None else ["PNG (*.png)"]
        )
        ask.setDefaultSuffix(ending[1:])
        ask.filterSelected.connect(lambda kind: ask.setDefaultSuffix("png" if "png" in kind else "jpg"))
        ask.selectFile(f"{self._name}{ending}")
        ask.fileSelected.connect(self.save)
        ask.open()

    def _on_saved(self, sentence: str) -> None:
        self._say(sentence)

    def _show_zoom(self) -> None:
        size = picture_size(self._picture)
        if size is not None and not self._image.isNull():
            self._say(f"{size[0]} × {size[1]} · {100 * self.canvas.zoom:.0f} %")

    def _say(self, sentence: str) -> None:
        self._about.setText(sentence)
        self._about.setToolTip(sentence)
