"""The lines of a chat box in step with the conversation: what is said appears, and counts as read when it is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.core.talk.chat import ChatLine
from viewer.ui.bridge import CameraBridge
from viewer.ui.chat.model import ChatModel
from viewer.ui.chat.view import ChatView

CATCH_UP_MS = 15


class ChatFollowing(QObject):
    """Brings what is new into `model` while `panel` is shown, and keeps `view` at the end of it where it was there."""

    def __init__(self, bridge: CameraBridge, model: ChatModel, view: ChatView, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = bridge.session
        self._model = model
        self._view = view
        self._panel = panel
        self._must_follow = True
        self._edition = self._session.chat.edition
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CATCH_UP_MS)
        self._soon.timeout.connect(self.catch_up)
        bridge.line_added.connect(self._on_line_added)
        bridge.lines_changed.connect(self._on_lines_changed)
        view.earlier_wanted.connect(self._on_earlier_wanted)

    @property
    def is_behind(self) -> bool:
        """Whether something was said that is not shown yet, and will be in a moment."""
        return self._soon.isActive()

    @property
    def has_another(self) -> bool:
        """Whether another conversation has taken the place of the one that is shown."""
        return self._edition != self._session.chat.edition

    def begin(self) -> None:
        """Show the conversation from its newest line."""
        chat = self._session.chat
        self._edition = chat.edition
        self._model.first_new = chat.first_unread if chat.unread else 0
        self.mark_read()
        self._follow()

    def said(self) -> None:
        """The person has said something: that is at the end, and everything before it is known."""
        self._model.first_new = 0
        self._view.marks_current = False
        self._follow()

    def show_line(self, line_id: int) -> None:
        """Go to a line, however long ago it was said."""
        self._model.catch_up()
        row = self._model.row_of(line_id)
        while row < 0 and self._session.talk.load_earlier():
            self._model.catch_up()
            row = self._model.row_of(line_id)
        if row >= 0:
            self._must_follow = False
            self._view.marks_current = True
            self._view.setCurrentIndex(self._model.index(row))
            self._view.scrollTo(self._model.index(row), self._view.ScrollHint.PositionAtCenter)

    def mark_read(self) -> None:
        """If somebody looks at the newest line, it was read."""
        if self._is_looked_at() and self._session.chat.unread:
            self._session.talk.mark_read()

    def catch_up(self) -> None:
        """Show what was said since; once for many lines."""
        self._model.catch_up()
        if self._must_follow:
            self._view.scrollToBottom()
        self._must_follow = False

    def _follow(self) -> None:
        self._must_follow = True
        self._catch_up_soon()

    def _catch_up_soon(self) -> None:
        # Not begun anew by each line: a flood would put it off for ever.
        if not self._soon.isActive():
            self._soon.start()

    def _on_line_added(self, line: ChatLine) -> None:
        self._must_follow = self._must_follow or line.is_mine or self._view.is_at_end
        if self._panel.isVisible():
            if not self._is_looked_at() and not line.is_mine and not self._model.first_new:
                self._model.first_new = line.id
            self.mark_read()
            self._catch_up_soon()

    def _on_lines_changed(self, lines: Sequence[ChatLine]) -> None:
        if self._panel.isVisible():
            self._must_follow = self._must_follow or self._view.is_at_end
            self._model.changed(lines)
            self._catch_up_soon()

    def _on_earlier_wanted(self) -> None:
        self._model.catch_up()
        if self._session.talk.load_earlier():
            self._model.catch_up()

    def _is_looked_at(self) -> bool:
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return self._panel.isVisible() and is_active
