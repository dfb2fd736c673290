"""The controls of a source, found by the names that people type."""

import difflib
from collections.abc import Sequence

from camwire.errors import UsageError
from camwire.wording import cut
from sender.control import Control, HasControls, Value, plain_name
from sender.sources.base import Source


def find(source: Source, name: str, beside: Sequence[Control] = ()) -> Control:
    """The control `name` of `source`. In the capture thread.

    Raises UsageError that names all there are, also those that can be set `beside` them.
    """
    known = source.controls()
    wanted = plain_name(name)
    for control in known:
        if plain_name(control.name) == wanted:
            return control
    names, others = [each.name for each in known], [each.name for each in beside]
    meant = difflib.get_close_matches(cut(wanted), [*names, *others], 1)
    raise UsageError(absent(name, names, others, source.without_controls, *meant))


def absent(name: str, known: Sequence[str], beside: Sequence[str], without_controls: str, meant: str = "") -> str:
    """A sentence that there is no control `name`, with those that there are, and which may be `meant`.

    `known` are the source's; it says why it is `without_controls` if it has none.
    """
    names = ", ".join((*known, *beside))
    if not known:
        return without_controls + (f" Of what is sent can be set: {names}." if names else "")
    question = f"Did you mean {meant}? " if meant else ""
    return f"There is no control “{cut(name)}”. {question}There are: {names}."


def read(source: Source, name: str, beside: Sequence[Control] = ()) -> Value:
    """The value of control `name` that is in force. In the capture thread. Raises UsageError."""
    return source.get(find(source, name, beside).name)


def change(source: Source, name: str, value: object, beside: Sequence[Control] = ()) -> Value:
    """Set control `name`; return the value in force then. In the capture thread. Raises UsageError.

    A value out of range never reaches the source.
    """
    control = find(source, name, beside)
    return source.set(control.name, control.checked(value))


def table(source: HasControls) -> list[dict[str, Value | None]]:
    """All controls of `source`, one row each. Of a source, in the capture thread. Raises UsageError."""
    return [
        {
            "name": each.name,
            "value": value_or_none(source, each),
            "range": each.range,
            "unit": each.unit,
            "default": each.default,
            **({"note": each.fixed} if each.fixed else {}),
        }
        for each in source.controls()
    ]


def value_or_none(source: HasControls, control: Control) -> Value | None:
    """The value of `control`, or None: one that the driver does not tell leaves the others readable."""
    try:
        return source.get(control.name)
    except UsageError:
        return None
