"""All commands of one camera: those every camera has, and the user's own."""

from camwire.commands import expected, usage
from camwire.errors import UsageError
from sender.commands.declared import DeclaredCommands, declare
from sender.standard import Standard

DANGEROUS = ("restart",)


def with_standard(own: DeclaredCommands, standard: Standard) -> DeclaredCommands:
    """Return the commands of `own` together with those of `standard` and /help."""
    commands = DeclaredCommands()

    # On the loop: it must answer also when every thread is busy.
    async def help(command: str = "") -> dict[str, str] | str:
        """Show the commands of this camera, or what one of them takes.

        command: the name of one; left out, all are listed
        """
        if not command:
            return {usage(each): each.title for each in commands.commands}
        found = commands.find(command.removeprefix("/"))
        if found is None:
            raise UsageError(f"This camera has no command /{command.removeprefix('/')[:40]}. /help shows which it has.")
        about = [usage(found.command), found.command.help]
        return "\n".join(
            [
                *about,
                *(
                    f"{each.name}: {expected(each)}{each.help and f'. {each.help}'}"
                    for each in found.command.parameters
                ),
            ]
        )

    commands.add(declare(help), is_built_in=True)
    for function in standard.commands:
        commands.add(declare(function, dangerous=function.__name__ in DANGEROUS), is_built_in=True)
    for declared in own:
        commands.add(declared)
    return commands
