"""VidGear's NetGear, 0.3.5 and 0.3.6, as its receivers want it: see `camwire.dialects.netgear` for the other side.

A third part, a header of another kind, or a goodbye that is not expected breaks a stock receiver for good.
"""

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from camwire import headers
from camwire.arrays import Array, checked
from camwire.dialects.foreign import is_jpeg
from camwire.errors import WireError
from camwire.frame import EncodedFrame, Layout, Payload
from camwire.messages import Parts
from sender.outlets.base import Outlet
from sender.sending import BIDIRECTIONAL, MULTICLIENT, MULTISERVER
from sender.talk.returned import COLORSPACES

NUMBERS = {"pair": "0", "req": "1", "pub": "2"}
JPEG = {"dct": True, "ups": False, "colorspace": "BGR"}


class _Answer(msgspec.Struct):
    return_type: str
    data: Any = None
    compression: bool | dict[str, Any] = False
    array_dtype: str = ""
    array_shape: list[Any] | str = ""


class NetGearOutlet(Outlet):
    """Towards one NetGear receiver."""

    name = "netgear"
    title = "NetGear"
    patterns = ("pair", "req", "pub")
    codecs = ("jpeg", "raw")
    modes = frozenset((MULTISERVER, MULTICLIENT, BIDIRECTIONAL))

    # Whether the receiver has counted this camera among its servers.
    _is_known = False

    @property
    def answers_goodbye(self) -> bool:
        return self.sending.pattern == "req"

    def send_frame(self, frame: EncodedFrame, line: str | None) -> Parts:
        # A receiver that only listens gives no sign; it has counted whom it saw.
        self._is_known = self._is_known or not self.sending.is_answered
        layout = frame.layout
        said = {
            **self._port,
            "terminate_flag": False,
            "compression": JPEG if layout is None else False,
            "message": line,
            "pattern": NUMBERS[self.sending.pattern],
            "dtype": "" if layout is None else layout.dtype,
            "shape": "" if layout is None else layout.shape,
        }
        return [json.dumps(said).encode(), frame.payload]

    def receive(self, parts: Sequence[Payload]) -> list[object]:
        self._is_known = True
        if not self.sending.modes & {BIDIRECTIONAL, MULTICLIENT}:
            # A receipt in words. Its content means nothing.
            return []
        if not 1 <= len(parts) <= 2:
            raise WireError(f"an answer of {len(parts)} parts")
        answer = headers.from_json(parts[0], _Answer)
        if answer.return_type == "ndarray":
            return self._changed(_array(answer, parts))
        return self._changed(answer.data)

    def send_goodbye(self) -> Parts | None:
        if MULTISERVER in self.sending.modes and not self._is_known:
            # A stock receiver never answers a goodbye from a port it has not seen: it would hang, with all cameras.
            return None
        return [json.dumps({"terminate_flag": True, **self._port}).encode()]

    def begin(self) -> None:
        super().begin()
        self._is_known = False

    @property
    def _port(self) -> dict[str, str]:
        """By its port such a receiver knows a camera."""
        return {"port": str(self.port)} if MULTISERVER in self.sending.modes else {}


def _array(answer: _Answer, parts: Sequence[Payload]) -> Array:
    if len(parts) != 2:
        raise WireError("the header of an array without an array")
    if isinstance(answer.compression, dict):
        colorspace = answer.compression.get("colorspace")
        if colorspace not in COLORSPACES or not is_jpeg(parts[1]):
            raise WireError("what is no JPEG picture, or has colours of an unknown order")
        return Array(Layout("", ()), parts[1], codec="jpeg", colorspace=colorspace)
    if isinstance(answer.array_shape, str):
        raise WireError("an array without a shape")
    return Array(checked(answer.array_dtype, answer.array_shape, parts[1]), parts[1])
