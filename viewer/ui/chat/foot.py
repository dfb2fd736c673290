"""The foot of a chat box: where one types, what is wrong with it, what it may go on with, and what goes with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from camwire.commands import CommandError, parse
from camwire.errors import UsageError
from camwire.rights import Rights
from camwire.translation import phrase, tr
from viewer.core.controls.offers import ControlOffers
from viewer.core.sessions.session import Session
from viewer.core.sessions.speaking import command_line
from viewer.core.talk.chat import ChatLine, Said
from viewer.ui.chat.completing import Completing
from viewer.ui.chat.composer import Composer
from viewer.ui.chat.enclosing import Enclosing
from viewer.ui.chat.pinning import Pinning, Shown
from viewer.ui.dialogs.questions import RunDialog
from viewer.ui.look import icons, style
from viewer.ui.look.flat_button import flat_button

MUTE = phrase("This camera cannot be talked to.")
MAY_ONLY_WATCH = phrase("You may only watch it.")
DRAFT_MS = 500


class ChatTyping(QWidget):
    """Says what is typed, dropped, pasted or chosen. `shown()` is the picture to which it may be pinned."""

    said = Signal()
    left = Signal()

    def __init__(self, session: Session, shown: Callable[[], Shown | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pinning = Pinning(shown)
        self.enclosing = Enclosing(session, self._say_beside, self)
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
        if self.composer.isReadOnly() != bool(session.why_mute):
            self.composer.mute(bool(session.why_mute))
        takes_files = session.files is not None and not session.why_mute
        self.composer.takes_files = takes_files
        for button in (self._clip, self._pinning.button):
            button.setVisible(takes_files)
        self.hint()

    def hint(self) -> None:
        """Say in the empty box what it is for."""
        session, face, room = self._session, self.fontMetrics(), self.composer.viewport().width() - 12
        to_whom = tr("Message {name}", name=session.name)
        if session.why_mute:
            hints = [tr(MAY_ONLY_WATCH) if session.rights is Rights.WATCH else tr(MUTE)]
        elif session.commands:
            hints = [to_whom + tr(", or / for commands"), tr("Message, or / for commands"), tr("Message or /command")]
            hints.append(tr("Message"))
        else:
            hints = [to_whom, tr("Message")]
        hint = next((each for each in hints if face.horizontalAdvance(each) <= room), hints[-1])
        self.composer.setPlaceholderText(face.elidedText(hint, Qt.TextElideMode.ElideRight, room))
        self.composer.setToolTip("" if hint == hints[0] else hints[0])
        self.composer.setAccessibleName(to_whom)

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

    @property
    def pinned(self) -> Shown | None:
        """The picture about which the next line is."""
        return self._pinning.pinned

    def pin(self, is_pinned: bool) -> None:
        """Say the next line about the picture that is shown now, or about none."""
        if self._session.files is None:
            # Another program's format has no place for it.
            return
        self._pinning.pin(is_pinned)

    def toggle_pin(self) -> None:
        """Pin the picture that is shown now, or let go the one that is pinned."""
        self.pin(self.pinned is None)

    # Inside

    def _build(self) -> None:
        self._trouble = self._label("error")
        self._means = self._label("quiet")
        self.composer = Composer(self)
        self.composer.submitted.connect(self._on_submitted)
        self.composer.pictured.connect(self.enclosing.send_picture)
        self.composer.filed.connect(self.enclosing.send_files)
        self.composer.textChanged.connect(self._on_changed)
        self.composer.left.connect(self.left)
        self._clip = flat_button(tr("Send files (Ctrl+U)"), 18)
        self._clip.clicked.connect(self.enclosing.choose)
        self._pinning.troubled.connect(self.complain)
        self.enclosing.troubled.connect(self.complain)
        self.enclosing.said.connect(self.said)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.composer, 1)
        row.addWidget(self._pinning.button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._clip, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QVBoxLayout(self)
        foot.setContentsMargins(10, 6, 10, 10)
        foot.setSpacing(6)
        for part in (self._means, self._trouble, self._pinning):
            foot.addWidget(part)
        foot.addLayout(row)
        self.colour()

    def colour(self) -> None:
        """Follow the theme."""
        self._clip.setIcon(icons.icon("clip", style.theme().quiet, 18))
        self._pinning.colour()

    @staticmethod
    def _label(kind: str) -> QLabel:
        label = QLabel()
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.hide()
        return label

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
        self._pinning.mark(said)
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

    def _say_beside(self, said: Said) -> None:
        """Say it, and keep what is typed."""
        draft = self.composer.toPlainText()
        self._say(said)
        self.composer.put(draft)


def _is_typed(line: ChatLine) -> bool:
    """Whether a line is what a person has typed, and not a picture or a file."""
    return line.is_mine and bool(line.text) and line.file is None and (not line.has_value or line.role == "command")
