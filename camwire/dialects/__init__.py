"""The wire formats a camera may speak: one file each, found by being here."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Sequence

from camwire.dialects.base import Caller, Dialect
from camwire.frame import Payload

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Dialect]]:
    """All dialects by name."""
    return {dialect.name: dialect for dialect in sorted(_complete(), key=lambda each: each.name)}


def detect(parts: Sequence[Payload]) -> tuple[type[Dialect], Caller] | None:
    """The dialect of a camera whose first message is `parts`, and who it says it is; None if nobody here speaks it.

    No message is claimed by two dialects.
    """
    for dialect in registered().values():
        caller = dialect.caller(parts)
        if caller is not None:
            return dialect, caller
    return None


def _complete() -> Iterator[type[Dialect]]:
    """Every class below `Dialect` that leaves nothing open."""
    below = Dialect.__subclasses__()
    while below:
        each = below.pop()
        below += each.__subclasses__()
        if not inspect.isabstract(each):
            yield each
