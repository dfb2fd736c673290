"""What a control and an argument of a command have in common: a value of some kind, and the range it is in."""

from typing import Protocol


class Settable(Protocol):
    """What it says of its values. `kind` is integer, number, boolean, choice, or one without range and choices."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def least(self) -> int | float | None: ...
    @property
    def most(self) -> int | float | None: ...
    @property
    def step(self) -> int | float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def choices(self) -> tuple[str, ...]: ...


def bounds_of(settable: Settable) -> list[int | float]:
    """Those of its least, most and step that it has."""
    return [each for each in (settable.least, settable.most, settable.step) if each is not None]


def require_range(settable: Settable) -> None:
    """Raise ValueError for a range or choices that no value could fit. That the bounds are numbers is not asked."""
    name, least, most = settable.name, settable.least, settable.most
    if bounds_of(settable) and settable.kind not in ("integer", "number"):
        raise ValueError(f"{name} is no number: it has no range")
    if least is not None and most is not None and least > most:
        raise ValueError(f"the range of {name} ends before it begins")
    if settable.step is not None and settable.step <= 0:
        raise ValueError(f"the step of {name} is not above 0")
    if (settable.kind == "choice") != bool(settable.choices) or len(set(settable.choices)) < len(settable.choices):
        raise ValueError(f"the choices of {name} are missing, or double, or of no use")
