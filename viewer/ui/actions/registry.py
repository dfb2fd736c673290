"""One QAction for every line of the table: menus hold them, keys trigger them, and who can do them offers them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.actions import ACTIONS, BY_ID, REPEATED, ActionSpec, Where, keys_of
from viewer.ui.actions.held_key import HeldKey
from viewer.ui.look import words
from viewer.ui.look.key_words import key_words

_PLAIN = ~Qt.KeyboardModifier.KeypadModifier
_SIGNS = range(Qt.Key.Key_Exclam.value, Qt.Key.Key_0.value)
_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText


def _reached(keys: QKeySequence) -> list[QKeySequence]:
    """`keys`, and what a keyboard that needs Shift for the sign says; none if there are none."""
    written = keys.toString(_PORTABLE)
    if not written.endswith("+?"):
        return [keys] if written else []
    return [keys, QKeySequence.fromString(f"{written[:-1]}Shift+?", _PORTABLE)]


@dataclass(frozen=True, slots=True)
class Offer:
    """What an action does, and how it stands with it now: asked whenever it is about to be shown or done."""

    do: Callable[[], object]
    is_on: Callable[[], bool] | None = None
    refusal: Callable[[], str] | None = None
    """Why it cannot be done now, in a sentence; empty: it can."""
    words: Callable[[], str] | None = None


class Actions(QObject):
    """The actions of one window. What nobody offers is neither seen nor reached by keys.

    Keys that count in the whole window are Qt's shortcuts. Those that count on the wall are asked for by `take`, by who
    has the keyboard there, so that a letter typed elsewhere is only a letter.
    """

    bound = Signal()
    """Keys may be others now."""
    refused = Signal(str)
    """The person wanted what cannot be done now: why."""

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        """`chosen` are the person's own keys, by the ids of actions."""
        super().__init__(window)
        self._held = HeldKey(window)
        self._offers: dict[str, Offer] = {}
        self._actions = {spec.id: self._made(spec, window) for spec in ACTIONS}
        self._by_keys: dict[str, str] = {}
        self.bind(chosen)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def offer(
        self,
        id: str,
        do: Callable[[], object],
        *,
        is_on: Callable[[], bool] | None = None,
        refusal: Callable[[], str] | None = None,
        words: Callable[[], str] | None = None,
    ) -> QAction:
        """Let `do` be what happens; the action is there from now on. The others say how it stands: whether its tick is
        set (without it, the action's own), why it cannot be done now, and what it is called now."""
        action = self._actions[id]
        self._offers[id] = Offer(do, is_on, refusal, words)
        action.setVisible(True)
        action.setEnabled(True)
        return action

    @property
    def offered(self) -> list[ActionSpec]:
        """What somebody offers, in the order of the table."""
        return [spec for spec in ACTIONS if spec.id in self._offers]

    def bind(self, chosen: Mapping[str, str]) -> None:
        """Give every action its keys."""
        self._by_keys.clear()
        self._chosen = dict(chosen)
        for id, action in self._actions.items():
            spec, keys = BY_ID[id], self.keys(id)
            if spec.where is Where.WINDOW:
                action.setShortcuts(_reached(keys))
            elif not keys.isEmpty():
                self._by_keys[keys.toString(_PORTABLE)] = id
            self._name(id, tr(spec.text))
        self.bound.emit()

    def keys(self, id: str) -> QKeySequence:
        """The keys in force; empty if there are none."""
        return QKeySequence.fromString(keys_of(BY_ID[id], self._chosen), _PORTABLE)

    def tip(self, id: str, sentence: str) -> str:
        """`sentence` for a button that does the same, with the keys behind it."""
        keys = key_words(self.keys(id))
        return f"{sentence} ({keys})" if keys else sentence

    def show_state(self, ids: Iterable[str] = ()) -> None:
        """Show how it stands with these actions, or with all, for as long as they are looked at."""
        for id in ids or self._offers:
            offer, action = self._offers.get(id), self._actions[id]
            if offer is None:
                continue
            if offer.is_on is not None:
                action.setChecked(offer.is_on())
            if offer.words is not None:
                self._name(id, offer.words() or tr(BY_ID[id].text))
            if offer.refusal is not None:
                refusal = offer.refusal()
                action.setEnabled(not refusal)
                action.setToolTip(words.tip(refusal))

    def release(self) -> None:
        """They are looked at no more: keys reach all again, and are told what cannot be done."""
        for id in self._offers:
            self._actions[id].setEnabled(True)

    def meaning(self, event: QKeyEvent) -> str:
        """The id of the action that a key means on the wall; empty if it means none."""
        held, key = event.modifiers() & _PLAIN, event.key()
        if key == Qt.Key.Key_Enter:
            key = Qt.Key.Key_Return
        if key in _SIGNS:
            # Which of them need Shift depends on the keyboard.
            held &= ~Qt.KeyboardModifier.ShiftModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(key)))
        id = self._by_keys.get(pressed.toString(_PORTABLE), "")
        return id if id in self._offers else ""

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means on the wall; False if it means nothing there."""
        id = self.meaning(event)
        is_repeated = event.isAutoRepeat() or self._held.is_repeated
        if id and not (is_repeated and id not in REPEATED):
            self._actions[id].trigger()
        return bool(id)

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_switch)
        action.setAutoRepeat(spec.id in REPEATED)
        action.setVisible(False)
        action.setEnabled(False)
        action.triggered.connect(lambda _is_on=False: self._on_triggered(spec.id))
        window.addAction(action)
        return action

    def _name(self, id: str, text: str) -> None:
        """Keys that count on the wall are shown in menus as shortcuts are, without being any; and those that Qt would
        call otherwise than the keyboard does."""
        keys = key_words(self.keys(id))
        is_qts_word = BY_ID[id].where is Where.WINDOW and keys == self.keys(id).toString(_NATIVE)
        self._actions[id].setText(text if is_qts_word or not keys else f"{text}\t{keys}")

    def _on_triggered(self, id: str) -> None:
        offer, action = self._offers[id], self._actions[id]
        if self._held.is_repeated and id not in REPEATED:
            # It has changed its tick already.
            action.setChecked(not action.isChecked())
            return
        refusal = "" if offer.refusal is None else offer.refusal()
        if refusal:
            self.refused.emit(refusal)
        else:
            offer.do()
        if offer.is_on is not None:
            action.setChecked(offer.is_on())
