"""The kinds of arguments: of each, the check that a value fits.

Every check takes a parameter and a value, returns the value as the function is to get it, and raises CommandError.
"""

import math
from collections.abc import Callable

from camwire.commands.error import CommandError
from camwire.commands.wanted import extent, misfit
from camwire.settable import Settable
from camwire.translation import tr
from camwire.wording import SHOWN_BITS, amount, numeral


def _checked_text(parameter: Settable, value: object) -> object:
    if not isinstance(value, str):
        raise misfit(parameter, value)
    return value


def _checked_integer(parameter: Settable, value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise misfit(parameter, value)
    return _in_range(parameter, int(value))


def _checked_number(parameter: Settable, value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise misfit(parameter, value)
    try:
        number = float(value)
    except OverflowError:
        raise misfit(parameter, value) from None
    if not math.isfinite(number):
        raise misfit(parameter, value)
    return _in_range(parameter, number)


def _checked_boolean(parameter: Settable, value: object) -> object:
    if not isinstance(value, bool):
        raise misfit(parameter, value)
    return value


def _checked_choice(parameter: Settable, value: object) -> object:
    # A choice between numbers is written as text too, and a program would give the number.
    is_number = isinstance(value, int) and not isinstance(value, bool) and value.bit_length() <= SHOWN_BITS
    text = str(value) if is_number else value
    if not isinstance(text, str) or text not in parameter.choices:
        raise misfit(parameter, value)
    return text


def _checked_json(parameter: Settable, value: object) -> object:
    return value


def _in_range(parameter: Settable, number: int | float) -> int | float:
    least, most = parameter.least, parameter.most
    if (least is not None and number < least) or (most is not None and number > most):
        raise CommandError(extent(parameter))
    if parameter.step is not None:
        _check_step(parameter, number, parameter.step, least or 0)
    return number


def _check_step(parameter: Settable, number: int | float, step: int | float, first: int | float) -> None:
    if isinstance(number, int):
        below = (number - first) // step * step + first
        is_on_step = below == number
    else:
        count = (number - first) / step
        if not math.isfinite(count):
            return
        below = math.floor(count) * step + first
        # 0.3 is not exactly three times 0.1.
        is_on_step = abs(count - round(count)) < 1e-6
    if not is_on_step:
        above = below + step
        near = amount(below, parameter.unit)
        if parameter.most is None or above <= parameter.most:
            near = tr("{below} or {above}", below=numeral(below), above=amount(above, parameter.unit))
        raise CommandError(
            tr("{name} goes in steps of {step}: {near}.", name=parameter.name, step=numeral(step), near=near)
        )


CHECKS: dict[str, Callable[[Settable, object], object]] = {
    "text": _checked_text,
    "integer": _checked_integer,
    "number": _checked_number,
    "boolean": _checked_boolean,
    "choice": _checked_choice,
    "json": _checked_json,
}
