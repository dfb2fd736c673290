"""A box where one types, together with the list of what the command in it may go on with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from camwire.commands import Command
from viewer.core.talk.completion import Completion, Offers, complete
from viewer.ui.chat.composer import Composer, Popup
from viewer.ui.chat.suggestions import Suggestions


class Completing(QObject):
    """Belongs to `composer`; the list is shown inside `room`. `commands()` are those that may be typed, `offers` what
    only the camera's state knows."""

    def __init__(
        self,
        composer: Composer,
        room: QWidget,
        commands: Callable[[], Sequence[Command]],
        offers: Offers | None = None,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._commands = commands
        self._offers = offers
        self._completion = Completion()
        self.suggestions = Suggestions(room)
        self.suggestions.chosen.connect(lambda suggestion: composer.take(suggestion, self._completion))
        composer.popup = Popup(self.suggestions.step, self._take, self._take_unfinished, self._close)
        composer.changed.connect(self._on_changed)
        composer.installEventFilter(self)
        composer.destroyed.connect(self.suggestions.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt moves the keyboard on with Tab before the box hears of it.
        is_tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        return is_tab and self._take()

    def _on_changed(self) -> None:
        box, known = self._composer, self._commands()
        text, cursor = box.toPlainText(), box.textCursor().position()
        # Two slashes say something that begins with one.
        is_command = bool(known) and box.hasFocus() and not text.startswith("//")
        self._completion = complete(text, cursor, known, self._offers) if is_command else Completion()
        self.suggestions.show_for(self._completion, box)
        box.mark(self._completion.error_start, self._completion.error_end)

    def _take(self) -> bool:
        suggestion = self.suggestions.current
        if suggestion is not None:
            self._composer.take(suggestion, self._completion)
        return suggestion is not None

    def _take_unfinished(self) -> bool:
        """Enter takes a suggestion that was gone to, or that completes the name of a command; otherwise it sends."""
        names = [f"/{command.name}" for command in self._commands()]
        is_name = self._completion.start == 0 and self._composer.toPlainText().partition(" ")[0] not in names
        return (self.suggestions.is_touched or is_name) and self._take()

    def _close(self) -> bool:
        was_shown = self.suggestions.isVisible()
        self.suggestions.hide()
        return was_shown
