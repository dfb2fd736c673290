"""What a camera would show, where, and to whom: told of one that has not begun."""

from typing import NamedTuple


class Outlook(NamedTuple):
    """Each in words for a person; `source` is what `Source.describe` says."""

    name: str
    source: str
    where: str

    def __str__(self) -> str:
        return f"{self.name}: {self.source}, {self.where}"
