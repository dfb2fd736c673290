"""Commands: what a camera declares, and how a typed line, or a dict that came over the wire, becomes its arguments.

A line is `/move 10 tilt=-5 note="front door"`: values in the order of the parameters, or by name. Quotes hold blanks
together; a last text takes the rest of the line as it stands; lists and the like are written as JSON.

A camera's commands are `declared` and go out in its hello (`announcing`). `lines` takes a typed line apart, `typed` and
`reading` make arguments of it, `checking` says whether they fit, and `writing` makes a line of them again.
"""

from camwire.commands.announcing import COMMANDS_BYTES, announced, received, require_valid
from camwire.commands.checking import checked, checked_value
from camwire.commands.declared import (
    CHOICE_CHARACTERS,
    CHOICES,
    HELP_CHARACTERS,
    UNIT_CHARACTERS,
    Command,
    Parameter,
)
from camwire.commands.error import CommandError
from camwire.commands.lines import Given, found_command, given, name_end
from camwire.commands.reading import Call, parse
from camwire.commands.typed import typed_value
from camwire.commands.wanted import expected
from camwire.commands.writing import quoted, usage, usage_parts, written

__all__ = [
    "CHOICES",
    "CHOICE_CHARACTERS",
    "COMMANDS_BYTES",
    "HELP_CHARACTERS",
    "UNIT_CHARACTERS",
    "Call",
    "Command",
    "CommandError",
    "Given",
    "Parameter",
    "announced",
    "checked",
    "checked_value",
    "expected",
    "found_command",
    "given",
    "name_end",
    "parse",
    "quoted",
    "received",
    "require_valid",
    "typed_value",
    "usage",
    "usage_parts",
    "written",
]
