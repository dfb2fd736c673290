"""A choice among the cameras and screens of this computer, by their names; the camera program tells which there are."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from camwire.translation import phrase, tr
from viewer.core.own.sources import Listing, OwnSource
from viewer.ui.look.choice import Choice

LOOKING = phrase("Looking …")
NONE = phrase("No webcam was found. Plug one in, and look again.")
NOT_CHOSEN = phrase("No webcam was found")
SCREEN = "screen"


class OwnChoice(Choice):
    """Looks from the moment it is made on the running loop. Whoever shows it calls `stop` when it is closed.

    A screen is never chosen by itself: on a wall that it shows, it would show itself without end.
    """

    told = Signal(str)
    """What is to be known of what is chosen, or why there is nothing to choose; empty when all is well."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(tr(NOT_CHOSEN))
        self.again = QPushButton(tr("Look again"))
        """Seen where neither a webcam nor a camera of a Raspberry Pi was found."""
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._look)
        self.row = QWidget()
        """The choice and the button beside it: to be put in the dialog."""
        row = QHBoxLayout(self.row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self, 1)
        row.addWidget(self.again)
        self.sentence = ""
        """What was told last."""
        self._found: Sequence[OwnSource] = ()
        self._trouble = ""
        self._listing: Listing | None = None
        self.currentIndexChanged.connect(self._show)
        self._look()

    def _look(self) -> None:
        self.stop()
        self._found = ()
        self._fill([tr(LOOKING)])
        self.again.hide()
        self._tell("")
        try:
            self._listing = Listing(self._on_found)
        except OSError as error:
            self._on_found([], tr("The cameras of this computer could not be listed: {error}.", error=error))

    @property
    def chosen(self) -> OwnSource | None:
        """None while it looks, and where there is none."""
        return self._found[self.currentIndex()] if self._found and self.currentIndex() >= 0 else None

    def stop(self) -> None:
        """Look no longer. May be repeated."""
        if self._listing is not None:
            self._listing.close()

    def _on_found(self, found: list[OwnSource], trouble: str) -> None:
        self._found = found
        self._fill(titles(found))
        has_camera = any(each.kind != SCREEN for each in found)
        self.setCurrentIndex(next((place for place, each in enumerate(found) if each.kind != SCREEN), -1))
        self.again.setVisible(not has_camera)
        self._trouble = trouble or (
            "" if has_camera else f"{tr(NONE)} {tr('Or choose a screen.')}" if found else tr(NONE)
        )
        self._show()

    def _fill(self, titles: Sequence[str]) -> None:
        self.blockSignals(True)
        self.clear()
        self.addItems(titles)
        self.blockSignals(False)
        self.setEnabled(bool(self._found))

    def _show(self) -> None:
        chosen = self.chosen
        self._tell(self._trouble if chosen is None else chosen.note)

    def _tell(self, sentence: str) -> None:
        self.sentence = sentence
        self.told.emit(sentence)


def titles(found: Sequence[OwnSource]) -> list[str]:
    """Their names; alike ones are told apart by what the computer calls them."""
    count = Counter(each.name for each in found)
    return [each.name if count[each.name] == 1 else f"{each.name} ({each.source})" for each in found]
