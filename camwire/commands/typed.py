"""What a typed word means for the parameter it is for."""

import json
from collections.abc import Callable

from camwire.commands.checking import checked_value
from camwire.commands.declared import Parameter
from camwire.commands.wanted import misfit

ON_OFF = {"on": True, "off": False, "yes": True, "no": False, "true": True, "false": False}


def typed_value(parameter: Parameter, text: str, is_quoted: bool = False) -> object:
    """What a typed word means for `parameter`: a number may bear its unit. Raises CommandError."""
    reader = _READERS.get(parameter.kind)
    if parameter.kind == "json":
        return text if is_quoted else _typed_json(text)
    return checked_value(parameter, text if reader is None else reader(parameter, text))


def _typed_integer(parameter: Parameter, text: str) -> object:
    number = _without_unit(parameter, text)
    try:
        return int(number, 16) if number.lower().startswith("0x") else int(number)
    except ValueError:
        raise misfit(parameter, text) from None


def _typed_number(parameter: Parameter, text: str) -> object:
    try:
        return float(_without_unit(parameter, text))
    except ValueError:
        raise misfit(parameter, text) from None


def _typed_boolean(parameter: Parameter, text: str) -> object:
    try:
        return ON_OFF[text.lower()]
    except KeyError:
        raise misfit(parameter, text) from None


def _typed_choice(parameter: Parameter, text: str) -> object:
    if text in parameter.choices:
        return text
    alike = [each for each in parameter.choices if each.lower() == text.lower()]
    return alike[0] if len(alike) == 1 else text


def _typed_json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _without_unit(parameter: Parameter, text: str) -> str:
    return text.removesuffix(parameter.unit).rstrip() if parameter.unit else text


_READERS: dict[str, Callable[[Parameter, str], object]] = {
    "integer": _typed_integer,
    "number": _typed_number,
    "boolean": _typed_boolean,
    "choice": _typed_choice,
}
