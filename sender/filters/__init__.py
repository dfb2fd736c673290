"""What is done to pictures before they are encoded: one file each, found by being here."""

import importlib
import pkgutil
from collections.abc import Iterable, Sequence

from camwire.errors import UsageError
from sender.filters.base import Filter

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Filter]]:
    """All filters that can be asked for by a word."""
    return {each.name: each for each in sorted(Filter.__subclasses__(), key=lambda each: each.name) if each.name}


def filter_for(spec: str) -> Filter:
    """Make the filter that `spec` means: its name, and what it takes behind a colon. Raises UsageError."""
    name, _, value = spec.strip().partition(":")
    if name not in registered():
        known = ", ".join(each.asked_as for each in registered().values())
        raise UsageError(f"There is no filter “{name[:40]}”. There are: {known}.")
    return registered()[name].from_value(value)


def made_filters(given: "str | Filter | Iterable[str | Filter]") -> Sequence[Filter]:
    """The filters that are meant, in their order. Raises UsageError for what is none."""
    each_given = [given] if isinstance(given, str | Filter) else given
    made: list[Filter] = []
    for each in each_given if isinstance(each_given, Iterable) else [each_given]:
        if not isinstance(each, str | Filter):
            raise UsageError(f"{each!r} is no filter. Give its name, like 'stabiliser', or a Filter of your own.")
        made.append(each if isinstance(each, Filter) else filter_for(each))
    return made
