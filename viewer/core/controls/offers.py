"""The controls of a camera's source, to be offered while `/get …` or `/set …` is typed.

A camera tells its table when it comes. Of one that does not, what it has answered to /get and /set is used.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from camwire.controls import ControlRow
from camwire.translation import tr
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.talk.talk import Talk

NAMING = ("get", "set")
LINES = 300

Row = Mapping[object, object]


@dataclass(frozen=True, slots=True)
class _Offered:
    """One control, with words that say how it stands, and its values as they are typed, each with a remark."""

    name: str
    remark: str
    values: Mapping[str, str]


class ControlOffers:
    """What completes `/get …` and `/set …`: names with the values in force, and values to set. See `Offers`."""

    def __init__(self, talk: Talk, controls: CameraControls) -> None:
        self._talk = talk
        self._controls = controls
        self._count = -1
        self._answered: list[_Offered] = []

    def __call__(self, command: str, parameter: str, given: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        if command not in NAMING:
            return []
        known = self._known()
        if parameter == "name":
            return [(each.name, each.remark) for each in known]
        found = next((each for each in known if each.name == given.get("name")), None)
        return found.values.items() if found is not None and parameter == "value" else []

    def _known(self) -> list[_Offered]:
        controls = self._controls
        if controls.rows:
            return [_of_table(row, controls.value(row.name)) for row in controls.rows]
        if self._count != self._talk.chat.count:
            self._count, self._answered = self._talk.chat.count, [_of_answer(row) for row in self._newest()]
        return self._answered

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


def _of_table(row: ControlRow, value: object) -> _Offered:
    values = dict(_values(value, row.default))
    choices = ("on", "off") if row.kind == "boolean" else row.choices
    span = ", ".join(choices)
    if row.least is not None and row.most is not None:
        span = f"{row.least:,.10g} – {row.most:,.10g}"
    return _Offered(
        row.name, _remark(value, row.unit, span), values | {each: "" for each in choices if each not in values}
    )


def _of_answer(row: Row) -> _Offered:
    remark = _remark(row.get("value"), row.get("unit"), row.get("range"))
    return _Offered(str(row["name"]), remark, dict(_values(row.get("value"), row.get("default"))))


def _remark(value: object, unit: object, span: object) -> str:
    now = "" if value is None else tr("now {value}", value=f"{_word(value)} {unit}" if unit else _word(value))
    return f"{now} ({span})" if now and span else now or str(span or "")


def _values(in_force: object, default: object) -> Iterator[tuple[str, str]]:
    if in_force is not None:
        yield _word(in_force), tr("in force")
    if default is not None and (in_force is None or _word(default) != _word(in_force)):
        yield _word(default), tr("usual")


def _word(value: object) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
