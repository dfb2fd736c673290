"""The chat box of a tile: what was said, and where one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from camwire.errors import UsageError
from viewer.core.chat import ChatLine
from viewer.ui import icons, painting, said_picture, style
from viewer.ui.bridge import CameraBridge
from viewer.ui.bubbles import BubbleDelegate
from viewer.ui.chat_model import ChatModel
from viewer.ui.composer import Composer

MUTE = "This camera cannot be talked to."
CATCH_UP_MS = 15


class ChatPanel(QWidget):
    """Lines, composer and a header with the camera's name."""

    closed = Signal()
    left = Signal()

    def __init__(self, bridge: CameraBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.rounds_left = False
        self.rounds_top = True
        self._session = bridge.session
        self._must_follow = True
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(CATCH_UP_MS)
        self._catch_up.timeout.connect(self._on_catch_up)
        self._build()
        bridge.line_added.connect(self._on_line_added)
        bridge.lines_changed.connect(self._on_lines_changed)
        bridge.name_changed.connect(self._on_name_changed)
        bridge.state_changed.connect(self._show_means)
        self._on_name_changed()

    def focus_composer(self) -> None:
        """Put the keyboard where one types."""
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.theme()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.panel))
            painter.fillRect(0, style.LINE_HEIGHT, self.width(), 1, QColor(colours.line))
            if not self.rounds_left:
                painter.fillRect(0, 0, 1, self.height(), QColor(colours.line))
            painting.corners(painter, self.rect(), colours.wall, left=self.rounds_left, top=self.rounds_top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The list itself is resized after this; who saw the last line goes on seeing it.
        self._must_follow = self._must_follow or self._is_at_end()
        self._catch_up.start()
        self._fit_bubbles()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._colour()

    def showEvent(self, event: QEvent) -> None:
        self._fit_bubbles()
        self._show_means()
        self._mark_read()
        self._must_follow = True
        self._catch_up.start()

    def _build(self) -> None:
        self._name = QLabel()
        self._name.setProperty("kind", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton()
        self._close.setProperty("kind", "flat")
        self._close.setToolTip("Close the chat (Ctrl+W)")
        self._close.setAccessibleName("Close the chat")
        self._colour()
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._close)
        self._list = self._make_list()
        self._trouble = QLabel()
        self._trouble.setProperty("kind", "error")
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        self.composer = Composer(self)
        self.composer.submitted.connect(self._on_submitted)
        self.composer.pictured.connect(self._on_pictured)
        self.composer.left.connect(self.left)
        self._means = QLabel()
        self._means.setProperty("kind", "quiet")
        self._means.setWordWrap(True)
        self._means.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 6, 10, 10)
        foot.setSpacing(6)
        foot.addWidget(self._means)
        foot.addWidget(self._trouble)
        foot.addWidget(self.composer)
        top = QWidget()
        top.setFixedHeight(style.LINE_HEIGHT)
        top.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(top)
        column.addSpacing(1)
        column.addWidget(self._list, 1)
        column.addLayout(foot)

    def _colour(self) -> None:
        self._close.setIcon(icons.icon("close", style.theme().quiet, 14))

    def _make_list(self) -> QListView:
        chat = QListView()
        chat.setProperty("kind", "chat")
        chat.setModel(ChatModel(self._session.chat, chat))
        chat.setItemDelegate(BubbleDelegate(chat))
        chat.setSelectionMode(QListView.SelectionMode.NoSelection)
        chat.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        chat.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        chat.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chat.customContextMenuRequested.connect(self._on_menu)
        chat.setAccessibleName("Conversation")
        chat.setMinimumSize(QSize(60, 30))
        return chat

    def _elide_hint(self) -> None:
        hint = MUTE if self._session.why_mute else f"Message {self._session.name}"
        room = self.composer.viewport().width() - 16
        self.composer.setPlaceholderText(self.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, room))

    def _fit_bubbles(self) -> None:
        self._elide_hint()
        delegate = self._list.itemDelegate()
        assert isinstance(delegate, BubbleDelegate)
        if delegate.width != self._list.viewport().width():
            delegate.width = self._list.viewport().width()
            delegate.sizeHintChanged.emit(QModelIndex())
            self._list.scheduleDelayedItemsLayout()

    def _show_means(self) -> None:
        """Say what this camera's format can carry, where that is not simply text."""
        session = self._session
        self._means.setText(session.why_mute or session.caution)
        self._means.setVisible(bool(self._means.text()))
        if self.composer.isEnabled() == bool(session.why_mute):
            self.composer.setEnabled(not session.why_mute)
        self._elide_hint()

    def _on_submitted(self, text: str) -> None:
        if self._is_said(text):
            self.composer.clear()

    def _on_pictured(self, image: QImage, file: str) -> None:
        codec = self._session.picture_codec
        if not codec:
            self._complain("Pictures cannot be sent to this camera, only text.")
            return
        try:
            array = said_picture.array_of(image, codec)
        except UsageError as error:
            self._complain(str(error))
            return
        self._is_said(array, f"Picture {image.width()} × {image.height()}{f', {file}' if file else ''}")

    def _is_said(self, value: object, text: str = "") -> bool:
        """Say it; whether that was possible. If not, the reason is shown."""
        try:
            self._session.say(value, text)
        except UsageError as error:
            self._complain(str(error))
            return False
        self._trouble.hide()
        return True

    def _complain(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()

    def _on_line_added(self, line: ChatLine) -> None:
        self._must_follow = self._must_follow or line.is_mine or self._is_at_end()
        if self.isVisible():
            self._mark_read()
            self._catch_up.start()

    def _on_catch_up(self) -> None:
        """Show what was said since; once for many lines."""
        model = self._list.model()
        assert isinstance(model, ChatModel)
        model.catch_up()
        if self._must_follow:
            self._list.scrollToBottom()
        self._must_follow = False

    def _is_at_end(self) -> bool:
        bar = self._list.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    def _on_lines_changed(self, lines: Sequence[ChatLine]) -> None:
        if self.isVisible():
            self._list.viewport().update()

    def _on_name_changed(self) -> None:
        name = self._session.name
        self._name.setText(name if len(name) <= 40 else f"{name[:39]}…")
        self._elide_hint()
        self.composer.setAccessibleName(f"Message {name}")

    def _on_menu(self, where: QPoint) -> None:
        index = self._list.indexAt(where)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            text = index.data(Qt.ItemDataRole.DisplayRole)
            menu.addAction("Copy text").triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
            menu.popup(self._list.viewport().mapToGlobal(where))

    def _mark_read(self) -> None:
        if self.isVisible():
            self._session.chat.unread = 0
