"""imagezmq 1.2.0, as its hubs want it: a text, by custom the camera's name, and an array or a JPEG.

A hub must be told by its program which of both comes (`recv_image` or `recv_jpg`). There is no goodbye.
"""

import json
from collections.abc import Sequence

from camwire import limits
from camwire.errors import WireError
from camwire.frame import EncodedFrame, Payload
from camwire.messages import Parts
from sender.outlets.base import Outlet

# What a hub says that says nothing.
NOTHING = (b"", b"OK")


class ImageZmqOutlet(Outlet):
    """Towards one hub, or, publishing, towards all that subscribe."""

    name = "imagezmq"
    title = "imagezmq"
    patterns = ("req", "pub")
    codecs = ("raw", "jpeg")
    listening = ("pub",)

    @property
    def answers_goodbye(self) -> bool:
        return False

    @property
    def why_mute(self) -> str:
        return "imagezmq carries nothing but the camera's name beside a picture, so nothing can be said."

    def send_frame(self, frame: EncodedFrame, line: str | None) -> Parts:
        array = {} if frame.layout is None else {"dtype": frame.layout.dtype, "shape": frame.layout.shape}
        return [json.dumps({"msg": self.camera, **array}).encode(), frame.payload]

    def receive(self, parts: Sequence[Payload]) -> list[object]:
        """A hub's answer is bytes, as `send_image` of imagezmq returns them."""
        if len(parts) != 1:
            raise WireError(f"an answer of {len(parts)} parts")
        if len(parts[0]) > limits.HEADER_BYTES:
            raise WireError(f"an answer of {len(parts[0]):,} bytes")
        answer = bytes(parts[0])
        return self._changed(None if answer in NOTHING else answer)
