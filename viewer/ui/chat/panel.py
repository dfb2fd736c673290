"""The chat box of a tile: what was said, and where one types."""

from collections.abc import Callable

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
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.core.talk.chat import ChatLine
from viewer.ui.bridge import CameraBridge
from viewer.ui.cards.actions import Fold
from viewer.ui.cards.thumbnails import thumbnails_of
from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.deeds import ChatDeeds
from viewer.ui.chat.following import ChatFollowing
from viewer.ui.chat.foot import ChatTyping
from viewer.ui.chat.head import ChatHead
from viewer.ui.chat.model import ChatModel
from viewer.ui.chat.pinning import Shown
from viewer.ui.chat.search import ChatSearch
from viewer.ui.chat.view import ChatView
from viewer.ui.look import painting

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
        self._told_long_enough = QTimer(self)
        self._told_long_enough.setSingleShot(True)
        self._told_long_enough.setInterval(TOLD_MS)
        self._told_long_enough.timeout.connect(lambda: self._tell(""))
        self._model = ChatModel(self._session.chat)
        self._thumbnails = thumbnails_of(self.window())
        self._delegate = BubbleDelegate(self._session.talk, self._thumbnails)
        self.view = ChatView(self._model, self._delegate, self)
        self.following = ChatFollowing(bridge, self._model, self.view, self)
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
        self.following.show_line(line_id)

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
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_head"):
            self._colour()
        elif event.type() == QEvent.Type.ActivationChange:
            self.following.mark_read()

    def showEvent(self, event: QEvent) -> None:
        self._fit()
        self.typing.show_means()
        self.following.begin()

    def hideEvent(self, event: QEvent) -> None:
        self.typing.keep_draft()
        self.typing.suggestions.hide()
        self._session.chat.trim()

    def _build(self) -> None:
        self._head = ChatHead()
        self._told = QLabel()
        self._told.setProperty("kind", "quiet")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setContentsMargins(14, 4, 14, 0)
        self._told.setWordWrap(True)
        self._told.hide()
        self._colour()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(1)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        column.addWidget(self.typing)

    def _connect(self, bridge: CameraBridge) -> None:
        bridge.name_changed.connect(self._on_name_changed)
        bridge.state_changed.connect(self.typing.show_means)
        self._head.closed.connect(self.closed)
        self._head.search_wanted.connect(self.search.open)
        self.search.found.connect(lambda line: self.show_line(line.id))
        self.search.closed.connect(self._on_search_closed)
        self.typing.left.connect(self.left)
        self.typing.said.connect(self.following.said)
        self.view.acted.connect(self._deeds.act)
        self.view.menu_wanted.connect(self._deeds.show_menu)
        self.view.left.connect(self.focus_composer)
        self.view.typed.connect(self._on_typed)
        self._deeds.troubled.connect(self._on_troubled)
        self._deeds.told.connect(self._tell)
        self._deeds.edit_wanted.connect(self._on_edit_wanted)
        self._deeds.fold_wanted.connect(self._on_fold_wanted)
        self._thumbnails.made.connect(self.view.viewport().update)
        for keys, do in (
            ("Ctrl+F", self.search.open),
            ("Ctrl+U", self.typing.enclosing.choose),
            ("Ctrl+P", self.typing.toggle_pin),
            ("Alt+Left", lambda: self.widened.emit(WIDENED_BY)),
            ("Alt+Right", lambda: self.widened.emit(-WIDENED_BY)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _colour(self) -> None:
        self._head.colour()
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

    def _on_search_closed(self) -> None:
        self.view.marks_current = False
        self.view.viewport().update()
        self.focus_composer()

    def _on_name_changed(self) -> None:
        self._head.show_name(self._session.name)
        self.typing.show_means()
        if self.following.has_another:
            # It has turned out with whom this is.
            self.typing.show_draft()
            if self.isVisible():
                self.following.begin()

    def _on_typed(self, event: QKeyEvent) -> None:
        self.focus_composer()
        QGuiApplication.sendEvent(self.composer, event)

    def _on_edit_wanted(self, text: str) -> None:
        self.typing.composer.put(text)
        self.focus_composer()

    def _on_fold_wanted(self, line: ChatLine, fold: Fold) -> None:
        self._delegate.fold(line, fold)
        self._model.changed([line])
