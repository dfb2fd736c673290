"""What a value of a parameter may be, in words, and what to say of one that it may not."""

from camwire.commands.error import CommandError
from camwire.settable import Settable
from camwire.wording import amount, listed, numeral, shown


def expected(parameter: Settable) -> str:
    """What a value of `parameter` may be, in a few words: `0 to 180°, in steps of 5`."""
    if parameter.kind == "choice":
        return listed(parameter.choices)
    if parameter.kind == "boolean":
        return "on or off"
    if parameter.kind == "json":
        return "any value"
    return "text" if parameter.kind == "text" else _expected_range(parameter)


def misfit(parameter: Settable, value: object) -> CommandError:
    """To be raised for a value of another kind, and for one that is no choice."""
    given = shown(value)
    if parameter.kind == "choice" and len(parameter.choices) > 2:
        return CommandError(f"{parameter.name} is one of {listed(parameter.choices, 'and')}; {given} is none of them.")
    if parameter.kind == "choice" and len(parameter.choices) == 1:
        return CommandError(f"{parameter.name} can only be {parameter.choices[0]}; {given} is not known.")
    if parameter.kind in ("choice", "boolean"):
        return CommandError(f"{parameter.name} is {expected(parameter)}; {given} is neither.")
    what = "text" if parameter.kind == "text" else f"a {expected_number(parameter)}"
    return CommandError(f"{parameter.name} is {what}; {given} is none.")


def extent(parameter: Settable) -> str:
    """What may be said after its name: `goes from 0 to 180°`."""
    if parameter.least is None or parameter.most is None:
        return f"is {_expected_range(parameter, '')}"
    return f"goes from {_expected_range(parameter, '')}"


def expected_number(parameter: Settable) -> str:
    """What kind of number it is."""
    return "whole number" if parameter.kind == "integer" else "number"


def _expected_range(parameter: Settable, steps: str = ", in steps of ") -> str:
    least, most = parameter.least, parameter.most
    if least is not None and most is not None:
        text = f"{numeral(least)} to {amount(most, parameter.unit)}"
    elif least is not None:
        text = f"at least {amount(least, parameter.unit)}"
    elif most is not None:
        text = f"at most {amount(most, parameter.unit)}"
    else:
        text = expected_number(parameter) + (f" ({parameter.unit})" if parameter.unit else "")
    has_steps = steps and parameter.step is not None and not (parameter.kind == "integer" and parameter.step == 1)
    return f"{text}{steps}{numeral(parameter.step)}" if has_steps and parameter.step is not None else text
