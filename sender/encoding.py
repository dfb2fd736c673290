"""From picture to frame, in a thread of its own: always the newest, and only while somebody wants it."""

import logging
import threading
from collections.abc import Callable

from camwire.frame import EncodedFrame
from sender.encoders.base import Encoder
from sender.slot import Slot
from sender.sources.base import Capture

log = logging.getLogger(__name__)


class Encoding:
    """`put` takes pictures, `run` is the thread, and `on_loop` has the loop call `publish` with each frame.

    Counts in `drops`: `encode-busy`, `no-credit`, `damaged`.
    """

    def __init__(
        self,
        encoder: Encoder,
        drops: dict[str, int],
        on_loop: Callable[..., None],
        publish: Callable[[EncodedFrame], None],
    ) -> None:
        self.is_wanted = False
        """Whether a frame would be sent to anybody now. While not, pictures are dropped unencoded."""
        self.encoded = 0
        self._encoder = encoder
        self._drops = drops
        self._on_loop = on_loop
        self._publish = publish
        self._slot: Slot[Capture] = Slot()
        self._is_published = threading.Event()

    def put(self, capture: Capture) -> None:
        """The next picture; it takes the place of one that still waits. From the capture thread."""
        if self._slot.put(capture):
            self._drops["encode-busy"] += 1

    def close(self) -> None:
        """End `run`."""
        self._slot.close()
        self._is_published.set()

    def run(self) -> None:
        """The encode thread."""
        while (capture := self._slot.take()) is not None:
            if not self.is_wanted:
                self._drops["no-credit"] += 1
                continue
            try:
                encoded = self._encoder.encode(capture)
            except ValueError as error:
                self._drops["damaged"] += 1
                log.debug("A picture could not be encoded: %s", error)
                continue
            self.encoded += 1
            frame = EncodedFrame(
                sequence=self.encoded,
                capture_time_ns=capture.capture_time_ns,
                codec=self._encoder.codec,
                width=encoded.width,
                height=encoded.height,
                payload=encoded.payload,
                layout=encoded.layout,
            )
            self.is_wanted = False
            self._is_published.clear()
            self._on_loop(self._publish_now, frame)
            # Until then it is not known whether the next one is wanted; the slot goes on taking newer ones.
            self._is_published.wait()

    def _publish_now(self, frame: EncodedFrame) -> None:
        try:
            self._publish(frame)
        finally:
            self._is_published.set()
