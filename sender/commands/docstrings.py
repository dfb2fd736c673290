"""What the docstring of a function says of it, and of its parameters."""

import re

from camwire.commands import HELP_CHARACTERS

# `:param int pan: …`, `pan: …` and `pan (int): …`
_ABOUT = re.compile(r"\s*(?::param\s+(?:[^:]*\s)?(\w+)\s*:|(\w+)\s*(?:\([^)]*\))?\s*:)\s+(\S.*)")


def documented(docstring: str, names: set[str]) -> tuple[str, dict[str, str]]:
    """The first paragraph, and what is said of each of `names`."""
    about: dict[str, str] = {}
    paragraph: list[str] = []
    is_first, latest, indent = True, "", 0
    for line in docstring.splitlines():
        match = _ABOUT.match(line)
        name = (match[1] or match[2]) if match else ""
        if match and name in names:
            about[name], latest, indent = match[3].strip(), name, len(line) - len(line.lstrip())
        elif latest and line.strip() and len(line) - len(line.lstrip()) > indent:
            about[latest] += f" {line.strip()}"
        else:
            latest = ""
            is_first = is_first and bool(line.strip())
            if is_first and not line.lstrip().startswith(":"):
                paragraph.append(line.strip())
    return _shortened("\n".join(paragraph)), {name: _shortened(text) for name, text in about.items()}


def _shortened(text: str) -> str:
    return text if len(text) <= HELP_CHARACTERS else f"{text[: HELP_CHARACTERS - 1]}…"
