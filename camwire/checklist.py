"""Looking whether everything is here that a program needs: one check after the other, and a line for each."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType


def go_through(checks: Mapping[str, Callable[[], str]], say: Callable[[str], None]) -> bool:
    """Carry out `checks`; `say` a line for each, with what it returned or why it failed. Returns whether all went well.

    A check that fails raises any exception. The others are made all the same.
    """
    is_all_well = True
    for name, check in checks.items():
        try:
            say(f"ok       {name}: {check()}")
        except Exception as error:
            is_all_well = False
            say(f"MISSING  {name}: {type(error).__name__}: {error}")
    return is_all_well


def all_modules(packages: Iterable[ModuleType]) -> str:
    """Load every module of `packages`; return how many there are. Raises what the first that fails raises."""
    count = 0
    for package in packages:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith(".__main__"):
                importlib.import_module(found.name)
                count += 1
    return f"{count} modules"


def named(found: Iterable[str], needed: Iterable[str]) -> str:
    """The names in `found`, as a list. Raises LookupError with those of `needed` that are not among them."""
    names = sorted(found)
    missing = sorted(set(needed) - set(names))
    if missing:
        raise LookupError(", ".join(missing))
    return ", ".join(names)
