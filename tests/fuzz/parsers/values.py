"""Values beside the text of a line."""

from contextlib import suppress
from typing import Any

import numpy as np

from camwire.errors import UsageError, WireError
from camwire.values import ArrayValue, ScalarValue, converted, decode, encode, summary
from tests.fuzz.framed import apart, joined
from tests.fuzz.values import GOOD

READS = ("camwire.values.decoding", "camwire.values.records", "camwire.values.cursor", "camwire.values.arrays",
         "camwire.values.scalars", "camwire.values.jpeg", "camwire.values.keys", "camwire.values.summary")  # fmt: skip


def take(data: bytes) -> None:
    """Read a value; what was read is shown, made NumPy's, and sent on."""
    (parts, *_) = apart(data)
    with suppress(WireError):
        value = decode(parts)
        text = summary(value)
        assert len(text) <= 4000
        text.encode()
        repr(converted(value, _to_numpy))
        with suppress(UsageError):
            decode(encode(value))


def seeds() -> dict[str, bytes]:
    return {f"value-{number}": joined([encode(value)]) for number, value in enumerate(GOOD)}


def _to_numpy(value: ArrayValue | ScalarValue) -> Any:
    return np.asarray(value) if isinstance(value, ArrayValue) else np.asarray(value)[()]
