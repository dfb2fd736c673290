"""Caps of memory and processors, as systemd.resource-control(5) writes them.

systemd warns of a value that it does not understand, and then caps nothing: here it is refused.
"""

import re

from camwire.errors import UsageError
from camwire.wording import cut

INFINITY = "infinity"
# A number alone counts bytes. With so little the camera would be ended again and again.
LEAST_MEMORY = 64 * 1024**2
MOST_MEMORY = 2**63
# With less it would not come up before systemd loses patience.
LEAST_QUOTA = 10
# Of a number with zeros before it systemd takes some for octal.
_MEMORY = re.compile(r"([1-9][0-9]{0,18})([KMGT]?)")
_SHARE = re.compile(r"([1-9][0-9]{0,4})%")
_FACTORS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}


def check_memory(said: str) -> None:
    """Raise UsageError for what is no cap of memory, or one under which no camera runs."""
    amount, share = _MEMORY.fullmatch(said), _SHARE.fullmatch(said)
    size = int(amount[1]) * _FACTORS[amount[2]] if amount else LEAST_MEMORY
    is_one = said == INFINITY or (amount and size < MOST_MEMORY) or (share and int(share[1]) <= 100)
    if not is_one or size < LEAST_MEMORY:
        why = "is too little memory: a camera needs at least 64M" if is_one else "is no amount of memory"
        raise UsageError(f"“{cut(said)}” {why}. Write it like 256M, 60% or infinity.")


def check_quota(said: str) -> None:
    """Raise UsageError for what is no share of processors, or too small a one."""
    share = _SHARE.fullmatch(said)
    if share and int(share[1]) < LEAST_QUOTA:
        raise UsageError(f"“{said}” of a processor is too little. Write at least {LEAST_QUOTA}%.")
    if not share and said != INFINITY:
        raise UsageError(f"“{cut(said)}” is no share of processors. Write it like 150%, or infinity.")
