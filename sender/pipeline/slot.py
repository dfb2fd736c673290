"""From one thread to another, and only the newest."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Slot(Generic[T]):
    """Room for one thing. A newer one takes the place of an older one that nobody fetched."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._is_closed = False

    def put(self, item: T) -> bool:
        """Put `item` in. Returns True when an older one was lost by it."""
        with self._changed:
            has_replaced = self._item is not None
            self._item = item
            self._changed.notify()
            return has_replaced

    def take(self) -> T | None:
        """Wait for a thing and take it out; None once the slot is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self._is_closed)
            item, self._item = self._item, None
            return None if self._is_closed else item

    def close(self) -> None:
        """Wake who waits, for good."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
