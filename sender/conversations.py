"""What was said with which viewer, kept while the viewer is away for a moment."""

import secrets
from collections import OrderedDict
from collections.abc import Iterator

from camwire.conversation import Conversation

KEPT = 64


class Conversations:
    """The conversations of one camera, at most `KEPT`; whoever was away the longest is forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], Conversation] = OrderedDict()

    def with_viewer(self, viewer_id: str, log: str) -> Conversation:
        """Find or begin the conversation with the viewer `viewer_id` whose lines are numbered in `log`."""
        key = (viewer_id, log)
        conversation = self._known.setdefault(key, Conversation(secrets.token_hex(8)))
        self._known.move_to_end(key)
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return conversation

    def forget(self, conversation: Conversation) -> None:
        """Give up a viewer that is plainly gone."""
        self._known = OrderedDict((key, each) for key, each in self._known.items() if each is not conversation)

    def __iter__(self) -> Iterator[Conversation]:
        return iter(list(self._known.values()))
