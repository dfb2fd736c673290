"""Who wants to know what becomes of files, and how an exchange reaches its peer."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

from camwire.messages import Parts

Send: TypeAlias = Callable[[Parts], bool]
"""Hands parts to the peer now, or returns False: its queue is full, or it is gone."""

TOLD_SECONDS = 0.1


class Watcher(Protocol):
    """Who wants to know what becomes of files, by their ids. All calls come in the loop's thread.

    `is_mine`: it is one that this program has offered. The peer chooses the ids of its own, perhaps the same.
    """

    def on_progress(self, is_mine: bool, file: str, there: int, size: int) -> None:
        """`there` of `size` bytes are at the receiving end. At most ten times per second for each file."""

    def on_complete(self, is_mine: bool, file: str, path: Path) -> None:
        """The whole file is at the receiving end, and was checked. `path` is where it is on this computer."""

    def on_paused(self, is_mine: bool, file: str, sentence: str) -> None:
        """It does not go on, for the reason in `sentence`; it goes on by itself, which an empty sentence says."""

    def on_failed(self, is_mine: bool, file: str, sentence: str) -> None:
        """It will not be transferred. `sentence` may be the peer's."""
