"""The picture about which a person says the next line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from camwire.translation import tr
from viewer.core.talk.chat import Said
from viewer.ui.look import icons, style
from viewer.ui.look.flat_button import flat_button

PIN_WIDTH = 640
CHIP = QSize(64, 36)


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture that is on the tile now."""

    sequence: int
    image: QImage


class Pinning(QWidget):
    """Shows the pinned picture, small, while there is one. `button` pins what `shown()` returns, or lets it go."""

    troubled = Signal(str)

    def __init__(self, shown: Callable[[], Shown | None]) -> None:
        super().__init__()
        self.pinned: Shown | None = None
        """The picture about which the next line is."""
        self._shown = shown
        self.button = flat_button(tr("Say it about the picture shown now (Ctrl+P)"), 18)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._small = QLabel()
        about = QLabel(tr("About this picture"))
        about.setProperty("kind", "quiet")
        self._unpin = flat_button(tr("Say it about no picture (Ctrl+P)"), 18)
        self._unpin.clicked.connect(lambda: self.pin(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._small)
        row.addWidget(about, 1)
        row.addWidget(self._unpin)
        self.hide()

    def pin(self, is_pinned: bool) -> None:
        """Say the next line about the picture that is shown now, or about none."""
        self.pinned = self._shown() if is_pinned else None
        self.button.setChecked(self.pinned is not None)
        self.setVisible(self.pinned is not None)
        if self.pinned is not None:
            small = self.pinned.image.scaled(
                CHIP, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._small.setPixmap(QPixmap.fromImage(small))
        elif is_pinned:
            self.troubled.emit(tr("There is no picture yet to which this could be pinned."))

    def mark(self, said: Said) -> None:
        """Let `said` be about the pinned picture, if there is one."""
        if self.pinned is not None:
            said.frame, said.thumbnail = self.pinned.sequence, _small_jpeg(self.pinned.image)

    def colour(self) -> None:
        """Follow the theme."""
        self.button.setIcon(icons.icon("pin", style.theme().quiet, 18))
        self._unpin.setIcon(icons.icon("close", style.theme().quiet, 14))

    def _on_toggled(self, is_on: bool) -> None:
        if is_on != (self.pinned is not None):
            self.pin(is_on)


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
