"""A choice among the cameras and screens of this computer, by their names; the camera program tells which there are."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from viewer.core.own.sources import Listing, OwnSource

LOOKING = "Looking …"
NONE = "No webcam was found on this computer. Plug one in and open this again."


class OwnChoice(QComboBox):
    """Looks once, from the moment it is made on the running loop. Whoever shows it calls `stop` when it is closed."""

    told = Signal(str)
    """What is to be known of what is chosen, or why there is nothing to choose; empty when all is well."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(LOOKING)
        self.setEnabled(False)
        self.sentence = ""
        """What was told last."""
        self._found: Sequence[OwnSource] = ()
        self._listing: Listing | None = None
        self.currentIndexChanged.connect(self._show)
        try:
            self._listing = Listing(self._on_found)
        except OSError as error:
            self._on_found([], f"The cameras of this computer could not be listed: {error}.")

    @property
    def chosen(self) -> OwnSource | None:
        """None while it looks, and where there is none."""
        return self._found[self.currentIndex()] if self._found else None

    def stop(self) -> None:
        """Look no longer. May be repeated."""
        if self._listing is not None:
            self._listing.close()

    def _on_found(self, found: list[OwnSource], trouble: str) -> None:
        self._found = found
        self.blockSignals(True)
        self.clear()
        self.addItems(titles(found) or ["None"])
        self.blockSignals(False)
        self.setEnabled(bool(found))
        if found:
            self._show()
        else:
            self._tell(trouble or NONE)

    def _show(self) -> None:
        chosen = self.chosen
        self._tell("" if chosen is None else chosen.note)

    def _tell(self, sentence: str) -> None:
        self.sentence = sentence
        self.told.emit(sentence)


def titles(found: Sequence[OwnSource]) -> list[str]:
    """Their names; alike ones are told apart by what the computer calls them."""
    count = Counter(each.name for each in found)
    return [each.name if count[each.name] == 1 else f"{each.name} ({each.source})" for each in found]
