"""How many frames may be under way to one viewer.

The viewer's painter sets the pace: a frame occupies the window from the moment it is sent until the viewer says
that it, or a later one, has been taken. Stating the newest frame taken, instead of counting grants, keeps both ends
in step whatever is dropped in between.
"""

from collections import deque

from camwire import limits


class CreditWindow:
    """The camera's book-keeping for one viewer and one stream."""

    def __init__(self) -> None:
        self._window = 0
        self._under_way: deque[int] = deque()

    @property
    def under_way(self) -> int:
        """Frames sent and not yet taken."""
        return len(self._under_way)

    @property
    def has_credit(self) -> bool:
        """Whether one more frame may be sent. False until the viewer has granted a window."""
        return len(self._under_way) < self._window

    def sent(self, sequence: int) -> None:
        """Note a frame that went out. Sequences rise."""
        self._under_way.append(sequence)

    def taken(self, sequence: int, window: int) -> None:
        """The viewer has taken everything up to `sequence` and allows `window` frames under way.

        Nobody can have taken what was not sent: then `sequence` says nothing, and everything is still under way.
        """
        if self._under_way and sequence <= self._under_way[-1]:
            while self._under_way and self._under_way[0] <= sequence:
                self._under_way.popleft()
        self._window = min(window, limits.CREDIT_FRAMES)
