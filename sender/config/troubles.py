"""What is wrong in a configuration file: gathered, and told together, each with its line."""

from pathlib import Path

from camwire.errors import UsageError
from sender.config import lines

# Who made one mistake everywhere need not read of it everywhere.
MOST_TOLD = 20


class Troubles:
    """Those of the file at `path`, whose `text` is valid TOML."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._found: list[tuple[int, str]] = []

    def place(self, where: lines.Path) -> str:
        """What stands at `where`, for a person to find."""
        return f"{self._path}, line {lines.line_of(self._text, where)}"

    def add(self, where: lines.Path, sentence: str) -> None:
        """`sentence` says what is wrong with what stands at `where`."""
        self._found.append((lines.line_of(self._text, where), sentence))

    def tell(self) -> None:
        """Raise UsageError, if there are any: a sentence a line, the first of them in the file."""
        told = [f"{self._path}, line {line}: {sentence}" for line, sentence in sorted(self._found)]
        more = len(told) - MOST_TOLD
        if more > 0:
            told[MOST_TOLD:] = [f"{self._path}: and {more:,} more. Mend these first."]
        if told:
            raise UsageError("\n".join(told))
