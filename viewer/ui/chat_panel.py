"""The chat box of a tile: what was said, and where one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.core.chat import ChatLine
from viewer.ui import icons, painting, style
from viewer.ui.bridge import CameraBridge
from viewer.ui.bubbles import BubbleDelegate
from viewer.ui.cards.actions import Fold
from viewer.ui.cards.thumbnails import thumbnails_of
from viewer.ui.chat_deeds import ChatDeeds
from viewer.ui.chat_model import ChatModel
from viewer.ui.chat_search import ChatSearch
from viewer.ui.chat_typing import ChatTyping, Shown
from viewer.ui.chat_view import ChatView

CATCH_UP_MS = 15
WIDENED_BY = 0.05
TOLD_MS = 8000


class ChatPanel(QWidget):
    """Lines, a foot where one types, and a header with the camera's name."""

    closed = Signal()
    left = Signal()
    widened = Signal(float)  # by which part of the tile's width

    def __init__(self, bridge: CameraBridge, shown: Callable[[], Shown | None], parent: QWidget) -> None:
        """`shown()` is the picture on the tile, to which lines may be pinned."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.rounds_left = False
        self.rounds_top = True
        self._session = bridge.session
        self._must_follow = True
        self._edition = self._session.chat.edition
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(CATCH_UP_MS)
        self._catch_up.timeout.connect(self._on_catch_up)
        self._told_long_enough = QTimer(self)
        self._told_long_enough.setSingleShot(True)
        self._told_long_enough.setInterval(TOLD_MS)
        self._told_long_enough.timeout.connect(lambda: self._tell(""))
        self._model = ChatModel(self._session.chat)
        self._thumbnails = thumbnails_of(self.window())
        self._delegate = BubbleDelegate(self._session.talk, self._thumbnails)
        self.view = ChatView(self._model, self._delegate, self)
        self.typing = ChatTyping(self._session, shown, self)
        self.search = ChatSearch(self._session.talk, self)
        self._deeds = ChatDeeds(self._session, self._delegate, self)
        self._build()
        # A click beside everything would give the keyboard to the wall.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect(bridge)
        self._on_name_changed()

    @property
    def composer(self) -> QWidget:
        """Where one types."""
        return self.typing.composer

    def focus_composer(self) -> None:
        """Put the keyboard where one types."""
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_line(self, line_id: int) -> None:
        """Go to a line, however long ago it was said."""
        talk = self._session.talk
        self._model.catch_up()
        row = self._model.row_of(line_id)
        while row < 0 and talk.load_earlier():
            self._model.catch_up()
            row = self._model.row_of(line_id)
        if row >= 0:
            self._must_follow = False
            self.view.marks_current = True
            self.view.setCurrentIndex(self._model.index(row))
            self.view.scrollTo(self._model.index(row), self.view.ScrollHint.PositionAtCenter)

    def let_go(self) -> None:
        """The camera is being removed."""
        self.typing.keep_draft()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_composer()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.side(painter, self.rect(), self.rounds_left, self.rounds_top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        self.typing.suggestions.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._colour()
        elif event.type() == QEvent.Type.ActivationChange:
            self._mark_read()

    def showEvent(self, event: QEvent) -> None:
        self._fit()
        self.typing.show_means()
        self._begin()

    def hideEvent(self, event: QEvent) -> None:
        self.typing.keep_draft()
        self.typing.suggestions.hide()
        self._session.chat.trim()

    def _build(self) -> None:
        self._name = QLabel()
        self._name.setProperty("kind", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._find = self._button("Find in this conversation (Ctrl+F)", "Find in this conversation")
        self._close = self._button("Close the chat (Ctrl+W)", "Close the chat")
        self._told = QLabel()
        self._told.setProperty("kind", "quiet")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setContentsMargins(14, 4, 14, 0)
        self._told.setWordWrap(True)
        self._told.hide()
        self._colour()
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._find)
        head.addWidget(self._close)
        top = QWidget()
        top.setFixedHeight(style.LINE_HEIGHT)
        top.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(top)
        column.addSpacing(1)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        column.addWidget(self.typing)

    @staticmethod
    def _button(tip: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setToolTip(tip)
        button.setAccessibleName(name)
        return button

    def _connect(self, bridge: CameraBridge) -> None:
        bridge.line_added.connect(self._on_line_added)
        bridge.lines_changed.connect(self._on_lines_changed)
        bridge.name_changed.connect(self._on_name_changed)
        bridge.state_changed.connect(self.typing.show_means)
        self._close.clicked.connect(self.closed)
        self._find.clicked.connect(self.search.open)
        self.search.found.connect(lambda line: self.show_line(line.id))
        self.search.closed.connect(self._on_search_closed)
        self.typing.left.connect(self.left)
        self.typing.said.connect(self._on_said)
        self.view.acted.connect(self._deeds.act)
        self.view.menu_wanted.connect(self._deeds.show_menu)
        self.view.earlier_wanted.connect(self._on_earlier_wanted)
        self.view.left.connect(self.focus_composer)
        self.view.typed.connect(self._on_typed)
        self._deeds.troubled.connect(self._on_troubled)
        self._deeds.told.connect(self._tell)
        self._deeds.edit_wanted.connect(self._on_edit_wanted)
        self._deeds.fold_wanted.connect(self._on_fold_wanted)
        self._thumbnails.made.connect(self.view.viewport().update)
        for keys, do in (
            ("Ctrl+F", self.search.open),
            ("Ctrl+U", self.typing.attach),
            ("Ctrl+P", lambda: self.typing.pin(self.typing.pinned is None)),
            ("Alt+Left", lambda: self.widened.emit(WIDENED_BY)),
            ("Alt+Right", lambda: self.widened.emit(-WIDENED_BY)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _colour(self) -> None:
        quiet = style.theme().quiet
        self._close.setIcon(icons.icon("close", quiet, 14))
        self._find.setIcon(icons.icon("search", quiet, 14))
        self.typing.colour()
        self.search.colour()

    def _fit(self) -> None:
        self.view.fit()
        self.typing.hint()

    def _tell(self, sentence: str) -> None:
        """Say what became of something, for a while."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._told_long_enough.start()

    def _on_troubled(self, sentence: str) -> None:
        self._tell("")
        self.typing.complain(sentence)

    def _begin(self) -> None:
        """Show the conversation from its newest line."""
        chat = self._session.chat
        self._edition = chat.edition
        self._model.first_new = chat.first_unread if chat.unread else 0
        self._mark_read()
        self._must_follow = True
        self._catch_up_soon()

    def _on_search_closed(self) -> None:
        self.view.marks_current = False
        self.view.viewport().update()
        self.focus_composer()

    def _on_said(self) -> None:
        self._model.first_new = 0
        self.view.marks_current = False
        self._must_follow = True
        self._catch_up_soon()

    def _on_line_added(self, line: ChatLine) -> None:
        self._must_follow = self._must_follow or line.is_mine or self.view.is_at_end
        if self.isVisible():
            if not self._is_looked_at() and not line.is_mine and not self._model.first_new:
                self._model.first_new = line.id
            self._mark_read()
            self._catch_up_soon()

    def _catch_up_soon(self) -> None:
        # Not begun anew by each line: a flood would put it off for ever.
        if not self._catch_up.isActive():
            self._catch_up.start()

    def _on_catch_up(self) -> None:
        """Show what was said since; once for many lines."""
        self._model.catch_up()
        if self._must_follow:
            self.view.scrollToBottom()
        self._must_follow = False

    def _on_earlier_wanted(self) -> None:
        self._model.catch_up()
        if self._session.talk.load_earlier():
            self._model.catch_up()

    def _on_lines_changed(self, lines: Sequence[ChatLine]) -> None:
        if self.isVisible():
            self._must_follow = self._must_follow or self.view.is_at_end
            self._model.changed(lines)
            self._catch_up_soon()

    def _on_name_changed(self) -> None:
        name = self._session.name
        self._name.setText(name if len(name) <= 40 else f"{name[:39]}…")
        self.typing.show_means()
        if self._edition != self._session.chat.edition:
            # It has turned out with whom this is.
            self.typing.show_draft()
            if self.isVisible():
                self._begin()

    def _on_typed(self, event: QKeyEvent) -> None:
        self.focus_composer()
        QGuiApplication.sendEvent(self.composer, event)

    def _on_edit_wanted(self, text: str) -> None:
        self.typing.composer.put(text)
        self.focus_composer()

    def _on_fold_wanted(self, line: ChatLine, fold: Fold) -> None:
        self._delegate.fold(line, fold)
        self._model.changed([line])

    def _is_looked_at(self) -> bool:
        return self.isVisible() and QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive

    def _mark_read(self) -> None:
        if self._is_looked_at() and self._session.chat.unread:
            self._session.talk.mark_read()
