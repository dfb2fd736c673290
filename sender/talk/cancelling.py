"""Commands of viewers that can be cancelled: those that are running, and those that wait for their turn."""

from typing import TypeAlias

from camwire.messages import Chat
from camwire.record import Record
from sender.commands.asker import ViewerAsker
from sender.commands.performance import Performance

Key: TypeAlias = tuple[Record, str, int]


class Cancelling:
    """Finds the command that a viewer does not want any more. Runs on the loop.

    A cancel is to be seen to until its command is over: else a kill in between would have the command run all the same.
    """

    def __init__(self) -> None:
        self._running: dict[Key, Performance] = {}
        self._cancels: dict[Key, int] = {}

    def __len__(self) -> int:
        return len(self._running) + len(self._cancels)

    def began(self, asker: ViewerAsker, performance: Performance) -> None:
        """Somebody will see to the command."""
        if not performance.has_ended:
            self._running[_key(asker)] = performance

    def ended(self, asker: ViewerAsker) -> None:
        """The command is over, and what became of it is said."""
        self._running.pop(_key(asker), None)
        if _key(asker) in self._cancels:
            asker.record.done(self._cancels.pop(_key(asker)))

    def cancel(self, record: Record, line_id: int, cancel: Chat) -> None:
        """Take the line `cancel`, which is due until now."""
        key = record, cancel.about_log or cancel.log, cancel.about
        performance = self._running.get(key)
        if performance is None or key in self._cancels:
            record.done(line_id)
        else:
            self._cancels[key] = line_id
            performance.cancel()


def _key(asker: ViewerAsker) -> Key:
    return asker.record, asker.line.chat.log, asker.line.chat.number
