"""A command as a person types it."""

from contextlib import suppress

from camwire.commands import Command, CommandError, Parameter, parse, written
from tests.fuzz.equal import same

READS = ("camwire.commands.lines", "camwire.commands.reading", "camwire.commands.typed", "camwire.commands.checking",
         "camwire.commands.kinds", "camwire.commands.writing", "camwire.commands.wanted")  # fmt: skip
KNOWN = (
    Command(
        "turn", parameters=(Parameter("degrees", "integer", is_required=True, least=-90, most=90, step=5, unit="°"),)
    ),
    Command("mood", parameters=(Parameter("which", "choice", choices=("calm", "grim")), Parameter("how", "number"))),
    Command("note", parameters=(Parameter("on", "boolean"), Parameter("text", takes_rest=True))),
    Command("send", parameters=(Parameter("value", "json"), Parameter("name"))),
)


def take(data: bytes) -> None:
    """What was understood is understood in the same way when it is written by the program."""
    with suppress(CommandError):
        call = parse("/" + data.decode("utf-8", "replace"), KNOWN)
        again = parse(written(call.command, call.arguments), KNOWN)
        # As numbers go, -0.0 is 0; of NaN only what is written is the same.
        is_same = again.arguments == call.arguments or same(again.arguments, call.arguments)
        assert is_same, (call.arguments, again.arguments)


def seeds() -> dict[str, bytes]:
    lines = ["turn 45°", "turn degrees=-0x5", "mood grim 1e3", "note on some text", 'send {"a": [1, "x"]} "a \\" b"',
             "send name='it'", "mood how=2.5 which=calm"]  # fmt: skip
    return {f"line-{number}": line.encode() for number, line in enumerate(lines)}
