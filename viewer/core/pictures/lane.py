"""One camera's way through decoding: a chain of frames that wait, and one in work.

Touched by two threads: `Chain.take`, the decoders and `place` are all that `work` uses, and a lane has one frame in
work at most.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from camwire.translation import tr
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.pictures.chain import Chain
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.wanting import Place

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """What became of one frame: a picture, or a sentence that says why not."""

    received: FrameReceived
    picture: Picture | None
    trouble: str = ""
    chain: Chain | None = None
    """From which it was taken: there is one per life of the camera."""


class Threads(Protocol):
    """Who decodes for a lane."""

    def submit(self, lane: "Lane") -> None:
        """Let a thread call `lane.work`, and the loop `lane.finished` with what it gave."""
        ...

    def has_time_for(self, size: int, pixels: int) -> bool:
        """Whether the loop's thread had better decode that by itself: `size` bytes that hold so many pixels."""
        ...

    def decode_here(self, lane: "Lane") -> Decoded | None:
        """Decode the next frame of `lane` now, in the loop's thread."""
        ...


class Lane:
    """One camera's frames: one in work, and a chain of those that wait.

    `deliver` takes what was decoded, `drop` what will not be; `ready` tells that `take` would decode something. Without
    `ready` nobody takes anything: all is decoded in threads.
    """

    def __init__(
        self,
        pool: Threads,
        deliver: Callable[[Decoded], None],
        drop: Callable[[FrameReceived], None],
        ready: Callable[[], object] | None = None,
    ) -> None:
        self.place: Place | None = None
        """Where the pictures are shown: they need not be larger. None: in their full size."""
        self._pool = pool
        self._deliver = deliver
        self._drop = drop
        self._ready = ready
        self._is_due = False
        self.is_held = False
        """Whether a frame waits for `take`."""
        self._chain = Chain()
        self._decoders: dict[str, Decoder] = {}

    def put(self, received: FrameReceived) -> None:
        """Take a frame that arrived."""
        dropped = self._chain.put(received)
        for each in dropped:
            self._drop(each)
        if self._is_due or received in dropped:
            return
        # Without a place nobody paints it, and who takes pictures then wants to be told only of good ones.
        if self._ready is not None and self.place is not None and self._is_quick(received.frame):
            self.is_held = True
            self._ready()
        else:
            self.is_held = False
            self._go_on()

    def take(self) -> Decoded | None:
        """Decode the frame that waits for it, now; None if none does. In the loop's thread."""
        if not self.is_held:
            return None
        self.is_held = False
        return self._pool.decode_here(self)

    def restart(self) -> None:
        """Forget what is waiting or in work: it belongs to an earlier life of the camera."""
        self.is_held = False
        self._chain = Chain()

    def must_ask_for_keyframe(self, now: float) -> bool:
        """Whether nothing can be decoded before a keyframe, and it is time to ask for one."""
        return self._chain.must_ask(now)

    def work(self) -> Decoded | None:
        """Decode the next frame, in the calling (decode) thread; None if there is none any more. Never raises."""
        chain = self._chain
        received = chain.take()
        if received is None:
            return None
        frame, picture, trouble = received.frame, None, ""
        try:
            decoder = self._decoder(frame.codec)
            if decoder is None:
                codec = frame.codec[:40]
                raise DecodeError(
                    tr("pictures as “{codec}”, which this viewer cannot decode. Update the viewer", codec=codec)
                )
            pixels = decoder.decode(frame, self.place)
            picture = Picture(pixels, frame.sequence, received.captured, received.uncertainty, decoder.sent_as)
        except DecodeError as error:
            trouble = str(error)
        except Exception as error:
            log.exception("The decoder of %s failed", frame.codec)
            trouble = tr("pictures that cannot be decoded ({error})", error=error)
        return Decoded(received, picture, trouble, chain)

    def finished(self, decoded: Decoded | None) -> None:
        """Hand a result up and go on with the frame that waits."""
        if decoded is None or decoded.chain is not self._chain:
            self._go_on()
            return
        if decoded.picture is None:
            for undecodable in self._chain.failed(decoded.received):
                self._drop(undecodable)
        self._go_on()
        self._deliver(decoded)

    def _go_on(self) -> None:
        self._is_due = self._chain.is_waiting
        if self._is_due:
            self._pool.submit(self)

    def _is_quick(self, frame: EncodedFrame) -> bool:
        decoder = self._decoder(frame.codec)
        pixels = None if decoder is None else decoder.quick_pixels(frame)
        return pixels is not None and self._pool.has_time_for(len(frame.payload), pixels)

    def _decoder(self, codec: str) -> Decoder | None:
        decoder = self._decoders.get(codec)
        if decoder is None and (kind := decoders.registered().get(codec)) is not None:
            decoder = self._decoders[codec] = kind()
        return decoder
