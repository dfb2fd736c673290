"""The code that a camera shows and a person types into the viewer, once."""

import re
import secrets
from dataclasses import dataclass

from camwire.errors import UsageError
from camwire.pairing.spelling import number_of, spelled
from camwire.translation import tr

DIGITS = 4
WORDS = 2
POSSIBLE = 10**DIGITS * 256**WORDS
"""How many codes there are."""
MOST_TRIES = 3
LASTS_SECONDS = 600.0
MOST_TYPED = 200


@dataclass(frozen=True, slots=True)
class Code:
    """Four digits and two words, `4821-river-candle`."""

    digits: str
    words: tuple[str, ...]

    @classmethod
    def new(cls) -> "Code":
        """One that nobody can foretell."""
        return cls(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", tuple(spelled(secrets.token_bytes(WORDS))))

    @classmethod
    def read(cls, text: str) -> "Code":
        """Read what a person typed: in capitals, with blanks for hyphens, the words shortened to four letters.

        Raises UsageError for what cannot be a code: a slip of the fingers costs no try.
        """
        typed = re.findall(r"[^\W_]+", text[:MOST_TYPED])
        if len(typed) != 1 + WORDS or not re.fullmatch(rf"[0-9]{{{DIGITS}}}", typed[0]):
            raise UsageError(tr("A code is four digits and two words, like 4821-river-candle."))
        return cls(typed[0], tuple(spelled(bytes(map(number_of, typed[1:])))))

    @property
    def secret(self) -> bytes:
        """What both ends begin with."""
        return str(self).encode()

    def __str__(self) -> str:
        return "-".join((self.digits, *self.words))
