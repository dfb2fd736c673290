"""Values of lines that somebody may look at again soon: what was said a moment ago cannot be read from disk yet."""

from collections import OrderedDict
from collections.abc import Iterable

from camwire.frame import Payload

# Mostly small; what a person scrolls over comes from disk again in a millisecond.
KEPT_VALUES = 50
KEPT_BYTES = 32 * 1024 * 1024
# Python's objects take so many times what they take on the wire.
MEMORY_OF_BLOB = 16


class RecentValues:
    """The newest values, by the ids of their lines."""

    def __init__(self) -> None:
        self._values: OrderedDict[int, tuple[object, int]] = OrderedDict()

    def __contains__(self, line_id: int) -> bool:
        return line_id in self._values

    def get(self, line_id: int, otherwise: object) -> object:
        """The value of a line; `otherwise` if it is not here."""
        return self._values[line_id][0] if line_id in self._values else otherwise

    def keep(self, line_id: int, value: object, payload: Iterable[Payload]) -> None:
        """Keep a value; `payload` is how it travels. The newest is kept whatever its size."""
        blob, *attached = map(len, payload)
        self._values[line_id] = (value, MEMORY_OF_BLOB * blob + sum(attached))
        while len(self._values) > 1 and (
            len(self._values) > KEPT_VALUES or sum(size for _, size in self._values.values()) > KEPT_BYTES
        ):
            self._values.popitem(last=False)

    def move(self, line_id: int, to: int) -> None:
        """What is kept of a line, if anything, belongs to another one from now on."""
        if line_id in self._values:
            self._values[to] = self._values.pop(line_id)
