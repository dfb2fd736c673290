"""Lines for one receiver that has no receipts: each goes with a picture, and is done when that picture is."""

from collections import deque


class Lines:
    """In order; the first that waits goes with every picture until one that carried it is known to have arrived."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()
        self._is_under_way = False

    def __len__(self) -> int:
        return len(self._waiting)

    def say(self, line: str) -> None:
        """Keep a line until it has gone."""
        self._waiting.append(line)

    def hand_out(self) -> str | None:
        """The line that goes with the picture that is sent now."""
        self._is_under_way = bool(self._waiting)
        return self._waiting[0] if self._waiting else None

    def arrived(self) -> None:
        """The last picture has arrived, with what it carried."""
        if self._is_under_way:
            self._waiting.popleft()
        self._is_under_way = False

    def lost(self) -> None:
        """The last picture may not have arrived: what it carried is due again."""
        self._is_under_way = False
