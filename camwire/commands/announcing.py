"""Commands in a camera's hello: what it announces, and what a viewer takes of it."""

from collections.abc import Iterable, Sequence

import msgspec

from camwire import limits
from camwire.commands.declared import Command
from camwire.commands.kinds import CHECKS
from camwire.commands.names import folded
from camwire.errors import UsageError, WireError

# The other half of the hello's header is for the rest of what a camera says of itself.
COMMANDS_BYTES = limits.HEADER_BYTES // 2

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Command)


def announced(commands: Iterable[Command]) -> list[msgspec.Raw]:
    """What `CameraHello.commands` carries. Raises UsageError for what no viewer would accept."""
    encoded = [_encoded(command) for command in commands]
    if len(encoded) > limits.COMMANDS:
        raise UsageError(f"This camera has {len(encoded)} commands; at most {limits.COMMANDS} can be declared.")
    size = sum(map(len, encoded))
    if size > COMMANDS_BYTES:
        raise UsageError(
            f"The commands of this camera take {size:,} bytes; at most {COMMANDS_BYTES:,} fit. Shorten the help."
        )
    return [msgspec.Raw(each) for each in encoded]


def received(announced: Sequence[msgspec.Raw]) -> tuple[Command, ...]:
    """The commands in a camera's hello, without those that take a kind of argument we do not know. Raises WireError."""
    if len(announced) > limits.COMMANDS:
        raise WireError(f"{len(announced)} commands; {limits.COMMANDS} are allowed")
    try:
        commands = [_DECODER.decode(each) for each in announced]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"not a command: {error}") from error
    if len({folded(each.name) for each in commands}) < len(commands):
        raise WireError("two commands of the same name")
    return tuple(each for each in commands if all(parameter.kind in CHECKS for parameter in each.parameters))


def require_valid(command: Command) -> None:
    """Raise UsageError for a command that no viewer would accept: constraints of fields hold on decoding only."""
    _encoded(command)


def _encoded(command: Command) -> bytes:
    try:
        encoded = _ENCODER.encode(command)
        _DECODER.decode(encoded)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise UsageError(f"The command /{command.name} cannot be declared: {error}.") from error
    return encoded
