"""A name that nobody has yet."""

from collections.abc import Callable
from itertools import count


def first_free(name: str, is_taken: Callable[[str], bool], numbered: str = "{name} ({number})") -> str:
    """`name`, or, where that is taken, with the first number from 2 on with which it is free, as `numbered` puts it."""
    if not is_taken(name):
        return name
    others = (numbered.format(name=name, number=number) for number in count(2))
    return next(other for other in others if not is_taken(other))
