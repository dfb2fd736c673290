"""The controls of a camera's source, as its answers to /get and /set have told them, to be offered while one types."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from viewer.core.talk import Talk

NAMING = ("get", "set")
LINES = 300

Row = Mapping[object, object]


class ControlOffers:
    """What completes `/get …` and `/set …`: names with the values in force, and values to set. See `Offers`."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._count = -1
        self._rows: list[Row] = []

    def __call__(self, command: str, parameter: str, given: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        if command not in NAMING:
            return []
        if self._count != self._talk.chat.count:
            self._count, self._rows = self._talk.chat.count, self._newest()
        if parameter == "name":
            return [(str(row["name"]), _remark(row)) for row in self._rows]
        row = next((row for row in self._rows if row["name"] == given.get("name")), None)
        return _values(row) if row is not None and parameter == "value" else []

    def _newest(self) -> list[Row]:
        """The newest table of controls, with what was told of single ones since."""
        talk, since = self._talk, dict[object, object]()
        for line in islice(reversed(talk.chat.lines), LINES):
            asked = talk.chat.asked(line) if line.role == "answer" else None
            if asked is None or asked.command not in NAMING:
                continue
            value, arguments = talk.value(line), talk.value(asked)
            if isinstance(value, list):
                rows = [row for row in value if isinstance(row, Mapping) and isinstance(row.get("name"), str)]
                return [{**row, "value": since.get(row["name"], row.get("value"))} for row in rows]
            if isinstance(arguments, Mapping):
                since.setdefault(arguments.get("name"), value)
        return []


def _remark(row: Row) -> str:
    value, unit, span = row.get("value"), row.get("unit"), row.get("range")
    now = "" if value is None else f"now {_word(value)}{f' {unit}' if unit else ''}"
    return f"{now} ({span})" if now and span else now or str(span or "")


def _values(row: Row) -> Iterator[tuple[str, str]]:
    told: dict[str, str] = {}
    for name, remark in (("value", "in force"), ("default", "usual")):
        if row.get(name) is not None:
            told.setdefault(_word(row[name]), remark)
    yield from told.items()


def _word(value: object) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
