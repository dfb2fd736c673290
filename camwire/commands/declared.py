"""What a camera declares: its commands, and the arguments that they take."""

import json
import math
from typing import Annotated

import msgspec

from camwire import limits
from camwire.commands.kinds import CHECKS
from camwire.commands.names import folded
from camwire.errors import UsageError
from camwire.settable import bounds_of, require_range

HELP_CHARACTERS = 500
UNIT_CHARACTERS = 20
CHOICES = 100
CHOICE_CHARACTERS = 80

# Not `$`: that one matches before a last line break too.
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_-]{0,39}\Z")]
Help = Annotated[str, msgspec.Meta(max_length=HELP_CHARACTERS)]
Unit = Annotated[str, msgspec.Meta(max_length=UNIT_CHARACTERS)]
Choice = Annotated[str, msgspec.Meta(min_length=1, max_length=CHOICE_CHARACTERS)]
Choices = Annotated[tuple[Choice, ...], msgspec.Meta(max_length=CHOICES)]


class Parameter(msgspec.Struct, frozen=True, omit_defaults=True):
    """One argument that a command takes. `kind` is text, integer, number, boolean, choice, or json: any value.

    One that is not required has `default`; when that is None, None may be given too. `least`, `most` and `step` are
    for integers and numbers. With `takes_rest`, the last of a command's parameters is the rest of the typed line.
    """

    name: Name
    kind: Name = "text"
    help: Help = ""
    is_required: bool = False
    default: object = None
    least: int | float | None = None
    most: int | float | None = None
    step: int | float | None = None
    unit: Unit = ""
    choices: Choices = ()
    takes_rest: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for what no argument could fit."""
        if not all(_is_plain_number(each, self.kind == "integer") for each in bounds_of(self)):
            raise ValueError(
                f"the range of {self.name} is not made of {'whole ' if self.kind == 'integer' else ''}numbers"
            )
        require_range(self)
        if not all(_is_line(each) for each in (*self.choices, self.unit or "-")):
            raise ValueError(f"a choice of {self.name} or its unit is no line of text")
        if self.takes_rest and self.kind != "text":
            raise ValueError(f"{self.name} is no text: it cannot take the rest of the line")
        if self.default is not None and self.kind in CHECKS:
            _check_default(self)


class Command(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a camera can be told to do. Every command can be cancelled, and any may tell how far it is."""

    name: Name
    help: Help = ""
    parameters: Annotated[tuple[Parameter, ...], msgspec.Meta(max_length=limits.PARAMETERS)] = ()
    is_dangerous: bool = False
    """The viewer asks back before it is sent."""

    def __post_init__(self) -> None:
        """Raise ValueError when the parameters do not go together."""
        if len({folded(each.name) for each in self.parameters}) < len(self.parameters):
            raise ValueError(f"two parameters of {self.name} have the same name")
        if any(each.takes_rest for each in self.parameters[:-1]):
            raise ValueError(f"only the last parameter of {self.name} can take the rest of the line")

    @property
    def title(self) -> str:
        """The first line of the help."""
        return self.help.partition("\n")[0].strip()


def _check_default(parameter: Parameter) -> None:
    try:
        CHECKS[parameter.kind](parameter, parameter.default)
        # Of any kind: it is shown, and it travels.
        json.dumps(parameter.default)
    except (UsageError, TypeError) as error:
        raise ValueError(f"the default of {parameter.name} does not fit: {error}") from None


def _is_plain_number(number: int | float, is_integer: bool) -> bool:
    if isinstance(number, bool):
        return False
    return isinstance(number, int) or (not is_integer and math.isfinite(number))


def _is_line(text: str) -> bool:
    return text == text.strip() and len(text.splitlines()) == 1
