"""Names in the order in which a person looks for them: capital letters do not count, and numbers do by their value."""

import re

_NUMBER = re.compile(r"([0-9]+)")


def natural(name: str) -> list[tuple[int, str]]:
    """The key by which to sort: `Demo 2` comes before `Demo 10`."""
    # Texts and numbers take turns, so that only like is compared with like. As many digits as there are: no bound.
    parts = _NUMBER.split(name.casefold())
    return [_of_number(part) if place % 2 else (0, part) for place, part in enumerate(parts)]


def _of_number(digits: str) -> tuple[int, str]:
    plain = digits.lstrip("0")
    return len(plain), plain
