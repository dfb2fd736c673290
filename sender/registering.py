"""All commands of one camera: those every camera has, and the user's own."""

from camwire.commands import described, described_parameters
from camwire.errors import UsageError
from camwire.values import Jpeg
from sender.declared import DeclaredCommands, declare
from sender.standard import Standard

DANGEROUS = ("restart",)


def with_standard(own: DeclaredCommands, standard: Standard) -> DeclaredCommands:
    """Return the commands of `own` together with those of `standard` and /help."""
    commands = DeclaredCommands()

    def help(command: str = "") -> list[dict[str, str]]:
        """Show the commands of this camera, or what one of them takes.

        command: the name of one; left out, all are listed
        """
        if not command:
            return described(commands.commands)
        found = commands.find(command.removeprefix("/"))
        if found is None:
            raise UsageError(f"This camera has no command /{command.removeprefix('/')[:40]}. /help shows which it has.")
        return [*described([found.command]), *described_parameters(found.command)]

    async def snapshot() -> Jpeg:
        data, width, height = await standard.snapshot()
        return Jpeg(data, width, height)

    snapshot.__doc__ = standard.snapshot.__doc__
    commands.add(declare(help), is_built_in=True)
    for function in standard.commands:
        name = function.__name__
        taken = snapshot if name == "snapshot" else function
        commands.add(declare(taken, dangerous=name in DANGEROUS), is_built_in=True)
    for declared in own:
        commands.add(declared)
    return commands
