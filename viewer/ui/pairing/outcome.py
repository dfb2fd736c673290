"""What a person sees when a camera was paired with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from camwire.pairing.fingerprint import fingerprint
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from camwire.translation import phrase, tr

RIGHTS = {
    Rights.WATCH: phrase("This viewer may see its pictures."),
    Rights.TALK: phrase("This viewer may see its pictures and talk with it."),
    Rights.CONTROL: phrase("This viewer may see its pictures, talk with it, give it commands and change its settings."),
}


class Outcome(QWidget):
    """With whom, what is allowed, and both keys in words, for who wants to compare them."""

    def __init__(self) -> None:
        super().__init__()
        self._title = _label("title")
        self._rights = _label("")
        self._words = _label("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self._title, self._rights, self._words):
            column.addWidget(label)

    def tell(self, offer: PairOffer, own: str, before: str = "") -> None:
        """Show it; `own` is this viewer's key in words, `before` the camera's if it was known by another one."""
        self._title.setText(tr("Paired with {name}", name=offer.name))
        encrypted = tr("All that goes to and fro is encrypted from now on.")
        self._rights.setText(f"{tr(RIGHTS[offer.rights])} {encrypted}")
        lines = [tr("Key of the camera: {words}", words=fingerprint(offer.key.encode()))]
        if before and before != offer.key:
            lines.append(tr("It was known by: {words}", words=fingerprint(before.encode())))
        lines.append(tr("Key of this viewer: {words}", words=own))
        self._words.setText("\n".join(lines))


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
