"""One line of a conversation as it travels: its header, and the parts of the value that goes with it."""

from dataclasses import dataclass

from camwire.frame import Payload
from camwire.messages import Chat


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A numbered line. Without payload its text is all there is; otherwise see `camwire.values`."""

    chat: Chat
    payload: tuple[Payload, ...] = ()
    expires_ns: int = 0
    """When it is not worth sending any more, on the writer's wall clock (Unix time, ns); 0: never."""

    @property
    def bytes(self) -> int:
        """About how much it takes, on the wire and in memory."""
        return len(self.chat.text) + sum(map(len, self.payload))
