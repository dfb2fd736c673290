"""A typed line, read: the command, and the arguments that were given."""

from collections.abc import Iterable
from dataclasses import dataclass

from camwire.commands.declared import Command
from camwire.commands.error import CommandError
from camwire.commands.lines import found_command, given, name_end
from camwire.commands.names import nearest
from camwire.commands.problems import missing
from camwire.commands.typed import typed_value
from camwire.translation import tr
from camwire.wording import cut


@dataclass(frozen=True, slots=True)
class Call:
    """A command and the arguments that were given, by name; `checked` fills in the others."""

    command: Command
    arguments: dict[str, object]


def parse(line: str, commands: Iterable[Command]) -> Call:
    """The command that was typed, with the arguments that were given. Raises CommandError, with the place."""
    command = _command(line, commands)
    arguments: dict[str, object] = {}
    for each in given(line, command):
        if each.problem or each.parameter is None:
            raise CommandError(each.problem, each.start, each.end)
        try:
            arguments[each.parameter.name] = typed_value(each.parameter, each.text, each.is_quoted)
        except CommandError as error:
            raise CommandError(str(error), each.start, each.end) from None
    for parameter in command.parameters:
        if parameter.is_required and parameter.name not in arguments:
            raise CommandError(missing(command, parameter), len(line), len(line))
    return Call(command, arguments)


def _command(line: str, commands: Iterable[Command]) -> Command:
    if not line.startswith("/"):
        raise CommandError(tr("A command begins with /."), 0, name_end(line))
    known = list(commands)
    end = name_end(line)
    command = found_command(line, known)
    if command is not None:
        return command
    if not known:
        raise CommandError(tr("This camera has no commands."), 0, end)
    if end == 1:
        raise CommandError(tr("Write the name of a command after the /, such as /{name}.", name=known[0].name), 0, end)
    near = nearest(line[1:end], known)
    hint = tr("/help shows what there is.") if near is None else tr("Did you mean /{near}?", near=near)
    raise CommandError(f"{tr('There is no command /{name}.', name=cut(line[1:end]))} {hint}", 0, end)
