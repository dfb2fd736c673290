"""Asks for a file and a passphrase, to take this viewer's key to another computer, or from one."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.ui.dialogs.base import Dialog

USUAL_NAME = "watchword-key.txt"


class MoveDialog(Dialog):
    """`move(file, passphrase)` is called in a thread, and may raise UsageError, which is shown; `moved` is called with
    what it returned, on the loop, and may raise it as well."""

    def __init__(
        self,
        is_export: bool,
        move: Callable[[Path, str], object],
        moved: Callable[[object], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            tr("Export the key of this viewer") if is_export else tr("Import the key of another viewer"), parent
        )
        self._is_export = is_export
        self._move = move
        self._moved = moved
        self._task: asyncio.Task[None] | None = None
        self.file = _line(tr("File"))
        usual = str(Path.home() / USUAL_NAME)
        self.file.setPlaceholderText(usual)
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._on_choose)
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.file, 1)
        beside.addWidget(self.choose)
        self.passphrase = _line(tr("Passphrase"), is_secret=True)
        self.again = _line(tr("The same again"), is_secret=True)
        self.again.setPlaceholderText(tr("The same again"))
        self.again.setVisible(is_export)
        self.box = self.buttons(tr("Export") if is_export else tr("Import"), lambda: self.attempt(self._accept))
        self.fill(
            self.text(
                tr(
                    "The key, the pairings and the paired cameras go into a file that only the passphrase opens. "
                    "Import it on the other computer, then remove the file, and do not go on using the key here."
                )
                if is_export
                else tr(
                    "This viewer becomes the one that was exported on the other computer: its cameras know it, and "
                    "need no codes."
                ),
                "quiet",
            ),
            *(self.text(tr("File"), "strong"), row),
            *(self.text(tr("Passphrase"), "strong"), self.passphrase, self.again),
            *(self.trouble, self.box),
        )
        self.finished.connect(self._stop)
        if is_export and not Path(usual).exists():
            # Nothing is overwritten by it, so there is nothing to be chosen.
            self.file.setText(usual)
            self.passphrase.setFocus()
        else:
            self.file.setFocus()

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do it; what cannot be done is said. It stays open until it is known how it ended."""
        try:
            deed()
        except UsageError as error:
            self._say(str(error))

    def _accept(self) -> None:
        if not self.file.text().strip():
            raise UsageError(tr("Which file? Choose one, or write its path."))
        if self._is_export and self.passphrase.text() != self.again.text():
            raise UsageError(tr("These are two different passphrases. Write the same one twice."))
        self._say("")
        file = Path(self.file.text().strip()).expanduser()
        self.box.buttons()[0].setEnabled(False)
        self._task = asyncio.get_running_loop().create_task(self._run(file, self.passphrase.text()), name="moving")

    async def _run(self, file: Path, passphrase: str) -> None:
        # Not the loop's own threads: they would stay.
        sealing = ThreadPoolExecutor(1, "sealing")
        try:
            found = await asyncio.get_running_loop().run_in_executor(sealing, self._move, file, passphrase)
            self._moved(found)
        except UsageError as error:
            self._task = None
            self.box.buttons()[0].setEnabled(True)
            self._say(str(error))
        else:
            self._task = None
            self.accept()
        finally:
            # The disk may hang, and the loop must not wait for it.
            sealing.shutdown(wait=False)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()

    def _on_choose(self) -> None:
        usual = self.file.text().strip() or str(Path.home() / USUAL_NAME)
        ask = QFileDialog.getSaveFileName if self._is_export else QFileDialog.getOpenFileName
        file, _ = ask(self, self.windowTitle(), usual)
        if file:
            self.file.setText(file)
            self.passphrase.setFocus()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()


def _line(name: str, is_secret: bool = False) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    if is_secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
