"""Messages of several parts as one string of bytes, which a fuzzer can cut and join without breaking all of it."""

from collections.abc import Iterable

from tests.fuzz.mutations import Parts

PART = b"\xfe/\xfe"
MESSAGE = b"\xfe|\xfe"
# More than any input of a useful size has.
MOST_MESSAGES = 64


def joined(messages: Iterable[Iterable[bytes]]) -> bytes:
    """The bytes of `messages`. What holds a mark itself comes apart there."""
    return MESSAGE.join(PART.join(bytes(part) for part in parts) for parts in messages)


def apart(data: bytes) -> list[Parts]:
    """The messages in `data`, whatever it is."""
    return [message.split(PART) for message in data.split(MESSAGE)[:MOST_MESSAGES]]
