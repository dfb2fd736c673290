"""What can be set at a source while it runs: one list of controls, each with its range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import camwire.controls
from camwire.errors import UsageError
from camwire.wording import numeral
from sender import plain_values

Kind: TypeAlias = Literal["integer", "number", "boolean", "choice"]
Value: TypeAlias = bool | int | float | str


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
        ends = ["?" if end is None else numeral(end) for end in (self.least, self.most)]
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
        truth = plain_values.truth(value)
        if truth is None:
            raise UsageError(self._expected)
        return truth

    def _checked_choice(self, value: object) -> str:
        word = str(value).strip().lower()
        for choice in self.choices:
            if word == choice.lower():
                return choice
        # Who types writes `manual` for `manual mode`.
        begun = [choice for choice in self.choices if word and choice.lower().startswith(f"{word} ")]
        if len(begun) == 1:
            return begun[0]
        raise UsageError(self._expected)

    def _checked_number(self, value: object) -> float:
        number = plain_values.number(value)
        is_low = number is not None and self.least is not None and number < self.least
        if number is None or is_low or (self.most is not None and number > self.most):
            raise UsageError(self._expected)
        if self.kind == "integer" and number != int(number):
            raise UsageError(f"{self._expected.rstrip('.')}, in whole numbers.")
        return int(number) if self.kind == "integer" else number

    @property
    def _expected(self) -> str:
        return camwire.controls.expected(self)


class HasControls(Protocol):
    """A source, or something else that can be set."""

    def controls(self) -> Sequence[Control]: ...
    def get(self, name: str) -> Value: ...


def plain_name(name: str) -> str:
    """What all ways to type the name of a control have in common."""
    return name.strip().lower()
