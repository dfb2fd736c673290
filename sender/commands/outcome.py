"""How a command ended, in words for who gave it."""

from dataclasses import dataclass

from camwire.errors import UsageError
from sender.words import words_of

CANCELLED = "Cancelled."
STILL_RUNNING = "Cancelled, but it has not stopped: it may still be running."


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: with `value`, or with `error`, a sentence for the viewer, when that is not empty."""

    value: object = None
    error: str = ""
    is_cancelled: bool = False


def cancelled(words: str = CANCELLED) -> Outcome:
    """It was not wanted any more."""
    return Outcome(error=words, is_cancelled=True)


def failure(name: str, error: BaseException) -> Outcome:
    """The command `name` has raised `error`."""
    words = words_of(error)
    if isinstance(error, UsageError):
        return Outcome(error=words)
    return Outcome(error=f"/{name} failed: {type(error).__name__}{words and f': {words}'}")
