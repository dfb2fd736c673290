"""A typed line, taken apart: the command it names, and its words, each with the parameter it is for."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from camwire.commands.declared import Command, Parameter
from camwire.commands.names import NAMED, found
from camwire.commands.problems import too_many, unknown
from camwire.translation import tr

_QUOTED = re.compile(r'"((?:\\["\\]|[^"])*+)"|\'([^\']*+)\'')
_JSON = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Given:
    """A word of a typed line and the parameter it is for; `line[value_start:end]` is its value as typed.

    `problem` says why it cannot be read; `parameter` is None when there is none for it.
    """

    parameter: Parameter | None
    text: str
    start: int
    value_start: int
    end: int
    is_quoted: bool = False
    problem: str = ""


def name_end(line: str) -> int:
    """Where the name of the command that `line` begins with ends."""
    blank = re.search(r"\s", line)
    return len(line) if blank is None else blank.start()


def found_command(line: str, commands: Iterable[Command]) -> Command | None:
    """The command that `line` names, if there is one. Capitals do not matter, and - is as good as _."""
    return found(line[1 : name_end(line)], commands)


def given(line: str, command: Command) -> Iterator[Given]:
    """The words after the command's name, each with its parameter, up to the first that is a problem."""
    place = name_end(line)
    free = list(command.parameters)
    while (place := _skip_blanks(line, place)) < len(line):
        each = _next_given(line, place, command, free)
        yield each
        if each.problem:
            return
        free = [parameter for parameter in free if parameter is not each.parameter]
        place = each.end


def _next_given(line: str, start: int, command: Command, free: Sequence[Parameter]) -> Given:
    named = NAMED.match(line, start)
    parameter = None if named is None else found(named[1], command.parameters)
    at = start
    problem = ""
    if named is not None and parameter is not None:
        at = named.end()
        problem = "" if any(parameter is each for each in free) else tr("{name} is given twice.", name=parameter.name)
    elif free and not (named is not None and free[0].kind in ("integer", "number", "boolean")):
        parameter = free[0]
    else:
        problem = too_many(command) if named is None else unknown(command, named[1])
    text, end, is_quoted, broken = _read(line, at, parameter)
    return Given(parameter, text, start, at, end, is_quoted, problem or broken)


def _read(line: str, start: int, parameter: Parameter | None) -> tuple[str, int, bool, str]:
    """The value that begins at `start`: its text, where it ends, whether it was in quotes, what is wrong with it."""
    if parameter is not None and parameter.takes_rest:
        end = max(len(line.rstrip()), start)
        rest = line[start:end].strip()
        whole = _QUOTED.fullmatch(rest)
        return (rest, end, False, "") if whole is None else (_unquoted(whole), end, True, "")
    if parameter is not None and parameter.kind == "json" and line[start : start + 1] in ("[", "{", '"'):
        return _read_json(line, start, parameter)
    if line[start : start + 1] not in ('"', "'"):
        end = start
        while end < len(line) and not line[end].isspace():
            end += 1
        return line[start:end], end, False, ""
    whole = _QUOTED.match(line, start)
    if whole is None:
        return line[start + 1 :], len(line), True, tr("The quote is not closed.")
    return _unquoted(whole), whole.end(), True, _followed(line, whole.end())


def _read_json(line: str, start: int, parameter: Parameter) -> tuple[str, int, bool, str]:
    try:
        end = _JSON.raw_decode(line, start)[1]
    except (ValueError, RecursionError):
        return (
            line[start:],
            len(line),
            False,
            tr('{name} is not complete. Write JSON, such as [1, 2], {{"a": 1}} or "text".', name=parameter.name),
        )
    return line[start:end], end, False, _followed(line, end)


def _followed(line: str, end: int) -> str:
    return "" if end == len(line) or line[end].isspace() else tr("Leave a blank after it.")


def _unquoted(whole: "re.Match[str]") -> str:
    return whole[2] if whole[1] is None else re.sub(r'\\(["\\])', r"\1", whole[1])


def _skip_blanks(line: str, place: int) -> int:
    while place < len(line) and line[place].isspace():
        place += 1
    return place
