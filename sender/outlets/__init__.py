"""The foreign formats a camera can send: one file each, found by being here."""

import importlib
import pkgutil

from sender.outlets.base import Outlet

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> dict[str, type[Outlet]]:
    """All of them by name."""
    return {each.name: each for each in sorted(Outlet.__subclasses__(), key=lambda each: each.name)}
