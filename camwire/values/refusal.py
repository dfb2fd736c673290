"""Why a value is not sent, with the place inside it: `it['pose'][2] is socket, and that cannot be carried`."""

from reprlib import repr as brief

from camwire.errors import UsageError


class Refused(Exception):
    """Something deep inside a value cannot be sent. Every container on the way out says where it was."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(what, why)
        self._what = what
        self._why = why
        self._way: list[tuple[object, str, str]] = []

    def inside(self, holder: object, after: str, before: str = "") -> None:
        """It was in `holder`, which is written `after` its own name, or `before` it."""
        self._way.append((holder, after, before))

    def in_words(self) -> UsageError:
        """The same for a person. Call it while the value still lives."""
        way = self._way[::-1]
        seen: set[int] = set()
        for place, (holder, _, _) in enumerate(way):
            if id(holder) in seen:
                return UsageError(
                    f"The message cannot be sent: {_path(way[:place])} is {type(holder).__name__}, and it holds itself."
                )
            seen.add(id(holder))
        return UsageError(f"The message cannot be sent: {_path(way)} is {self._what}, and {self._why}.")


def key_of(key: object) -> str:
    """How `key` is written after the name of what it is a key of."""
    try:
        return f"[{brief(key)}]"
    except ValueError:
        # Python refuses to print whole numbers of more than 4,300 digits.
        return f"[{type(key).__name__}]"


def _path(way: list[tuple[object, str, str]]) -> str:
    path = "it"
    for _, after, before in way:
        path = f"{before}{path}{after}"
    return path
