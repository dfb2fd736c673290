"""What can be set at a source while it runs: one list of controls, each with its range."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import camwire.controls
from camwire.errors import UsageError

if TYPE_CHECKING:
    from sender.sources.base import Source

Kind: TypeAlias = Literal["integer", "number", "boolean", "choice"]
Value: TypeAlias = bool | int | float | str

_TRUTH = {
    **dict.fromkeys(("on", "true", "yes", "1"), True),
    **dict.fromkeys(("off", "false", "no", "0"), False),
}


@dataclass(frozen=True, slots=True)
class Control:
    """One control. `least`, `most` and `default` are in `unit`; None is not known. `choices` are those of kind choice.

    `step` is told only: a value between two steps is rounded by who takes it, and the value in force says how.
    `fixed` is empty, or says in a sentence why the control can be read but not set now. `title` is for people; empty is
    made of the name. `ruled_by` names the control that switches this one on and off. `reconfigures`: the source stops
    for a moment to set it. `reads_back`: `get` tells what a picture or the driver shows, which may be later than `set`
    returns: who set it is answered when `get` has come there, as far as it will, or after a second.
    """

    name: str
    kind: Kind
    default: Value | None = None
    least: float | None = None
    most: float | None = None
    step: float | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""
    fixed: str = ""
    title: str = ""
    ruled_by: str = ""
    reconfigures: bool = False
    reads_back: bool = False

    @property
    def range(self) -> str:
        """What it can be, for a person: `0 – 100`, `on, off`, or the choices."""
        if self.kind == "boolean":
            return "on, off"
        if self.kind == "choice":
            return ", ".join(self.choices)
        ends = [_text(end) if end is not None else "?" for end in (self.least, self.most)]
        return "" if ends == ["?", "?"] else " – ".join(ends)

    def checked(self, value: object) -> Value:
        """Return `value`, also one typed as text, as this control takes it; `default` is the default.

        Raises UsageError with the range.
        """
        if self.fixed:
            raise UsageError(self.fixed)
        if value == "default":
            if self.default is None:
                raise UsageError(f"The default of {self.name} is not known. {self._expected}")
            return self.default
        match self.kind:
            case "boolean":
                return self._checked_truth(value)
            case "choice":
                return self._checked_choice(value)
            case _:
                return self._checked_number(value)

    def strictly(self, value: object) -> Value:
        """Return `value` as it came over the wire, if it is of the type of this control and in its range.

        Raises UsageError with the range.
        """
        if self.fixed:
            raise UsageError(f"{self.fixed} {self._expected}")
        return camwire.controls.strictly(self, value)

    def _checked_truth(self, value: object) -> bool:
        word = str(value).strip().lower()
        if word not in _TRUTH:
            raise UsageError(self._expected)
        return _TRUTH[word]

    def _checked_choice(self, value: object) -> str:
        word = str(value).strip().lower()
        for choice in self.choices:
            if word == choice.lower():
                return choice
        raise UsageError(self._expected)

    def _checked_number(self, value: object) -> float:
        number = _number(value)
        is_low = number is not None and self.least is not None and number < self.least
        if number is None or is_low or (self.most is not None and number > self.most):
            raise UsageError(self._expected)
        if self.kind == "integer" and number != int(number):
            raise UsageError(f"{self._expected.rstrip('.')}, in whole numbers.")
        return int(number) if self.kind == "integer" else number

    @property
    def _expected(self) -> str:
        return camwire.controls.expected(self)


def find(source: "Source", name: str) -> Control:
    """The control `name` of `source`. In the capture thread. Raises UsageError that names all there are."""
    known = source.controls()
    if not known:
        raise UsageError(source.without_controls)
    wanted = name.strip().lower()
    for control in known:
        if control.name.lower() == wanted:
            return control
    raise UsageError(f"There is no control “{name}”. There are: {', '.join(each.name for each in known)}.")


def read(source: "Source", name: str) -> Value:
    """The value of control `name` that is in force. In the capture thread. Raises UsageError."""
    return source.get(find(source, name).name)


def change(source: "Source", name: str, value: object) -> Value:
    """Set control `name`; return the value in force then. In the capture thread. Raises UsageError.

    A value out of range never reaches the source.
    """
    control = find(source, name)
    return source.set(control.name, control.checked(value))


def table(source: "Source") -> list[dict[str, Value | None]]:
    """All controls of `source`, one row each. In the capture thread. Raises UsageError where there are none."""
    known: Sequence[Control] = source.controls()
    if not known:
        raise UsageError(source.without_controls)
    return [
        {
            "name": each.name,
            "value": value_or_none(source, each),
            "range": each.range,
            "unit": each.unit,
            "default": each.default,
            **({"note": each.fixed} if each.fixed else {}),
        }
        for each in known
    ]


def value_or_none(source: "Source", control: Control) -> Value | None:
    """The value of `control`, or None: one that the driver does not tell leaves the others readable."""
    try:
        return source.get(control.name)
    except UsageError:
        return None


def _number(value: object) -> float | None:
    """`value` as a finite number; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _text(number: float | None) -> str:
    return f"{number:,.10g}" if number is not None else ""
