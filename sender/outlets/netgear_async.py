"""VidGear's NetGear_Async, 0.3.5 and 0.3.6, as its receivers want it: see `camwire.dialects.netgear_async`.

Its arrays are written and read field by field. msgpack-numpy itself would run what an answer says (a pickle).
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from camwire import headers
from camwire.arrays import Array
from camwire.dialects.netgear_async import array_of, packed_array
from camwire.errors import WireError
from camwire.frame import EncodedFrame, Layout, Payload
from camwire.messages import Parts
from sender.outlets.base import Outlet
from sender.sending import BIDIRECTIONAL

BYTES_OF_COLOUR = "|u1"


class _Answer(msgspec.Struct):
    return_type: str
    return_data: Any = None


class NetGearAsyncOutlet(Outlet):
    """Towards one NetGear_Async receiver. What it is given to return goes out once, so the same twice is said twice."""

    name = "netgear_async"
    title = "NetGear_Async"
    patterns = ("pair", "req", "pub", "push")
    codecs = ("raw",)
    modes = frozenset((BIDIRECTIONAL,))

    @property
    def answers_goodbye(self) -> bool:
        return self.sending.is_answered

    @property
    def _is_bidirectional(self) -> bool:
        return BIDIRECTIONAL in self.sending.modes

    def send_frame(self, frame: EncodedFrame, line: str | None) -> Parts:
        assert frame.layout is not None
        said = {"terminate": False, "bi_mode": self._is_bidirectional, "data": line or ""}
        array = Array(Layout(BYTES_OF_COLOUR, frame.layout.shape), frame.payload)
        return [msgspec.msgpack.encode(said), packed_array(array)]

    def receive(self, parts: Sequence[Payload]) -> list[object]:
        if not self._is_bidirectional:
            return []
        if not 1 <= len(parts) <= 2:
            raise WireError(f"an answer of {len(parts)} parts")
        answer: _Answer = headers.from_msgpack(parts[0], _Answer)
        if answer.return_type == "NoneType":
            return []
        if answer.return_type == "ndarray":
            return [array_of(parts[-1])]
        return [answer.return_data]

    def send_goodbye(self) -> Parts:
        return [msgspec.msgpack.encode({"terminate": True})]
