"""imagezmq 1.2.0: a JSON header with a text, and the memory of an array (`dtype`, `shape`) or a JPEG (neither).

Every message is a frame of two parts; there is no goodbye. A REQ sender waits, without limit, for one part that its
caller gets as bytes. A PUB sender listens itself and hears nothing. The text is by custom the camera's name.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from camwire import headers
from camwire.arrays import Array, checked
from camwire.dialects.base import Caller
from camwire.dialects.foreign import NOTHING, ForeignCamera, Heard, is_jpeg
from camwire.errors import UsageError, WireError
from camwire.frame import Layout, Payload
from camwire.limits import TEXT_CHARACTERS
from camwire.messages import Parts
from camwire.spoken import check_text, name_of, text_of
from camwire.translation import tr

OK = b"OK"
# So many different texts one after the other are no name: a time, or a reading.
FICKLE = 8


class _Header(msgspec.Struct):
    msg: Any
    dtype: str | None = None
    shape: list[Any] | None = None
    terminate_flag: bool | None = None


class ImageZmqCamera(ForeignCamera):
    """The viewer's side towards one imagezmq sender."""

    name = "imagezmq"
    title = "imagezmq"

    _called: str | None = None
    _last_text: str | None = None
    _texts_in_row = 0

    @classmethod
    def caller(cls, parts: Sequence[Payload]) -> Caller | None:
        try:
            return Caller(name=name_of(_header(parts).msg))
        except WireError:
            return None

    @property
    def why_mute(self) -> str:
        return "" if self.viewpoint.can_answer else tr("imagezmq's publish mode carries nothing to the camera.")

    @property
    def name_varies(self) -> bool:
        return self._texts_in_row >= FICKLE

    def read(self, parts: Sequence[Payload]) -> Heard:
        header = _header(parts)
        picture = _picture(header, parts[1])
        text = text_of(header.msg)
        if self._called is None:
            self._called = text
        self._texts_in_row = self._texts_in_row + 1 if text != self._last_text else 0
        self._last_text = text
        # The first text is the name. Another one is news.
        return Heard(picture, name_of(self._called), NOTHING if text == self._called else text)

    def encode(self, value: object) -> Parts:
        if isinstance(value, str):
            check_text(value)
            value = value.encode()
        if not isinstance(value, bytes):
            raise UsageError(
                tr("imagezmq carries text and bytes to a camera, and this is {kind}.", kind=type(value).__name__)
            )
        if len(value) > TEXT_CHARACTERS:
            raise UsageError(
                tr(
                    "The message has {count:,} bytes; at most {most:,} fit in one. Split it.",
                    count=len(value),
                    most=TEXT_CHARACTERS,
                )
            )
        return [value]

    def empty_answer(self) -> Parts:
        return [OK]


def _header(parts: Sequence[Payload]) -> _Header:
    """The header of a whole message. Raises WireError."""
    if len(parts) != 2 or bytes(parts[0][:1]) != b"{":
        raise WireError("what is no imagezmq message")
    header = headers.from_json(parts[0], _Header)
    if header.terminate_flag is not None:
        raise WireError("what is a NetGear message")
    return header


def _picture(header: _Header, payload: Payload) -> Array:
    if header.dtype is None or header.shape is None:
        if not is_jpeg(payload):
            raise WireError("what is no JPEG picture")
        return Array(Layout("", ()), payload, codec="jpeg")
    return Array(checked(header.dtype, header.shape, payload), payload)
