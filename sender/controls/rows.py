"""Controls as viewers are told them. Drivers tell anything; what a viewer would refuse stays here."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec

from camwire import limits
from camwire.controls import (
    CHOICES,
    MOST,
    TEXT_CHARACTERS,
    UNIT_CHARACTERS,
    ControlRow,
    Value,
    announced,
    expected,
    strictly,
    title_of,
)
from camwire.errors import UsageError
from sender.control import Control, HasControls, plain_name
from sender.controls.of_source import find, value_or_none
from sender.sources.base import Source

log = logging.getLogger(__name__)


class Refused(UsageError):
    """The source does not take it; the sentence has the range in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """All controls at one moment. `text` says why the source has none; `is_provisional`: it could not tell."""

    rows: tuple[ControlRow, ...] = ()
    values: dict[str, Value] = field(default_factory=dict)
    text: str = ""
    announced: list[msgspec.Raw] = field(default_factory=list)
    """The rows as they travel."""
    is_provisional: bool = False

    def row(self, name: str) -> ControlRow | None:
        """The row of control `name`, however it is typed; None if there is none."""
        return next((row for row in self.rows if plain_name(row.name) == plain_name(name)), None)

    def value(self, name: str) -> Value | None:
        """The value of control `name`; None where it is not known."""
        row = self.row(name)
        return None if row is None else self.values.get(row.name)


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that was set: the source took it as `wanted`, showed `before` until then, and `shown` right after.

    A source that does not read back shows what it took.
    """

    wanted: Value | None
    before: Value | None
    shown: Value | None

    def is_shown_by(self, shown: Value | None) -> bool:
        """Whether `shown` is what was set, as the camera made it, and not still what was before.

        A number that the camera was moving by itself may be another at every look: it must have come half the way.
        """
        if shown is None or self.before is None or shown == self.wanted:
            return True
        numbers = [each for each in (self.wanted, self.before, shown) if not isinstance(each, bool | str | None)]
        if len(numbers) < 3:
            return shown != self.before
        wanted, before, now = numbers
        return abs(now - wanted) < abs(before - wanted) / 2


def read_table(source: Source) -> Table:
    """The table of `source`. In the capture thread. Raises UsageError when the driver does not answer."""
    table = beside(Table(), source)
    return table if table.rows else Table(text=source.without_controls[: limits.REASON_CHARACTERS])


def beside(table: Table, more: HasControls) -> Table:
    """`table` with the controls of `more` behind its own: those that have other names, and as many as may travel."""
    taken = {plain_name(row.name) for row in table.rows}
    free = [each for each in more.controls() if plain_name(each.name) not in taken]
    told = [(each, row) for each in free if (row := row_of(each)) is not None]
    # No more than are told may have values.
    encoded = announced((*table.rows, *(row for _, row in told)))
    told = told[: len(encoded) - len(table.rows)]
    values = {row.name: value for each, row in told if (value := read_value(more, each)) is not None}
    return replace(
        table,
        rows=(*table.rows, *(row for _, row in told)),
        values={**table.values, **values},
        announced=encoded,
    )


def read_value(source: HasControls, control: Control) -> Value | None:
    """The value of `control`, as it can travel. Of a source, in the capture thread."""
    value = value_or_none(source, control)
    return None if value is None else _portable(control, value)


def put_value(source: Source, name: str, value: object, others: Sequence[Control] = ()) -> Setting:
    """Set control `name` to a value that came over the wire. In the capture thread.

    A value of a wrong type or out of range never reaches the source. Raises Refused, and UsageError without the range
    where there is none; `others` are what can be set beside the source.
    """
    control = find(source, name, others)
    wanted = required(control, value)
    before = read_value(source, control) if control.reads_back else None
    try:
        taken = _portable(control, source.set(control.name, wanted))
    except UsageError as error:
        raise Refused(with_range(str(error), control)) from None
    return Setting(taken, before, read_value(source, control) if control.reads_back else taken)


def required(control: Control, value: object) -> Value:
    """A value that came over the wire, if it is of the type of `control` and in its range. Raises Refused."""
    try:
        return control.strictly(value)
    except UsageError as error:
        raise Refused(str(error)) from None


def with_range(text: str, control: Control | ControlRow | None) -> str:
    """A sentence why a control is not set, with what its value can be; None: nobody knows."""
    span = "" if control is None else expected(control)
    return text if span in text else f"{text} {span}"


def row_of(control: Control) -> ControlRow | None:
    """The row that tells viewers of `control`; None for one that they could do nothing with."""
    is_number = control.kind in ("integer", "number")
    if not 1 <= len(control.name) <= TEXT_CHARACTERS:
        return None
    try:
        row = ControlRow(
            name=control.name,
            kind=control.kind,
            title=(control.title or title_of(control.name))[:TEXT_CHARACTERS],
            least=_bound(control.least) if is_number else None,
            most=_bound(control.most) if is_number else None,
            step=_bound(control.step) if is_number and control.step and control.step > 0 else None,
            unit=control.unit[:UNIT_CHARACTERS],
            choices=_choices(control.choices) if control.kind == "choice" else (),
            fixed=control.fixed[: limits.REASON_CHARACTERS],
            ruled_by=control.ruled_by[:TEXT_CHARACTERS],
            reconfigures=control.reconfigures,
            reads_back=control.reads_back,
        )
    except ValueError as error:
        log.debug("Viewers are not told of control %r: %s", control.name, error)
        return None
    return msgspec.structs.replace(row, default=_default(row, control))


def _default(row: ControlRow, control: Control) -> Value | None:
    try:
        return None if control.default is None else strictly(row, _portable(control, control.default))
    except UsageError:
        # Drivers do tell such defaults.
        return None


def _portable(control: Control, value: object) -> Value | None:
    """A value as plain Python, and as a viewer takes it; None for one that it would not take."""
    try:
        match control.kind:
            case "boolean":
                return bool(value)
            case "choice":
                return str(value) if len(str(value)) <= TEXT_CHARACTERS else None
            case "integer":
                number: int | float = int(value)  # type: ignore[call-overload]
            case _:
                number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if -MOST <= number <= MOST else None


def _bound(bound: float | None) -> int | float | None:
    if bound is None or not -MOST <= bound <= MOST:
        return None
    return int(bound) if bound == int(bound) else float(bound)


def _choices(choices: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in choices if 1 <= len(each) <= TEXT_CHARACTERS))[:CHOICES]
