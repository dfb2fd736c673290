"""What stands first in a msgpack array of a value, and says what the array is. `docs/protocol.md` has the table."""

LIST = 1
TUPLE = 2
DICT = 3
SET = 4
FROZENSET = 5
INT = 6
DATETIME = 7
DATE = 8
TIME = 9
TIMEDELTA = 10
UUID = 11
DECIMAL = 12
COMPLEX = 13
BYTES = 14
ARRAY = 15
SCALAR = 16
JPEG = 17

INLINE_BYTES = 1024
"""Bytes up to here stand in the blob; longer ones travel beside it, in a part of their own."""

# Python refuses to print whole numbers of more than 4,300 digits: every one of so many bits has fewer.
INT_BITS = 14_280
INT_DIGITS = 4_298

# A decimal number of a few bytes may stand for a billion zeros.
DECIMAL_DIGITS = 4_300
DECIMAL_EXPONENT = 9_999
