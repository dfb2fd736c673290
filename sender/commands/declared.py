"""From a typed Python function to a command: its annotations are the types, its docstring is the help."""

import functools
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from camwire.commands import Command, require_valid
from camwire.errors import UsageError
from camwire.limits import COMMANDS
from sender.commands.annotations import Convert, Range
from sender.commands.call import Call
from sender.commands.docstrings import documented
from sender.commands.parameters import Limit, last_takes_rest, parameter_of

__all__ = ["RESERVED", "Declared", "DeclaredCommands", "Range", "declare"]

RESERVED = frozenset(
    ("help", "status", "viewers", "snapshot", "set", "get", "size", "fps", "quality", "flip", "restart")
)
"""What every camera answers by itself."""

_COMMAND_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """A command and the function that carries it out; `context_parameter` is the one that takes the `Call`."""

    command: Command
    function: Callable[..., object]
    context_parameter: str
    signature: inspect.Signature
    converts: Mapping[str, Convert]

    @property
    def is_async(self) -> bool:
        """The function runs on the loop."""
        return inspect.iscoroutinefunction(self.function) or inspect.iscoroutinefunction(
            getattr(self.function, "__call__", None)  # noqa: B004
        )

    def run(self, arguments: Mapping[str, object], context: Call) -> object:
        """Call the function with checked arguments, one for each parameter; an async one returns its coroutine.

        Raises CommandError when a value is not what its annotation says, and what the function raises.
        """
        in_order: list[object] = []
        by_name: dict[str, object] = {}
        for name, parameter in self.signature.parameters.items():
            value = context if name == self.context_parameter else self._converted(name, arguments[name])
            if parameter.kind is parameter.VAR_POSITIONAL:
                in_order.extend(value if isinstance(value, list) else [value])
            elif parameter.kind is parameter.KEYWORD_ONLY:
                by_name[name] = value
            else:
                in_order.append(value)
        return self.function(*in_order, **by_name)

    def _converted(self, name: str, value: object) -> object:
        convert = self.converts.get(name)
        return value if convert is None or value is None else convert(value)


class DeclaredCommands:
    """The commands of one camera, by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Declared] = {}

    def add(self, declared: Declared, is_built_in: bool = False) -> None:
        """Raises UsageError for a name that is taken, and for one command too many."""
        name = declared.command.name
        if name in RESERVED and not is_built_in:
            raise UsageError(f"Every camera has /{name} already. Choose another name: @camera.command(name=…).")
        if name in self._by_name:
            raise UsageError(f"There are two commands /{name}. Give one of them another name: @camera.command(name=…).")
        if len(self._by_name) >= COMMANDS:
            raise UsageError(f"A camera can have {COMMANDS} commands. Make one of several, with a choice.")
        self._by_name[name] = declared

    def find(self, name: str) -> Declared | None:
        """The command of that name, if there is one."""
        return self._by_name.get(name)

    def __iter__(self) -> Iterator[Declared]:
        return iter(self._by_name.values())

    @property
    def commands(self) -> list[Command]:
        """All of them, in the order of their names."""
        return [self._by_name[name].command for name in sorted(self._by_name)]


def declare(
    function: Callable[..., object],
    name: str | None = None,
    dangerous: bool = False,
    **limits: Limit,
) -> Declared:
    """The command that `function` carries out. `limits` are the ranges of its parameters, by name.

    Types are str, int, float, bool, `Literal`, an `Enum` (by the names of its members), `T | None`, `Annotated` with a
    `Range`, and list, dict or Any for values of any kind. `*words: str` takes the rest of the line; a parameter of type
    `Call` is not an argument. Raises UsageError for what cannot be declared.
    """
    own_name = _command_name(function, name)
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise UsageError(f"{own_name} yields. A command returns its answer once; tell the rest by Call.progress.")
    signature = _signature(function, own_name)
    contexts = [each.name for each in signature.parameters.values() if each.annotation is Call]
    if len(contexts) > 1:
        raise UsageError(f"{own_name} takes the Call twice: {' and '.join(contexts)}. Once is enough.")
    arguments = [each for each in signature.parameters.values() if each.name not in contexts]
    for unknown in limits.keys() - {each.name for each in arguments}:
        raise UsageError(f"{own_name} has no parameter {unknown} to limit.")
    inner = function.func if isinstance(function, functools.partial) else function
    help, about = documented(inspect.getdoc(inner) or "", {each.name for each in arguments})
    converts: dict[str, Convert] = {}
    parameters = [
        parameter_of(own_name, each, limits.get(each.name), about.get(each.name, ""), converts) for each in arguments
    ]
    try:
        command = Command(own_name, help, last_takes_rest(arguments, parameters), dangerous)
    except ValueError as error:
        raise UsageError(f"The command /{own_name} cannot be declared: {error}.") from None
    require_valid(command)
    return Declared(command, function, contexts[0] if contexts else "", signature, converts)


def _command_name(function: Callable[..., object], name: str | None) -> str:
    if not callable(function):
        raise UsageError(f"{function!r} is no function. Write @camera.command above one.")
    own_name = getattr(function, "__name__", "").replace("_", "-") if name is None else name
    if not _COMMAND_NAME.fullmatch(own_name):
        raise UsageError(
            f"“{own_name}” is no name for a command: small letters, digits and -, at most 40, a letter first. "
            "Write @camera.command(name=…)."
        )
    return own_name


def _signature(function: Callable[..., object], own_name: str) -> inspect.Signature:
    try:
        return inspect.signature(function, eval_str=True)
    except Exception as error:
        # Annotations in quotes are evaluated here, and may raise anything.
        raise UsageError(f"The types of {own_name} cannot be read: {error}.") from error
