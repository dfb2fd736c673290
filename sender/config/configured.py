"""Cameras as they were asked for: on the command line, in a configuration file, or in both."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from camwire.errors import UsageError
from camwire.printable import printable
from sender.config.arguments import parser
from sender.config.inspection import Inspection, require_own_source, require_whole_paths, warnings
from sender.config.keys import KEYS, Kind
from sender.outlook import Outlook

_OPTION = re.compile(r"--([a-z][a-z-]*[a-z])")


class Checked(Protocol):
    """What can be asked whether it would work."""

    def check(self) -> Outlook: ...


MadeT = TypeVar("MadeT")
Make = Callable[[argparse.Namespace], MadeT]


def asked_for(words: Sequence[str]) -> list[argparse.Namespace]:
    """The words of each camera. Those of the command line come before those of its --config, and hold for all.

    Exits as argparse does; raises UsageError for a file with mistakes.
    """
    given = parser().parse_args(words)
    if given.config is None:
        return [given]
    # Few programs need it, and all of them begin here.
    from sender.config.file import read

    found = []
    for camera in read(Path(given.config)):
        it = parser()
        it.set_defaults(**camera.words, place=camera.place)
        found.append(it.parse_args(words))
    return found


def made(asked: Iterable[argparse.Namespace], make: "Make[MadeT]") -> list[MadeT]:
    """Have `make` make each of them. Its UsageErrors are told with their place in the file."""
    found = []
    for each in asked:
        try:
            found.append(make(each))
        except UsageError as error:
            raise UsageError(_in_file(each.place, str(error))) from None
    return found


def check(path: Path, make: "Make[Checked]") -> Inspection:
    """Return what the cameras of a file will show. Raises UsageError for what is wrong before anything is opened."""
    found: list[Outlook] = []
    told: list[str] = []

    def checked(arguments: argparse.Namespace) -> None:
        try:
            outlook = make(arguments).check()
        except Exception as error:
            # A source may refuse its options in any way it likes.
            raise UsageError(str(error) or type(error).__name__) from None
        require_whole_paths(arguments)
        require_own_source(arguments, outlook, found)
        found.append(outlook)
        told.extend(_in_file(arguments.place, sentence) for sentence in warnings(arguments))

    made(asked_for([f"--config={path}"]), checked)
    return Inspection([printable(str(each)) for each in found], told)


def _in_file(place: str, sentences: str) -> str:
    """Sentences that were written for the command line, a line each, for who wrote the file at `place`."""
    return "\n".join(_line_in_file(place, each) for each in sentences.split("\n"))


def _line_in_file(place: str, sentence: str) -> str:
    if not place:
        return sentence

    def as_key(found: "re.Match[str]") -> str:
        key = KEYS.get(found[1])
        if key is None:
            return found[0]
        return f"“{found[1]} = true”" if key.kind is Kind.SWITCH else f"“{found[1]}”"

    return f"{place}: {_OPTION.sub(as_key, sentence)}"
