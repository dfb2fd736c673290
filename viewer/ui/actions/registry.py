"""One QAction for every line of the table: menus hold them, keys trigger them, and who can do them offers them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.actions import ACTIONS, BY_ID, ActionSpec, Where, keys_of

_PLAIN = ~Qt.KeyboardModifier.KeypadModifier
_SIGNS = range(Qt.Key.Key_Exclam.value, Qt.Key.Key_0.value)


class Actions(QObject):
    """The actions of one window. What nobody offers is neither seen nor reached by keys.

    Keys that count in the whole window are Qt's shortcuts. Those that count on the wall are asked for by `take`, by who
    has the keyboard there, so that a letter typed elsewhere is only a letter.
    """

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        """`chosen` are the person's own keys, by the ids of actions."""
        super().__init__(window)
        self._actions = {spec.id: self._made(spec, window) for spec in ACTIONS}
        self._by_keys: dict[str, str] = {}
        self.bind(chosen)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def offer(self, id: str, do: Callable[[], object]) -> QAction:
        """Let `do` be what happens; the action is there from now on."""
        action = self._actions[id]
        action.setVisible(True)
        action.setEnabled(True)
        action.triggered.connect(lambda _is_on=False: do())
        return action

    def bind(self, chosen: Mapping[str, str]) -> None:
        """Give every action its keys."""
        self._by_keys.clear()
        for id, action in self._actions.items():
            spec = BY_ID[id]
            keys = QKeySequence.fromString(keys_of(spec, chosen), QKeySequence.SequenceFormat.PortableText)
            words = tr(spec.text)
            if spec.where is Where.WINDOW:
                action.setShortcut(keys)
            elif not keys.isEmpty():
                self._by_keys[keys.toString(QKeySequence.SequenceFormat.PortableText)] = id
                # Shown in menus as shortcuts are, without being one.
                words = f"{words}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
            action.setText(words)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means on the wall; False if it means nothing there."""
        held, key = event.modifiers() & _PLAIN, event.key()
        if key in _SIGNS:
            # Which of them need Shift depends on the keyboard.
            held &= ~Qt.KeyboardModifier.ShiftModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(key)))
        id = self._by_keys.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")
        action = self._actions.get(id)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_switch)
        action.setVisible(False)
        action.setEnabled(False)
        window.addAction(action)
        return action
