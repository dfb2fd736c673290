"""VidGear's NetGear, 0.3.5 and 0.3.6: a JSON header and a JPEG or the memory of an array.

A frame is two parts, a goodbye is one: `{"terminate_flag": true}`. Patterns 0 (pair) and 1 (req) wait for an answer to
each; a sender in bidirectional mode returns what is in it from `send()`. Nothing tells whether a sender runs in that
mode, so every answer is one that all modes take.
"""

import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from camwire import headers
from camwire.arrays import Array, checked
from camwire.dialects.base import Caller
from camwire.dialects.foreign import NOTHING, ForeignCamera, Heard, is_jpeg
from camwire.errors import UsageError, WireError
from camwire.frame import Layout, Payload
from camwire.messages import Parts
from camwire.spoken import check, name_of
from camwire.translation import tr

NO_LAYOUT = Layout("", ())
MOST_OF_PORT = 40
SUBSAMPLED = {"dct": True, "ups": False}

# JSON in, JSON out: a tuple would arrive as a list, and nothing stands for nothing.
_RULES: dict[type, str] = {
    **dict.fromkeys((str, int, float, bool, list, dict, type(None)), ""),
    tuple: "would arrive as a list; send a list",
    bytes: "NetGear carries only what JSON can say",
}


class _Header(msgspec.Struct):
    terminate_flag: bool
    compression: bool | dict[str, Any] = False
    message: Any = None
    port: Any = None
    dtype: str = ""
    shape: list[Any] | str = ""


class NetGearCamera(ForeignCamera):
    """The viewer's side towards one NetGear sender."""

    name = "netgear"
    title = "NetGear"

    _compresses = True

    @classmethod
    def caller(cls, parts: Sequence[Payload]) -> Caller | None:
        try:
            header = _header(parts)
        except WireError:
            return None
        return Caller(name=_name(header), port=_port(header), is_leaving=header.terminate_flag)

    @property
    def why_mute(self) -> str:
        return "" if self.viewpoint.can_answer else tr("NetGear's publish pattern (2) carries nothing to the camera.")

    @property
    def caution(self) -> str:
        return tr("Heard only by a sender in bidirectional mode.")

    @property
    def picture_codec(self) -> str:
        if self.why_mute:
            return ""
        return "jpeg" if self._compresses else "raw"

    def read(self, parts: Sequence[Payload]) -> Heard:
        header = _header(parts)
        if header.terminate_flag:
            return Heard(None)
        self._compresses = bool(header.compression)
        said = NOTHING if header.message is None or header.message == "" else header.message
        return Heard(_picture(header, parts[1]), _name(header), said)

    def encode(self, value: object) -> Parts:
        if isinstance(value, Array):
            return self._array(value)
        if value is None:
            raise UsageError(tr("The message cannot be sent: to NetGear, None says nothing."))
        check(value, _RULES, lambda key: isinstance(key, str))
        try:
            return [self._json(return_type=type(value).__name__, data=value)]
        except ValueError as error:
            raise UsageError(
                tr("The message cannot be sent: it holds a whole number of thousands of digits.")
            ) from error

    def empty_answer(self) -> Parts:
        return [self._nothing]

    @cached_property
    def _nothing(self) -> bytes:
        return self._json(return_type="NoneType", data=None)

    def _array(self, array: Array) -> Parts:
        is_raw = array.codec == "raw"
        said = self._json(
            return_type="ndarray",
            compression=False if is_raw else {**SUBSAMPLED, "colorspace": array.colorspace},
            array_dtype=array.layout.dtype if is_raw else "",
            array_shape=list(array.layout.shape) if is_raw else "",
            data=None,
        )
        return [said, array.payload]

    def _json(self, **fields: object) -> bytes:
        # The port is what multi-client senders want to know; all others look past it.
        return json.dumps({"port": str(self.viewpoint.port), **fields}).encode()


def _header(parts: Sequence[Payload]) -> _Header:
    """The header of a whole message. Raises WireError."""
    if not 1 <= len(parts) <= 2 or bytes(parts[0][:1]) != b"{":
        raise WireError("what is no NetGear message")
    header = headers.from_json(parts[0], _Header)
    if header.terminate_flag != (len(parts) == 1):
        raise WireError("a goodbye with a picture" if header.terminate_flag else "a header without a picture")
    return header


def _port(header: _Header) -> str:
    """What the camera calls its port. Anything but text and whole numbers names nobody."""
    return _shown(str(header.port)[:MOST_OF_PORT]) if isinstance(header.port, str | int) else ""


@lru_cache(maxsize=256)
def _shown(port: str) -> str:
    """It comes with every picture."""
    return name_of(port)


def _name(header: _Header) -> str:
    port = _port(header)
    return f"Port {port}" if port else ""


def _picture(header: _Header, payload: Payload) -> Array:
    if header.compression is False:
        if isinstance(header.shape, str):
            raise WireError("an array without a shape")
        return Array(checked(header.dtype, header.shape, payload), payload)
    if not is_jpeg(payload):
        raise WireError("what is no JPEG picture")
    return Array(NO_LAYOUT, payload, codec="jpeg")
