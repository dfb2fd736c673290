"""Values of a few fields, and how they are written: a tag and plain items, both ways."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from camwire.values import tags as tags
from camwire.values.refusal import Refused

Record: TypeAlias = list[object]

_EPOCH = datetime(1970, 1, 1)
_EPOCH_DAY = _EPOCH.toordinal()
_MICROSECOND = timedelta(microseconds=1)
_DAY = 24 * 60 * 60 * 1_000_000
_DECIMAL = re.compile(r"-?([0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,6})?|Infinity|s?NaN[0-9]*)")
_MOST_INT_BYTES = tags.INT_BITS // 8 + 1


def of_int(value: int) -> Record:
    """A whole number that msgpack has no room for: two's complement, most significant byte first. Raises Refused."""
    if value.bit_length() > tags.INT_BITS:
        raise Refused("int", f"it has more than {tags.INT_DIGITS:,} digits. Send it as text")
    return [tags.INT, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)]


def is_hashable(value: object) -> bool:
    """Whether one of these can be a key: all but a signalling NaN."""
    return not (isinstance(value, Decimal) and value.is_snan())


def _of_datetime(value: datetime, is_key: bool) -> Record:
    offset = _offset(value)
    if is_key and offset and offset != _offset(value.replace(fold=1 - value.fold)):
        # Such a time is equal to none in another zone (PEP 495), and its equal in UTC could be a key beside it.
        raise Refused("datetime", "the clocks show it twice or never, so it can be no key. Send it in UTC")
    return [tags.DATETIME, (value.replace(tzinfo=None) - _EPOCH) // _MICROSECOND, value.fold, *offset]


def _of_date(value: date, is_key: bool) -> Record:
    return [tags.DATE, value.toordinal() - _EPOCH_DAY]


def _of_time(value: time, is_key: bool) -> Record:
    microseconds = ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000 + value.microsecond
    return [tags.TIME, microseconds, value.fold, *_offset(value)]


def _of_timedelta(value: timedelta, is_key: bool) -> Record:
    return [tags.TIMEDELTA, value.days, value.seconds * 1_000_000 + value.microseconds]


def _of_uuid(value: UUID, is_key: bool) -> Record:
    return [tags.UUID, value.bytes]


def _of_decimal(value: Decimal, is_key: bool) -> Record:
    if not _is_printable(value):
        most, exponent = tags.DECIMAL_DIGITS, tags.DECIMAL_EXPONENT
        raise Refused("Decimal", f"{most:,} digits and exponents up to ±{exponent:,} are possible. Send it as text")
    # The letter is small where the user's context says so.
    return [tags.DECIMAL, str(value).replace("e", "E")]


def _of_complex(value: complex, is_key: bool) -> Record:
    return [tags.COMPLEX, value.real, value.imag]


def _offset(value: datetime | time) -> tuple[int, ...]:
    """Microseconds from UTC; nothing for what has no zone."""
    if value.tzinfo is None:
        return ()
    try:
        offset = value.utcoffset()
    except Exception as error:
        # It is somebody's own class.
        raise Refused(type(value).__name__, f"its time zone fails ({error})") from error
    if offset is None:
        raise Refused(type(value).__name__, "its time zone does not say how far it is from UTC. Send it with a date")
    return (offset // _MICROSECOND,)


def _is_printable(number: Decimal) -> bool:
    """Whether nobody who prints `number` waits for that."""
    _, digits, exponent = number.as_tuple()
    return len(digits) <= tags.DECIMAL_DIGITS and (isinstance(exponent, str) or abs(exponent) <= tags.DECIMAL_EXPONENT)


def _int(number: bytes) -> int:
    _need(type(number) is bytes and 1 <= len(number) <= _MOST_INT_BYTES)
    value = int.from_bytes(number, "big", signed=True)
    _need(value.bit_length() <= tags.INT_BITS)
    return value


def _datetime(microseconds: int, fold: int, *offset: int) -> datetime:
    _need_ints(microseconds, fold, *offset)
    return (_EPOCH + timedelta(microseconds=microseconds)).replace(fold=fold, tzinfo=_zone(offset))


def _date(days: int) -> date:
    _need_ints(days)
    return date.fromordinal(_EPOCH_DAY + days)


def _time(microseconds: int, fold: int, *offset: int) -> time:
    _need_ints(microseconds, fold, *offset)
    _need(0 <= microseconds < _DAY)
    return (_EPOCH + timedelta(microseconds=microseconds)).time().replace(fold=fold, tzinfo=_zone(offset))


def _timedelta(days: int, microseconds: int) -> timedelta:
    _need_ints(days, microseconds)
    _need(0 <= microseconds < _DAY)
    return timedelta(days=days, microseconds=microseconds)


def _uuid(number: bytes) -> UUID:
    _need(type(number) is bytes and len(number) == 16)
    return UUID(bytes=number)


def _decimal(text: str) -> Decimal:
    _need(type(text) is str and len(text) <= tags.DECIMAL_DIGITS + 20 and _DECIMAL.fullmatch(text) is not None)
    number = Decimal(text)
    _need(_is_printable(number))
    return number


def _complex(real: float, imaginary: float) -> complex:
    _need(type(real) is float and type(imaginary) is float)
    return complex(real, imaginary)


def _zone(offset: tuple[int, ...]) -> timezone | None:
    _need(len(offset) <= 1)
    return timezone(timedelta(microseconds=offset[0])) if offset else None


def _need_ints(*fields: object) -> None:
    _need(all(type(each) is int for each in fields))


def _need(fact: bool) -> None:
    if not fact:
        raise ValueError("fields that do not fit")


MOST_PARTS = 3

WRITERS: dict[type, Callable[[Any, bool], Record]] = {
    datetime: _of_datetime,
    date: _of_date,
    time: _of_time,
    timedelta: _of_timedelta,
    UUID: _of_uuid,
    Decimal: _of_decimal,
    complex: _of_complex,
}
"""By type: tag and fields of a value, which may be a key. They raise Refused."""

READERS: dict[int, Callable[..., object]] = {
    tags.INT: _int,
    tags.DATETIME: _datetime,
    tags.DATE: _date,
    tags.TIME: _time,
    tags.TIMEDELTA: _timedelta,
    tags.UUID: _uuid,
    tags.DECIMAL: _decimal,
    tags.COMPLEX: _complex,
}
"""By tag: the value of fields, whatever these are. They raise ValueError, TypeError or OverflowError."""
