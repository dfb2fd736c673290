"""The code of a pairing, as a person types it."""

from contextlib import suppress

from camwire.errors import UsageError
from camwire.pairing.code import Code

READS = ("camwire.pairing.code", "camwire.pairing.spelling")


def take(data: bytes) -> None:
    with suppress(UsageError):
        code = Code.read(data.decode("utf-8", "replace"))
        assert Code.read(str(code)) == code


def seeds() -> dict[str, bytes]:
    code = Code("0471", ("river", "candle"))
    return {"code": str(code).encode(), "blanks": b"0471 RIVER cand", "slip": b"0471-rivr-candle"}
