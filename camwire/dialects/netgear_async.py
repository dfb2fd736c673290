"""VidGear's NetGear_Async, 0.3.5 and 0.3.6: a msgpack header and an array as msgpack-numpy writes it, uncompressed.

A frame is `{terminate: false, bi_mode, data}` and `{nd, type, kind, shape, data}`, a goodbye `{terminate: true}` alone.
Patterns 0 (pair) and 1 (req) wait for an answer to each. The array is read from its five fields: msgpack-numpy itself
would run what is in it when `kind` is "O" (a pickle), so here every kind but the empty one is refused.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from camwire import headers
from camwire.arrays import Array, checked
from camwire.dialects.base import Caller
from camwire.dialects.foreign import NOTHING, ForeignCamera, Heard
from camwire.errors import UsageError, WireError
from camwire.frame import Payload
from camwire.messages import Parts
from camwire.spoken import check
from camwire.translation import tr

# The four small fields of an array stand before its bytes.
LEAST_OF_ARRAY = 512
_DATA = msgspec.msgpack.encode(b"data")
_LENGTH_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4}

_RULES: dict[type, str] = dict.fromkeys((str, bytes, int, float, bool, list, tuple, dict, type(None)), "")
_SMALLEST, _LARGEST = -(2**63), 2**64 - 1


class _Header(msgspec.Struct):
    terminate: bool
    bi_mode: bool = False
    data: Any = ""
    kind: Any = None


class NetGearAsyncCamera(ForeignCamera):
    """The viewer's side towards one NetGear_Async sender."""

    name = "netgear_async"
    title = "NetGear_Async"

    # Until it has said so; a header comes with every frame.
    _talks = False

    @classmethod
    def caller(cls, parts: Sequence[Payload]) -> Caller | None:
        try:
            return Caller(is_leaving=_header(parts).terminate)
        except WireError:
            return None

    @property
    def why_mute(self) -> str:
        if not self.viewpoint.can_answer:
            return tr("NetGear_Async's patterns 2 and 3 carry nothing to the camera.")
        return "" if self._talks else tr("This sender runs without bidirectional_mode, so nothing can be said to it.")

    @property
    def picture_codec(self) -> str:
        return "" if self.why_mute else "raw"

    def read(self, parts: Sequence[Payload]) -> Heard:
        header = _header(parts)
        if header.terminate:
            return Heard(None)
        self._talks = header.bi_mode
        said = NOTHING if header.data is None or header.data == "" else header.data
        return Heard(array_of(parts[1]), said=said)

    def encode(self, value: object) -> Parts:
        if isinstance(value, Array):
            if value.codec != "raw":
                raise UsageError("NetGear_Async carries pictures uncompressed only.")
            return [_packed(return_type="ndarray", return_data=None), packed_array(value)]
        if not value:
            raise UsageError(
                f"The message cannot be sent: NetGear_Async makes nothing of what is empty, zero or false ({value!r})."
            )
        check(value, _RULES, lambda key: isinstance(key, str))
        try:
            return [_packed(return_type=type(value).__name__, return_data=value)]
        except (OverflowError, RecursionError) as error:
            raise UsageError(
                tr(
                    "The message cannot be sent: whole numbers are from {smallest} to {largest}.",
                    smallest=_SMALLEST,
                    largest=_LARGEST,
                )
            ) from error

    def empty_answer(self) -> Parts:
        return [_packed(return_type="NoneType", return_data="")]

    def farewell(self) -> Parts:
        return [_packed(terminated="Heard by the viewer.")]


def _header(parts: Sequence[Payload]) -> _Header:
    """The header of a whole message. Raises WireError."""
    if not parts or not len(parts[0]) or not (0x80 <= parts[0][0] <= 0x8F or parts[0][0] in (0xDE, 0xDF)):
        raise WireError("what is no NetGear_Async message")
    header: _Header = headers.from_msgpack(parts[0], _Header)
    if header.kind is not None:
        raise WireError("what is a message of our own format")
    if header.terminate != (len(parts) == 1):
        raise WireError("a goodbye with a picture" if header.terminate else "a header without a picture")
    return header


def array_of(part: Payload) -> Array:
    """Read a map of nd, type, kind, shape and, last, data, without copying the data. Raises WireError."""
    head = bytes(part[:LEAST_OF_ARRAY])
    at = head.find(_DATA) + len(_DATA)
    if at < len(_DATA) or at >= len(head) or head[at] not in _LENGTH_BYTES:
        raise WireError("what is no array")
    begin = at + 1 + _LENGTH_BYTES[head[at]]
    payload = memoryview(part)[begin:]
    if int.from_bytes(head[at + 1 : begin]) != len(payload):
        raise WireError("an array that is not as long as it says")
    fields: dict[Any, Any] = headers.from_msgpack(head[:at] + b"\xc0", dict[Any, Any])
    if fields.get(b"nd") is not True or fields.get(b"kind") != b"":
        raise WireError("an array that could hold a program (its kind is not empty); it was not opened")
    shape = fields.get(b"shape")
    if not isinstance(shape, list | tuple):
        raise WireError("an array without a shape")
    return Array(checked(fields.get(b"type"), shape, payload), payload)


def packed_array(array: Array) -> bytes:
    """As msgpack-numpy writes it: names as bytes, the type as NumPy's `dtype.str`."""
    fields = {b"nd": True, b"type": array.layout.dtype, b"kind": b"", b"shape": list(array.layout.shape)}
    head = msgspec.msgpack.encode(fields)
    return b"\x85" + head[1:] + _DATA + msgspec.msgpack.encode(bytes(array.payload))


def _packed(**fields: object) -> bytes:
    return msgspec.msgpack.encode(fields)
