"""What was said with which viewer, kept while the viewer is away for a moment."""

import secrets
from collections import OrderedDict
from collections.abc import Iterator
from weakref import WeakValueDictionary

from camwire.conversation import Conversation

KEPT = 64


class Conversations:
    """The conversations of one camera. Those in use are all kept; of the others whoever was away the longest is
    forgotten first, as soon as there are more than `KEPT` in all."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], Conversation] = OrderedDict()
        # All of them: those that are kept, and those that somebody who talks with a viewer holds.
        self._all: WeakValueDictionary[tuple[str, str], Conversation] = WeakValueDictionary()

    def with_viewer(self, viewer_id: str, log: str) -> Conversation:
        """Find or begin the conversation with the viewer `viewer_id` whose lines are numbered in `log`."""
        key = (viewer_id, log)
        conversation = self._known.get(key) or self._all.get(key) or Conversation(secrets.token_hex(8))
        self._known[key] = self._all[key] = conversation
        self._known.move_to_end(key)
        self._forget_surplus()
        return conversation

    def _forget_surplus(self) -> None:
        for key in list(self._known):
            if len(self._all) <= KEPT:
                return
            del self._known[key]
            if key in self._all:
                # Somebody holds it still: that viewer is here.
                self._known[key] = self._all[key]

    def forget(self, conversation: Conversation) -> None:
        """Give up a viewer that is plainly gone."""
        for key in [key for key, each in self._known.items() if each is conversation]:
            del self._known[key], self._all[key]

    def __iter__(self) -> Iterator[Conversation]:
        return iter(list(self._all.values()))
