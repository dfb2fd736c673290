"""How many keys and members a value may have, so that filling its dicts and sets never takes long.

Python seeds the hashes of text and bytes by chance. All others can be computed: who wants to can make every member fall
on the places of all others, and a hundred thousand of them take minutes.
"""

from collections.abc import Collection
from itertools import pairwise

MOST_OTHERS = 10_000
MOST_ALIKE = 32


class Crowds:
    """The keys and members of one value, dict by dict and set by set."""

    def __init__(self) -> None:
        self._others = 0

    def why_not(self, keys: Collection[object]) -> str:
        """The reason why these cannot be in one more dict or set, to follow "and"; empty if they can."""
        if len(keys) <= MOST_ALIKE:
            return ""
        # No dict counts them here: it would take as long as the one that is feared.
        hashes = sorted(hash(key) for key in keys if type(key) is not str and type(key) is not bytes)
        self._others += len(hashes)
        if self._others > MOST_OTHERS:
            return f"with it there are more than {MOST_OTHERS:,} keys and members that are not text. Send them as lists"
        alike = 1
        for one, other in pairwise(hashes):
            alike = alike + 1 if one == other else 1
            if alike > MOST_ALIKE:
                return f"more than {MOST_ALIKE} of its keys or members have the same hash. Send it as a list"
        return ""
