"""Arguments by name, as they came over the wire or from a program: whether they fit, and the rest filled in."""

import copy
from collections.abc import Mapping

from camwire.commands.declared import Command, Parameter
from camwire.commands.error import CommandError
from camwire.commands.kinds import CHECKS
from camwire.commands.problems import missing, unknown
from camwire.wording import shown


def checked(command: Command, arguments: object) -> dict[str, object]:
    """A value for every parameter of `command`, in their order: from `arguments`, a dict by name, or the default.

    Types are strict: a bool is no integer, but an integer will do for a number and comes back as a float.
    Raises CommandError.
    """
    if not isinstance(arguments, Mapping):
        raise CommandError(f"/{command.name} takes its arguments by name, and {shown(arguments)} came.")
    known = {each.name for each in command.parameters}
    for name in arguments:
        if name not in known:
            raise CommandError(unknown(command, name if isinstance(name, str) else shown(name)))
    values: dict[str, object] = {}
    for parameter in command.parameters:
        if parameter.name in arguments:
            values[parameter.name] = checked_value(parameter, arguments[parameter.name])
        elif parameter.is_required:
            raise CommandError(missing(command, parameter))
        else:
            # A default may be a list, and who gets it may change it.
            values[parameter.name] = copy.deepcopy(parameter.default)
    return values


def checked_value(parameter: Parameter, value: object) -> object:
    """`value`, fit for `parameter`. Raises CommandError."""
    if value is None and parameter.default is None and not parameter.is_required:
        return None
    return CHECKS[parameter.kind](parameter, value)
