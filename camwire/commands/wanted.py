"""What a value of a parameter may be, in words, and what to say of one that it may not."""

from camwire.commands.error import CommandError
from camwire.settable import Settable
from camwire.translation import tr
from camwire.wording import amount, listed, numeral, shown


def expected(parameter: Settable) -> str:
    """What a value of `parameter` may be, in a few words: `0 to 180°, in steps of 5`."""
    if parameter.kind == "choice":
        return listed(parameter.choices, tr("or"))
    if parameter.kind == "boolean":
        return tr("on or off")
    if parameter.kind == "json":
        return tr("any value")
    return tr("text") if parameter.kind == "text" else _in_steps(parameter, _range(parameter))


def misfit(parameter: Settable, value: object) -> CommandError:
    """To be raised for a value of another kind, and for one that is no choice."""
    name, given = parameter.name, shown(value)
    if parameter.kind == "choice" and len(parameter.choices) > 2:
        choices = listed(parameter.choices, tr("and"))
        return CommandError(
            tr("{name} is one of {choices}; {given} is none of them.", name=name, choices=choices, given=given)
        )
    if parameter.kind == "choice" and len(parameter.choices) == 1:
        only = parameter.choices[0]
        return CommandError(tr("{name} can only be {only}; {given} is not known.", name=name, only=only, given=given))
    if parameter.kind in ("choice", "boolean"):
        either = expected(parameter)
        return CommandError(tr("{name} is {either}; {given} is neither.", name=name, either=either, given=given))
    if parameter.kind == "text":
        return CommandError(tr("{name} is text; {given} is none.", name=name, given=given))
    if parameter.kind == "integer":
        return CommandError(tr("{name} is a whole number; {given} is none.", name=name, given=given))
    return CommandError(tr("{name} is a number; {given} is none.", name=name, given=given))


def extent(parameter: Settable) -> str:
    """In which range it is, as a sentence: `angle goes from 0 to 180°.`"""
    if parameter.least is None or parameter.most is None:
        return tr("{name} is {range}.", name=parameter.name, range=_range(parameter))
    return tr("{name} goes from {range}.", name=parameter.name, range=_range(parameter))


def _range(parameter: Settable) -> str:
    least, most, unit = parameter.least, parameter.most, parameter.unit
    if least is not None and most is not None:
        return tr("{least} to {most}", least=numeral(least), most=amount(most, unit))
    if least is not None:
        return tr("at least {least}", least=amount(least, unit))
    if most is not None:
        return tr("at most {most}", most=amount(most, unit))
    kind = tr("whole number") if parameter.kind == "integer" else tr("number")
    return f"{kind} ({unit})" if unit else kind


def _in_steps(parameter: Settable, text: str) -> str:
    if parameter.step is None or (parameter.kind == "integer" and parameter.step == 1):
        return text
    return tr("{range}, in steps of {step}", range=text, step=numeral(parameter.step))
