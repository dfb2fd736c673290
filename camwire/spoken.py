"""Values of foreign formats as text for a chat box, and the strict check of what may be said in return."""

import json
from collections.abc import Callable, Mapping

from camwire import limits
from camwire.errors import UsageError
from camwire.translation import tr

MOST_LEVELS = 50


def text_of(value: object) -> str:
    """Text that a person can read, of any value that JSON or msgpack gave us. Never raises."""
    if isinstance(value, str):
        text = value
    else:
        try:
            text = _json(value)
        except (ValueError, TypeError, RecursionError):
            text = f"a value that cannot be shown ({type(value).__name__})"
    if len(text) > limits.TEXT_CHARACTERS:
        text = f"{text[: limits.TEXT_CHARACTERS - 1]}…"
    # Half of a character can stand in JSON, and nowhere else.
    return text.encode("utf-8", "replace").decode("utf-8")


def name_of(value: object) -> str:
    """A name that fits on a line and shows as what it is, of anything a camera may send: no control characters, and
    none that turn the direction of what follows."""
    text = "".join(each if each.isprintable() else " " for each in text_of(value)[: 8 * limits.NAME_CHARACTERS])
    return " ".join(text.split())[: limits.NAME_CHARACTERS].strip()


def check(
    value: object, rules: Mapping[type, str], is_key: Callable[[object], bool], path: str = "it", level: int = 0
) -> None:
    """Raise UsageError, with the place inside `value`, unless all of it is of a type that `rules` knows and allows.

    `rules` names types and why a value of that type cannot be said; an empty sentence allows it.
    """
    if level > MOST_LEVELS:
        raise UsageError("The message cannot be sent: its values are nested too deeply.")
    kind = type(value)
    why_not = rules.get(kind, f"this camera's format cannot carry {kind.__name__}")
    if why_not:
        raise UsageError(f"The message cannot be sent: {path} is {kind.__name__}, and {why_not}.")
    if isinstance(value, str):
        check_text(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not is_key(key):
                raise UsageError(f"The message cannot be sent: {path} has the key {key!r}, and keys must be text.")
            if isinstance(key, str):
                check_text(key)
            check(inner, rules, is_key, f"{path}[{key!r}]", level + 1)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            check(inner, rules, is_key, f"{path}[{place}]", level + 1)


def check_text(text: str) -> None:
    """Raise UsageError, with the reason, for text that no message can hold."""
    if len(text) > limits.TEXT_CHARACTERS:
        raise UsageError(
            tr(
                "The message has {count:,} characters; at most {most:,} fit in one. Split it.",
                count=len(text),
                most=limits.TEXT_CHARACTERS,
            )
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(tr("The message holds half of a character (a lone surrogate). Type it again.")) from error


def _json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=repr)
    except TypeError:
        # It has keys that JSON does not know. That is rare, and writing them out takes long.
        return json.dumps(_plain(value), ensure_ascii=False, default=repr)


def _plain(value: object) -> object:
    """Keys that JSON does not know, written out."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
