"""Everything that reads what others wrote: one file each, found by being here.

Each has `take(data)`, which reads `data` as the product would and raises nothing but for a mistake; `seeds()`, inputs
made by our own writers, by name; and `READS`, the modules that are meant. One that keeps something open has `close()`.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Protocol, cast


class Parser(Protocol):
    """What each of the files is."""

    READS: tuple[str, ...]

    def take(self, data: bytes) -> object: ...

    def seeds(self) -> Mapping[str, bytes]: ...


def names() -> list[str]:
    """All of them."""
    return [module.name for module in pkgutil.iter_modules(__path__)]


def load(name: str) -> Parser:
    """The one of that name; what it reads with is imported then."""
    return cast(Parser, importlib.import_module(f"{__name__}.{name}"))


def close(parser: Parser) -> None:
    """Let it go of what it keeps open. It can be used again."""
    getattr(parser, "close", lambda: None)()
