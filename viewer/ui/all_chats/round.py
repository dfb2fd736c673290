"""Says something to several cameras at once, and shows what each of them makes of it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from camwire.translation import phrase, tr
from viewer.core.round import Receipt, Round, all_commands, dangerous
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import Delivery
from viewer.ui.all_chats.receipt_table import ReceiptTable
from viewer.ui.cards.plain import one_line
from viewer.ui.chat.completing import Completing
from viewer.ui.chat.composer import Composer
from viewer.ui.dialogs.base import Dialog, resize_within_screen
from viewer.ui.dialogs.questions import RunDialog

SIZE = QSize(640, 440)
LEAST = QSize(340, 300)
SHOWN = 60


class RoundDialog(Dialog):
    """Not modal: the wall can be watched while the answers come. Follows one round at a time."""

    chosen = Signal(object)  # Session

    def __init__(self, sessions: Sequence[Session], parent: QWidget) -> None:
        super().__init__(tr("Say to {cameras}", cameras=cameras(len(sessions))), parent)
        self.sessions = list(sessions)
        """To whom it is said: those that are on the wall."""
        self._round: Round | None = None
        self._said: list[str] = []
        self.composer = Composer(self)
        self.composer.setPlaceholderText(tr("Message, or / for commands"))
        self.composer.setAccessibleName(self.windowTitle())
        self.composer.recall = lambda: self._said
        self.composer.submitted.connect(self.say)
        self.composer.left.connect(self.reject)
        self.table = ReceiptTable(self)
        self.table.receipts.await_from(self.sessions)
        self.table.chosen.connect(self.chosen)
        self.completing = Completing(self.composer, self, lambda: all_commands(self.sessions))
        self.send = _button(tr("Send"), self._on_send)
        self.retry = _button(tr("Retry failed"), self.retry_failed)
        self.copy = _button(
            tr("Copy table"), lambda: QGuiApplication.clipboard().setText(self.table.receipts.as_text())
        )
        self.close_button = _button(tr("Close"), self.reject)
        self.send.setDefault(True)
        self.summary = self.text("", "quiet")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._arrange()
        self._show()
        self.composer.setFocus()

    def say(self, text: str) -> None:
        """Say it to all of them; where a command may do harm, that is asked first."""
        risk = dangerous(text, self.sessions)
        if risk is None:
            self._say(text)
            return
        command, count = risk
        RunDialog(cameras(count), text, command, lambda: self._say(text), self).open()

    def retry_failed(self) -> None:
        """Say it again to those where it failed."""
        if self._round is not None:
            self._round.retry_failed()

    def removed(self, session: Session) -> None:
        """A camera is not on the wall any more."""
        self.sessions = [each for each in self.sessions if each is not session]
        if self._round is not None:
            self._round.removed(session)
        else:
            self.table.receipts.await_from(self.sessions)
        self._show()

    def done(self, result: int) -> None:
        if self._round is not None:
            self._round.close()
        super().done(result)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.composer, 1)
        row.addWidget(self.send)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.retry, self.copy):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addLayout(row)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.summary)
        self.column.addLayout(foot)
        for before, after in pairwise((self.composer, self.send, self.table, self.retry, self.copy, self.close_button)):
            self.setTabOrder(before, after)
        self.setMinimumSize(LEAST)
        resize_within_screen(self, SIZE)

    def _on_send(self) -> None:
        if self.composer.toPlainText().strip():
            self.say(self.composer.toPlainText().strip("\n"))

    def _say(self, text: str) -> None:
        if self._round is not None:
            self._round.close()
        self._round = Round(text, self.sessions, self._on_changed)
        self.table.receipts.follow(self._round.receipts)
        self._round.say()
        receipts = self._round.receipts
        if receipts and not any(each.line for each in receipts):
            # It went nowhere: it stays where it can be mended.
            self._complain(receipts[0].why)
        else:
            self._complain("")
            self._said.insert(0, text)
            self.composer.clear()
        self._show()

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _on_changed(self, receipt: Receipt) -> None:
        self.table.receipts.changed(receipt)
        self._show()

    def _show(self) -> None:
        receipts = self._round.receipts if self._round is not None else []
        self.send.setEnabled(bool(self.sessions))
        self.retry.setEnabled(any(each.can_be_repeated for each in receipts))
        self.copy.setEnabled(bool(receipts))
        self.summary.setText(_summary(self._round) if self._round is not None else tr("Nothing was said yet."))


def cameras(count: int) -> str:
    """`1 camera`, `4 cameras`."""
    return tr("%n cameras", count)


def _summary(said: Round) -> str:
    """`“/status”: 4 cameras, 2 answered, 1 failed, 1 waiting until it is back`."""
    states = [each.state for each in said.receipts]
    parts = [
        tr(words, states.count(state))
        for state, words in (
            (Delivery.ANSWERED, phrase("%n answered")),
            (Delivery.RECEIVED, phrase("%n received")),
            (Delivery.SENT, phrase("%n sent")),
            (Delivery.QUEUED, phrase("%n waiting")),
            (Delivery.FAILED, phrase("%n failed")),
        )
        if state in states
    ]
    return tr(
        "“{text}” to {cameras}: {states}.",
        text=one_line(said.text, SHOWN),
        cameras=cameras(len(states)),
        states=", ".join(parts),
    )


def _button(text: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: do())
    return button
