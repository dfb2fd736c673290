"""What to say when the arguments do not go with the command."""

from camwire.commands.declared import Command, Parameter
from camwire.commands.names import nearest
from camwire.commands.writing import usage
from camwire.wording import cut


def missing(command: Command, parameter: Parameter) -> str:
    """A required argument was not given."""
    return f"{parameter.name} is missing: {usage(command)}"


def too_many(command: Command) -> str:
    """There is a word for which no parameter is left."""
    count = len(command.parameters)
    if not count:
        return f"/{command.name} takes no arguments."
    return f"/{command.name} takes no more than {count} argument{'s' if count > 1 else ''}: {usage(command)}"


def unknown(command: Command, name: str) -> str:
    """It takes no argument of that name."""
    near = nearest(name, command.parameters)
    hint = f"Write {usage(command)}" if near is None else f"Did you mean {near}?"
    return f"/{command.name} has no argument {cut(name)}. {hint}"
