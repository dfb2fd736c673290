"""What to offer while a command is typed: how it may go on, what is expected where the cursor is, and what is wrong.

Pure and fast: it is asked at every key.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from camwire.commands import (
    Command,
    CommandError,
    Given,
    Parameter,
    expected,
    found_command,
    given,
    name_end,
    parse,
    quoted,
    usage_parts,
)
from camwire.translation import tr

ThingT = TypeVar("ThingT")

Offers: TypeAlias = Callable[[str, str, Mapping[str, str]], Iterable[tuple[str, str]]]
"""`offers(command, parameter, given)` are values that only the camera's state knows, each with a remark, such as the
one in force. `given` are the other arguments as typed, by name."""

SWITCH = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is to stand in place of `Completion.start` to `end`; `label` and `help` are for the list."""

    text: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """All places are those of characters: `start` to `end` and the error's in the text, the hint's in `hint`.

    `hint` is the usage of the command, with the argument at the cursor marked, and `expected` says what that may be.
    `error` is empty where the text may still become right.
    """

    suggestions: tuple[Suggestion, ...] = ()
    start: int = 0
    end: int = 0
    hint: str = ""
    hint_start: int = 0
    hint_end: int = 0
    expected: str = ""
    error: str = ""
    error_start: int = 0
    error_end: int = 0


def complete(text: str, cursor: int, commands: Sequence[Command], offers: Offers | None = None) -> Completion:
    """What to show for `text`; nothing unless it begins with a slash."""
    if not text.startswith("/"):
        return Completion()
    cursor = min(max(cursor, 0), len(text))
    command = found_command(text, commands)
    if cursor <= name_end(text):
        return _naming(text, cursor, command, commands)
    if command is None:
        return _with_error(text, commands, cursor)
    return _arguing(text, cursor, command, offers)


def _naming(text: str, cursor: int, command: Command | None, commands: Sequence[Command]) -> Completion:
    end = name_end(text)
    typed = text[1 : max(cursor, 1)].lower().replace("_", "-")
    suggestions = tuple(
        Suggestion(f"/{each.name}{_gap(text, end, bool(each.parameters))}", f"/{each.name}", each.title)
        for each in _matching(typed, commands, lambda each: each.name)
    )
    if command is None and not suggestions:
        return _with_error(text, commands, -1)
    parts = [] if command is None else usage_parts(command)
    return Completion(suggestions, 0, end, " ".join(parts), 0, len(parts[0]) if parts else 0)


def _arguing(text: str, cursor: int, command: Command, offers: Offers | None) -> Completion:
    words = list(given(text, command))
    word = next((each for each in words if each.start <= cursor <= each.end), None)
    # What stands after a blank where something is put in moves on to the next argument, unless it is named.
    others = [each for each in words if each.start < cursor or each.value_start > each.start or word is not None]
    taken = {id(each.parameter) for each in others if each is not word}
    free = [each for each in command.parameters if id(each) not in taken]
    parameter = word.parameter if word is not None else (free[0] if free else None)
    if word is None and words and words[-1].problem:
        # Nothing can be said of what comes after it.
        parameter, free = None, []
    start, end = (cursor, cursor) if word is None else (word.value_start, word.end)
    suggestions: list[Suggestion] = []
    # A cursor in the name of `name=value` is not at its value.
    if word is None or cursor >= word.value_start:
        typed = "" if word is None else text[start:cursor]
        if parameter is not None:
            known = {each.parameter.name: each.text for each in others if each.parameter and each is not word}
            gap = _gap(text, end, len(free) > 1)
            suggestions.extend(_values(typed, parameter, known, command, gap, offers))
        if _may_be_name(word, cursor):
            suggestions.extend(_names(typed, free, parameter))
    hint, hint_start, hint_end = _marked(command, parameter)
    wrong, wrong_start, wrong_end = _error(text, [command], cursor)
    return Completion(
        tuple(suggestions),
        start,
        end,
        hint,
        hint_start,
        hint_end,
        "" if parameter is None else _remark(parameter),
        wrong,
        wrong_start,
        wrong_end,
    )


def _values(
    typed: str,
    parameter: Parameter,
    others: Mapping[str, str],
    command: Command,
    gap: str,
    offers: Offers | None,
) -> Iterator[Suggestion]:
    known: dict[str, str] = {}
    if parameter.kind == "choice":
        known = {each: tr("if left out") if each == parameter.default else "" for each in parameter.choices}
    elif parameter.kind == "boolean":
        known = {each: tr("if left out") if value is parameter.default else "" for each, value in SWITCH.items()}
    if offers is not None:
        known |= dict(offers(command.name, parameter.name, others))
    for each in _matching(typed.lstrip("\"'"), list(known), str):
        yield Suggestion(f"{quoted(each)}{gap}", each, known[each])


def _names(typed: str, free: Sequence[Parameter], parameter: Parameter | None) -> Iterator[Suggestion]:
    # The name of the one that is due goes without saying, and none of the others can come before one that must.
    others = [] if parameter is not None and parameter.is_required else [each for each in free if each is not parameter]
    for each in free if typed else others:
        if each.name.startswith(typed.lower()):
            yield Suggestion(f"{each.name}=", f"{each.name}=", each.help or expected(each))


def _may_be_name(word: Given | None, cursor: int) -> bool:
    if word is None:
        return True
    is_value = word.value_start > word.start or word.is_quoted
    return not is_value and not any(each.isspace() for each in word.text[: cursor - word.start])


def _marked(command: Command, parameter: Parameter | None) -> tuple[str, int, int]:
    parts = usage_parts(command)
    hint = " ".join(parts)
    place = next((at for at, each in enumerate(command.parameters, 1) if each is parameter), None)
    if place is None:
        return hint, 0, 0
    start = sum(len(each) + 1 for each in parts[:place])
    return hint, start, start + len(parts[place])


def _remark(parameter: Parameter) -> str:
    help = parameter.help.partition("\n")[0]
    return f"{parameter.name}: {expected(parameter)}{help and f'. {help}'}"


def _with_error(text: str, commands: Sequence[Command], cursor: int) -> Completion:
    error, start, end = _error(text, commands, cursor)
    return Completion(error=error, error_start=start, error_end=end)


def _error(text: str, commands: Sequence[Command], cursor: int) -> tuple[str, int, int]:
    """What is wrong, without what is missing at the end yet, and without the word that is being typed."""
    try:
        parse(text, commands)
    except CommandError as error:
        is_missing = error.start == error.end == len(text)
        if not is_missing and not error.start <= cursor <= error.end:
            return str(error), error.start, error.end
    return "", 0, 0


def _gap(text: str, end: int, has_more: bool) -> str:
    """A blank after what is inserted, where something can follow and none is there."""
    return " " if has_more and not text[end : end + 1].isspace() else ""


def _matching(typed: str, things: Sequence[ThingT], name: Callable[[ThingT], str]) -> list[ThingT]:
    """Those whose name begins with what was typed, and after them those that contain it."""
    typed = typed.lower()
    names = [(name(each).lower(), each) for each in things]
    beginning = [each for text, each in names if text.startswith(typed)]
    return beginning + [each for text, each in names if typed in text and not text.startswith(typed)]
