"""The list of bubbles: what the mouse and the keyboard do in it."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from camwire.translation import tr
from viewer.ui.cards.actions import Action
from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.long_list import LongList
from viewer.ui.chat.model import LINE, ChatModel

NEAR_TOP = 120


class ChatView(LongList):
    """Lines, newest at the bottom. Arrow keys go from line to line, Enter or the menu key offers what can be done."""

    acted = Signal(object, object)  # ChatLine, Action
    menu_wanted = Signal(object, QPoint)  # ChatLine, global position
    earlier_wanted = Signal()
    typed = Signal(QKeyEvent)
    left = Signal()

    def __init__(self, model: ChatModel, delegate: BubbleDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self.setProperty("kind", "chat")
        model.setParent(self)
        delegate.setParent(self)
        self._is_asking = False
        self._pressed: tuple[QModelIndex, Action] | None = None
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setAccessibleName(tr("Conversation"))
        self.setMinimumSize(QSize(60, 30))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._action_at(event.position().toPoint())
        self._pressed = found if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found, pressed = self._action_at(event.position().toPoint()), self._pressed
        self._pressed = None
        if found is not None and pressed is not None and found[0] == pressed[0]:
            self.acted.emit(found[0].data(LINE), found[1])

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.pointer = None
        self.viewport().unsetCursor()
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            tip = (
                self._delegate.tip(index, QRectF(self.visualRect(index)), QPointF(event.pos()))
                if index.isValid()
                else ""
            )
            # It may hold what a camera says; a tool tip would take that for markup.
            plain = tip.replace("&", "&amp;").replace("<", "&lt;")
            QToolTip.showText(event.globalPos(), plain and f"<span style='white-space:pre-wrap'>{plain}</span>", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(index.data(LINE).text)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu, Qt.Key.Key_Space) and index.isValid():
            area = self.visualRect(index)
            self.menu_wanted.emit(index.data(LINE), self.viewport().mapToGlobal(area.center()))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _HELD:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def _point_at(self, point: QPointF) -> None:
        self._delegate.pointer = point
        can_click = self._action_at(point.toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _action_at(self, point: QPoint) -> tuple[QModelIndex, Action] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        action = self._delegate.hit(index, QRectF(self.visualRect(index)), QPointF(point))
        return None if action is None else (index, action)

    def _on_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.menu_wanted.emit(index.data(LINE), self.viewport().mapToGlobal(where))

    def _on_scrolled(self, value: int) -> None:
        if value < NEAR_TOP and not (self._is_asking or self._is_settling) and self.isVisible() and len(self._rows):
            self._is_asking = True
            self.earlier_wanted.emit()
            self._is_asking = False


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
