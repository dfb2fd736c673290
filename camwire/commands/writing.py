"""Commands as they are written: how to type one, the line for given arguments, and tables of what there is."""

import json
import re
from collections.abc import Mapping

from camwire.commands.declared import Command, Parameter
from camwire.commands.names import NAMED
from camwire.wording import cut, plain


def usage(command: Command) -> str:
    """How to write `command`, on one line: `/move <pan> [tilt=0]`."""
    return " ".join(usage_parts(command))


def usage_parts(command: Command) -> list[str]:
    """The words of the usage: the command, and one word for each parameter."""
    return [f"/{command.name}", *(_usage_part(each) for each in command.parameters)]


def _usage_part(parameter: Parameter) -> str:
    name = f"{parameter.name}…" if parameter.takes_rest else parameter.name
    if parameter.is_required:
        return f"<{name}>"
    return f"[{name}]" if parameter.default in (None, "") else f"[{name}={cut(_word(parameter, parameter.default))}]"


def written(command: Command, arguments: Mapping[str, object]) -> str:
    """The line to type for these arguments, which fit: required ones in their order, others by name, None left out."""
    words = [f"/{command.name}"]
    is_in_order = True
    for each in command.parameters:
        value = arguments.get(each.name)
        if value is None:
            is_in_order = False
            continue
        is_in_order = is_in_order and (each.is_required or each.takes_rest)
        word = _word(each, value)
        words.append(word if is_in_order else f"{each.name}={word}")
    return " ".join(words)


def quoted(text: str) -> str:
    """`text` as one word of a typed line, in quotes only where it needs them."""
    if text and not re.search(r"\s", text) and text[0] not in "\"'" and not NAMED.match(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _word(parameter: Parameter, value: object) -> str:
    """`value` as it is typed."""
    if value is None:
        return ""
    if isinstance(value, bool) and parameter.kind == "boolean":
        return "on" if value else "off"
    if parameter.kind in ("json", "integer"):
        return _json_word(value)
    text = str(plain(value) if isinstance(value, float) else value)
    if parameter.takes_rest and text and text == text.strip() and text[0] not in "\"'" and not NAMED.match(text):
        return text
    return quoted(text)


def _json_word(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, TypeError, RecursionError):
        return "…"
