"""What a camera asked a receiver that answers each message, and what answers it."""

from collections import deque

from camwire import envelope
from camwire.envelope import REQUEST_BYTES
from camwire.frame import Payload
from camwire.messages import Parts

MOST_REQUESTS: int = 256**REQUEST_BYTES


class OpenRequests:
    """Numbers each request where the pattern has an envelope, so that a late answer is not taken for the next one."""

    def __init__(self, pattern: str) -> None:
        self._has_envelope = pattern == "req"
        self._requests = 0
        self._open: deque[bytes] = deque()

    @property
    def are_answered(self) -> bool:
        """Whether everything that was asked is answered."""
        return not self._open

    def ask(self, parts: Parts) -> Parts:
        """The message that carries `parts`. Say `asked` once it went out."""
        return [self._number(), b"", *parts] if self._has_envelope else parts

    def asked(self) -> None:
        """The last message is under way."""
        self._open.append(self._number())
        self._requests += 1

    def answered(self, parts: list[Payload]) -> list[Payload] | None:
        """The answer in `parts`, without its envelope; None if it answers nothing that is open."""
        if not self._open:
            return None
        number = self._open[0]
        if self._has_envelope:
            wrapping, parts = envelope.strip(parts)
            number = wrapping[0] if wrapping else b""
        if number not in self._open:
            return None
        while self._open.popleft() != number:
            pass
        return parts

    def begin(self) -> None:
        """The connection is new; nothing is answered any more."""
        self._open.clear()

    def _number(self) -> bytes:
        number = self._requests % MOST_REQUESTS
        return number.to_bytes(REQUEST_BYTES, "big")
