"""How much of a parser a corpus reaches: `python -m tests.fuzz.lines NAME FOLDER` prints `reached all`, in lines."""

import importlib.util
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.fuzz import parsers


class Reached:
    """The lines of some files that were run while it was in force. One thread."""

    def __init__(self, files: Iterable[str]) -> None:
        self.lines: dict[str, set[int]] = {file: set() for file in files}

    def __enter__(self) -> "Reached":
        sys.settrace(self._called)
        return self

    def __exit__(self, *error: object) -> None:
        sys.settrace(None)

    def _called(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._stepped if frame.f_code.co_filename in self.lines else None

    def _stepped(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.lines[frame.f_code.co_filename].add(frame.f_lineno)
        return self._stepped


def possible(file: str) -> set[int]:
    """All lines of functions in a file that can be run."""
    whole = compile(Path(file).read_text(), file, "exec")
    return {
        line for code in _functions(whole) for *_, line in code.co_lines() if line not in (None, code.co_firstlineno)
    }


def measured(name: str, folder: Path) -> tuple[int, int]:
    """How many lines of what a parser reads with all inputs in `folder` reach, and how many there are."""
    parser = parsers.load(name)
    specs = (importlib.util.find_spec(module) for module in parser.READS)
    files = {spec.origin: possible(spec.origin) for spec in specs if spec is not None and spec.origin is not None}
    with Reached(files) as reached:
        for path in folder.iterdir():
            with suppress(Exception):
                parser.take(path.read_bytes())
    return sum(len(reached.lines[file] & lines) for file, lines in files.items()), sum(map(len, files.values()))


def _functions(code: CodeType, is_function: bool = False) -> Iterator[CodeType]:
    if is_function:
        yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            # The body of a class is run once, when it is imported; what takes arguments or is optimised is a function.
            yield from _functions(each, bool(each.co_flags & 0x1))


if __name__ == "__main__":
    print(*measured(sys.argv[1], Path(sys.argv[2])))
