"""The wire formats a camera may speak: one file each, found by being here."""

import importlib
import pkgutil
from collections.abc import Sequence

from camwire.dialects.base import Dialect
from camwire.frame import Payload

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Dialect]]:
    """All dialects by name."""
    return {dialect.name: dialect for dialect in sorted(Dialect.__subclasses__(), key=lambda each: each.name)}


def detect(parts: Sequence[Payload]) -> type[Dialect] | None:
    """The dialect of a camera whose first message is `parts`, or None when nobody here speaks it."""
    return next((dialect for dialect in registered().values() if dialect.recognises(parts)), None)
