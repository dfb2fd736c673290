"""A choice among the cameras of the network that encrypt, unpaired ones first, and any other by its address."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.pairing.fingerprint import fingerprint
from camwire.translation import tr
from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.familiarity import Familiarity, familiarity
from viewer.core.pairing.keyring import Keyring
from viewer.ui.look.choice import Choice

SCHEME = "tcp://"


class WhichCamera(QWidget):
    """`meant`: the person has said which one; it is shown, and there is no choice. `keyring` tells which are paired.

    Nothing is chosen for the person but the only one that can be meant.
    """

    changed = Signal()

    def __init__(self, keyring: Keyring, meant: Endpoint | FoundCamera | None) -> None:
        super().__init__()
        self._keyring = keyring
        self._meant = meant.endpoint if isinstance(meant, FoundCamera) else meant
        self._shown = meant if isinstance(meant, FoundCamera) else None
        self._found: list[FoundCamera] = []
        self.is_settled = False
        """Whether the person has chosen, or goes on with what is shown: then nothing that is found changes it."""
        self.choice = Choice(tr("Camera"))
        self.choice.setPlaceholderText(tr("Choose a camera…"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("tcp://porch.local:5600")
        self.address.setAccessibleName(tr("Address"))
        self._fixed = QLabel()
        self._words = QLabel()
        self._words.setProperty("kind", "quiet")
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._fixed, self.choice, self.address, self._words):
            column.addWidget(widget)
        self._fixed.setVisible(self._meant is not None)
        self.choice.setVisible(self._meant is None)
        self.choice.activated.connect(self._on_chosen)
        self.choice.currentIndexChanged.connect(lambda index: self._show())
        self.address.textChanged.connect(lambda text: self.changed.emit())
        self.offer([])

    @property
    def endpoint(self) -> Endpoint:
        """Where the camera is. Raises UsageError where that is not written yet."""
        if self._meant is not None:
            return self._meant
        if (camera := self._camera) is not None:
            return camera.endpoint
        if self.choice.currentIndex() < 0 or not self.address.text().strip():
            raise UsageError(tr("Which camera? Choose one, or write its address."))
        return Endpoint.parse(self.address.text())

    @property
    def pairing_port(self) -> int:
        """Where it takes a code, as it says itself; 0 where it does not say."""
        camera = self._camera
        return camera.announced.pair if camera is not None else 0

    def offer(self, found: Sequence[FoundCamera]) -> None:
        """These are there now. Once it is settled, the one that is shown stays."""
        before = self._camera
        is_settled = self.is_settled or bool(self.address.text())
        is_elsewhere = is_settled and self.choice.currentIndex() == len(self._found)
        if self._shown is not None and all(each.endpoint != self._meant for each in found):
            # It was there a moment ago, when the person chose it.
            found = [self._shown, *found]
        secured = sorted((each for each in found if each.key), key=self._order)
        if secured == self._found and self.choice.count():
            return
        self._found = secured
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([*map(self._title, secured), tr("Another address…")])
        all_there = [each.who for each in secured]
        if is_settled and before is not None:
            is_there = before.who in all_there
            self.choice.setCurrentIndex(all_there.index(before.who) if is_there else len(secured))
        else:
            self.choice.setCurrentIndex(len(secured) if is_elsewhere or not secured else self._only_one())
        self.choice.blockSignals(False)
        self._show()

    def _order(self, camera: FoundCamera) -> tuple[bool, bool]:
        return self._is_paired(camera), not camera.announced.pair

    def _is_paired(self, camera: FoundCamera) -> bool:
        return familiarity(camera, self._keyring) is Familiarity.PAIRED

    def _title(self, camera: FoundCamera) -> str:
        # With the port: cameras of one computer may have one name.
        short = f"{camera.name} · {str(camera.endpoint).removeprefix(SCHEME)}"
        if self._is_paired(camera):
            return tr("{camera} · paired already", camera=short)
        return tr("{camera} · shows a code", camera=short) if camera.announced.pair else short

    def _only_one(self) -> int:
        """Which of them can be meant, because it is the only one that needs a code, or shows one; -1 for none."""
        new = [each for each in self._found if familiarity(each, self._keyring) is Familiarity.UNPAIRED]
        wanted = [each for each in new if each.announced.pair] or new
        return self._found.index(wanted[0]) if len(wanted) == 1 else -1

    @property
    def _camera(self) -> FoundCamera | None:
        if self._meant is not None:
            return next((each for each in self._found if each.endpoint == self._meant), None)
        index = self.choice.currentIndex()
        return self._found[index] if 0 <= index < len(self._found) else None

    def _on_chosen(self, index: int) -> None:
        self.is_settled = True
        if self._camera is None:
            self.address.setFocus()

    def _show(self) -> None:
        camera = self._camera
        self.address.setVisible(self._meant is None and self.choice.currentIndex() == len(self._found))
        self._fixed.setText(_name(camera) if camera is not None else str(self._meant))
        self._words.setText(
            "" if camera is None else tr("Its key, as it says: {words}", words=fingerprint(camera.key.encode()))
        )
        self._words.setVisible(camera is not None)
        self.changed.emit()


def _name(camera: FoundCamera) -> str:
    return f"{camera.name} · {camera.endpoint}"
