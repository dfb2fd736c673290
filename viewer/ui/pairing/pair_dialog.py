"""Asks for the code that a camera shows, and pairs with it."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QLineEdit, QWidget

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.pairing.asking import Refused, Trouble
from camwire.pairing.code import Code
from camwire.pairing.fingerprint import fingerprint
from camwire.pairing.spelling import KNOWN_BY
from camwire.translation import tr
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.asking import Proved, pairing_places
from viewer.core.pairing.keyring import Keyring
from viewer.core.pairing.refusals import sentence_of
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import style
from viewer.ui.pairing.outcome import Outcome
from viewer.ui.pairing.which_camera import WhichCamera

EXAMPLE = "4821-river-candle"

Pair: TypeAlias = Callable[[Sequence[Endpoint], Code], Awaitable[Proved | Refused]]


class PairDialog(Dialog):
    """`pair(places, code)` tries a code at the first of some pairing ports; it may raise UsageError, which is shown.

    `paired(proved)` is called when it was right. `meant` is the camera that it is for, if the person has said so;
    `before` the key by which another one was known there, where that is an alarm.
    """

    def __init__(
        self,
        finding: Finding,
        keyring: Keyring,
        pair: Pair,
        paired: Callable[[Proved], object],
        parent: QWidget,
        meant: Endpoint | FoundCamera | None = None,
        before: str = "",
    ) -> None:
        super().__init__(tr("Pair with a camera"), parent)
        self._pair = pair
        self._paired = paired
        self._own = keyring.identity.fingerprint
        self._before = before
        self._is_refused = False
        self._task: asyncio.Task[None] | None = None
        self._can_pair = not keyring.trouble
        self.which = WhichCamera(keyring, meant)
        self.code = QLineEdit()
        self.code.setPlaceholderText(EXAMPLE)
        self.code.setAccessibleName(tr("Code"))
        self.code.setProperty("kind", "code")
        self.code.setFont(style.font(20))
        self.code.setMaxLength(60)
        self.outcome = Outcome()
        self.box = self.buttons(tr("Pair"), lambda: self.attempt(self._accept))
        self._asked = (
            *(self.text(tr("Camera"), "strong"), self.which, *self._warning()),
            *(self.text(tr("Code"), "strong"), self.code),
            self.text(
                tr(
                    "The camera shows it when it is started for the first time; later, run on its computer: "
                    "watchword-camera pair"
                ),
                "quiet",
            ),
        )
        self.fill(*self._asked, self.outcome, self.trouble, self.box)
        self.outcome.hide()
        self.which.changed.connect(self._show)
        self.which.choice.activated.connect(self._forget_refused)
        self.which.address.textEdited.connect(self._forget_refused)
        self.code.textChanged.connect(self._on_typed)
        self.finished.connect(finding.end)
        self.finished.connect(self._stop)
        self._finding = finding
        finding.begin(self._on_found)
        self._on_found()
        self._say(keyring.trouble)
        self.code.setFocus()

    def reject(self) -> None:
        """What was paired is paired."""
        if self.outcome.isHidden():
            super().reject()
        else:
            self.accept()

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do it; what cannot be done is said. It stays open until it is known how it ended."""
        try:
            deed()
        except UsageError as error:
            self._say(str(error))

    def _accept(self) -> None:
        if not self.outcome.isHidden():
            self.accept()
            return
        code = Code.read(self.code.text())
        places = pairing_places(self.which.endpoint, self.which.pairing_port)
        self._say("")
        self._task = asyncio.get_running_loop().create_task(self._try(places, code), name="pairing")
        self._show()

    async def _try(self, places: Sequence[Endpoint], code: Code) -> None:
        try:
            found = await self._pair(places, code)
            if isinstance(found, Refused):
                # Enter once more would spend another try on it.
                self._is_refused = found.trouble is Trouble.WRONG
                raise UsageError(sentence_of(found))
            self._paired(found)
        except UsageError as error:
            self._task = None
            self._say(str(error))
            self._show()
            self.code.setFocus()
            self.code.selectAll()
        else:
            self._task = None
            self._show_outcome(found)

    def _show_outcome(self, proved: Proved) -> None:
        for widget in self._asked:
            widget.hide()
        self.outcome.tell(proved.offer, self._own, self._before)
        self.outcome.show()
        done, cancel = self.box.buttons()
        done.setText(tr("Close"))
        done.setEnabled(True)
        done.setFocus()
        cancel.hide()
        self.refit()

    def _warning(self) -> Sequence[QWidget]:
        if not self._before:
            return ()
        words = fingerprint(self._before.encode())
        sentence = tr(
            "The camera that was paired had another key: {words}. Go on if you know why it is a new one.", words=words
        )
        return (self.text(sentence, "quiet"),)

    def _on_found(self) -> None:
        self.which.offer(self._finding.cameras)
        self._show()

    def _on_typed(self, text: str) -> None:
        """A slip is told as soon as the last word is there; before, every code would be wrong."""
        self.which.is_settled = self.which.is_settled or bool(text)
        self._is_refused = False
        parts = re.findall(r"[^\W_]+", text)
        sentence = ""
        if len(parts) > 2 and len(parts[2]) >= KNOWN_BY:
            try:
                Code.read(text)
            except UsageError as error:
                sentence = str(error)
        self._say(sentence)
        self._show()

    def _forget_refused(self) -> None:
        """It may be the code of the camera that is chosen now."""
        self._is_refused = False
        self._show()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()

    def _show(self) -> None:
        if not self.outcome.isHidden():
            return
        is_busy = self._task is not None
        pair = self.box.buttons()[0]
        pair.setText(tr("Pairing …") if is_busy else tr("Pair"))
        typed = self.code.text().strip()
        pair.setEnabled(self._can_pair and not is_busy and bool(typed) and not self._is_refused)
        self.code.setReadOnly(is_busy)
        self.which.setEnabled(not is_busy)
        self.refit()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
