"""A configuration file as TOML, whatever somebody may have put there."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeAlias

from camwire.errors import UsageError

Table: TypeAlias = "dict[str, Any]"

# More than anybody writes.
MOST_BYTES = 65_536
# For a key of many parts the parser takes seconds; nobody writes one of so many, nor another line with as many dots.
MOST_DOTS = 4000
VALUES = 'Text stands in quotes, as in name = "porch"; true and false are written small.'
_POSITION = re.compile(r" \(at (?:(line \d+, column \d+)|(end of document))\)")


def parsed(path: Path) -> tuple[str, Table]:
    """The text of a file, its lines ended by `\\n` alone, and what it says. Raises UsageError."""
    text = _text(path)
    if max(line.count(".") for line in text.split("\n")) > MOST_DOTS:
        raise _too_deep(path)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        where = "" if found is None else f", {found[1] or 'at its end'}"
        why = _POSITION.sub("", str(error))
        # What is written most often by those who know other formats.
        hint = f" {VALUES}" if why == "Invalid value" else ""
        raise UsageError(f"{path}{where}: this is no TOML. {why}.{hint}") from None
    except ValueError:
        # Python reads no number of thousands of digits, and says so in words for those who write programs.
        raise UsageError(f"{path}: this is no TOML. A number in it has too many digits.") from None
    except RecursionError:
        raise _too_deep(path) from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Check its name and who may read it.") from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{path} is too large for a configuration: at most {MOST_BYTES:,} bytes.")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not written in UTF-8. Save it as UTF-8 in your editor.") from None


def _too_deep(path: Path) -> UsageError:
    return UsageError(f"{path}: this is nested too deeply for a configuration.")
