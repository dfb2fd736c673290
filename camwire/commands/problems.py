"""What to say when the arguments do not go with the command."""

from camwire.commands.declared import Command, Parameter
from camwire.commands.names import nearest
from camwire.commands.writing import usage
from camwire.translation import tr
from camwire.wording import cut


def missing(command: Command, parameter: Parameter) -> str:
    """A required argument was not given."""
    return tr("{name} is missing: {usage}", name=parameter.name, usage=usage(command))


def too_many(command: Command) -> str:
    """There is a word for which no parameter is left."""
    count = len(command.parameters)
    if not count:
        return tr("/{command} takes no arguments.", command=command.name)
    if count == 1:
        return tr("/{command} takes no more than one argument: {usage}", command=command.name, usage=usage(command))
    return tr(
        "/{command} takes no more than {count} arguments: {usage}",
        command=command.name,
        count=count,
        usage=usage(command),
    )


def unknown(command: Command, name: str) -> str:
    """It takes no argument of that name."""
    near = nearest(name, command.parameters)
    hint = tr("Write {usage}", usage=usage(command)) if near is None else tr("Did you mean {near}?", near=near)
    return f"{tr('/{command} has no argument {name}.', command=command.name, name=cut(name))} {hint}"
