"""From a parameter of a Python function to one of a command."""

import enum
import inspect
import re
from typing import TypeAlias

import msgspec

from camwire.commands import CommandError, Parameter, checked_value
from camwire.errors import UsageError
from sender.commands.annotations import Convert, Range, shape_of

Limit: TypeAlias = Range | tuple[int | float, int | float]

_PARAMETER_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def parameter_of(
    function: str,
    parameter: inspect.Parameter,
    limit: Limit | None,
    help: str,
    converts: dict[str, Convert],
) -> Parameter:
    """What `parameter` of the command `function` takes, within `limit`; adds to `converts` what makes its values fit.

    Raises UsageError for what cannot be declared.
    """
    name = parameter.name
    if parameter.kind is parameter.VAR_KEYWORD:
        raise UsageError(f"{function} takes **{name}. A viewer must know the names: write them out.")
    if parameter.annotation is parameter.empty:
        raise UsageError(f"Say what type `{name}` is: def {function.replace('-', '_')}({name}: float)")
    if not _PARAMETER_NAME.fullmatch(name):
        raise UsageError(f"`{name}` of {function} is no name to type: small letters, digits and _, a letter first.")
    if parameter.kind is parameter.VAR_POSITIONAL:
        if parameter.annotation is not str:
            raise UsageError(f"*{name} of {function} is the rest of a line: write *{name}: str, or {name}: list.")
        converts[name] = str.split
        return Parameter(name, "text", help, default="", takes_rest=True)
    shape = shape_of(f"`{name}` of {function}", parameter.annotation)
    if shape.convert is not None:
        converts[name] = shape.convert
    is_required = parameter.default is parameter.empty
    bounds = shape.range if limit is None else limit if isinstance(limit, Range) else Range(*limit)
    try:
        made = Parameter(
            name,
            shape.kind,
            help,
            is_required,
            least=bounds.least,
            most=bounds.most,
            step=bounds.step,
            unit=bounds.unit,
            choices=shape.choices,
        )
        return made if is_required else _with_default(made, parameter.default)
    except (UsageError, ValueError) as error:
        raise UsageError(f"`{name}` of {function} cannot be declared: {str(error).rstrip('.')}.") from None


def last_takes_rest(arguments: list[inspect.Parameter], parameters: list[Parameter]) -> tuple[Parameter, ...]:
    """A last text takes the rest of the line: nobody puts in quotes what nothing can follow."""
    if parameters and parameters[-1].kind == "text" and arguments[-1].kind is not inspect.Parameter.KEYWORD_ONLY:
        return (*parameters[:-1], msgspec.structs.replace(parameters[-1], takes_rest=True))
    return tuple(parameters)


def _with_default(parameter: Parameter, default: object) -> Parameter:
    if default is None:
        return parameter
    if isinstance(default, enum.Enum) and parameter.kind == "choice":
        default = default.name
    try:
        return msgspec.structs.replace(parameter, default=checked_value(parameter, default))
    except CommandError as error:
        raise UsageError(f"its default does not fit ({str(error).rstrip('.')})") from None
