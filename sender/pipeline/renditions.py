"""The renditions in force: an encoder for each, and each made once however many viewers want it."""

import logging
from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from camwire.frame import EncodedFrame
from sender.encoders.base import Encoder
from sender.pictures.capture import Capture
from sender.pictures.look import Look
from sender.pictures.scaling import Sizes
from sender.pipeline.rendition import Demand, Frames, Rendition

KEYFRAME_NS = 1_000_000_000
"""Viewers that come one after the other and share an encoder cost the others no more than a keyframe per second."""

log = logging.getLogger(__name__)

MakeEncoder: TypeAlias = Callable[[str], Encoder]
"""Makes a new encoder of a codec."""


class Renditions:
    """Encodes captures as `demands` ask. Belongs to one thread, as its encoders do."""

    def __init__(self, make_encoder: MakeEncoder) -> None:
        self.encoded = 0
        """So many captures were encoded; the sequence of the last."""
        self.damaged = 0
        """So many could not be decoded, or not in every rendition."""
        self.failed = 0
        """So many made an encoder fail."""
        self.skipped = 0
        """So many frames an encoder left out, without having failed."""
        self.trouble = ""
        """Why no rendition can be encoded now, as a sentence; empty while one can. For any thread, to look at."""
        self._make_encoder = make_encoder
        self._look = Look()
        self._encoders: dict[Rendition, Encoder] = {}
        self._last: dict[Rendition, int] = {}
        self._keyframes: dict[Rendition, int] = {}
        self._troubles: dict[Rendition, str] = {}

    def encode(self, capture: Capture, look: Look, demands: Collection[Demand]) -> Frames:
        """Return `capture` in each rendition that is due for somebody and can be encoded."""
        wanted = {demand: demand.rendition(look, capture.size) for demand in demands}
        if look != self._look:
            self.close()
            self._look = look
        self._keep(set(wanted.values()))
        keyframe: dict[Rendition, bool] = {}
        for demand, rendition in wanted.items():
            if demand.due_ns <= capture.capture_time_ns and self._may_begin(demand, rendition, capture):
                keyframe[rendition] = demand.keyframe or keyframe.get(rendition, False)
        return Frames(capture.capture_time_ns, look, capture.size, self._frames(capture, keyframe))

    def close(self) -> None:
        """Give back what all encoders took."""
        self._keep(())

    def _frames(self, capture: Capture, keyframe: dict[Rendition, bool]) -> dict[Rendition, EncodedFrame]:
        sizes = Sizes(capture, self._look.flip)
        frames: dict[Rendition, EncodedFrame] = {}
        # No errors are kept: their tracebacks hold the picture.
        is_damaged: list[bool] = []
        for rendition in sorted(keyframe, key=lambda each: each.size, reverse=True):
            try:
                frame = self._frame(capture, sizes, rendition, keyframe[rendition])
                self._troubles.pop(rendition, None)
                if frame is not None:
                    frames[rendition] = frame
            except Exception as error:
                is_damaged.append(isinstance(error, ValueError))
                self._went_wrong(rendition, error)
        self.damaged += any(is_damaged)
        self.failed += not all(is_damaged)
        self.encoded += bool(frames)
        self.trouble = self._trouble
        return frames

    def _went_wrong(self, rendition: Rendition, error: Exception) -> None:
        """One viewer's encoder takes the pictures from nobody else."""
        if isinstance(error, ValueError):
            log.debug("A picture could not be encoded as %s: %s", rendition, error)
        else:
            if rendition not in self._troubles:
                # It may go on with every picture: that is told once.
                log.exception("The encoder of %s failed; the next picture gets a new one.", rendition)
            self._forget(rendition)
        self._troubles[rendition] = str(error) or type(error).__name__

    @property
    def _trouble(self) -> str:
        if not self._troubles or self._encoders.keys() - self._troubles.keys():
            return ""
        return f"Pictures cannot be encoded: {next(iter(self._troubles.values()))}."

    def _frame(self, capture: Capture, sizes: Sizes, rendition: Rendition, keyframe: bool) -> EncodedFrame | None:
        if rendition not in self._encoders:
            self._encoders[rendition] = self._make_encoder(rendition.codec)
        encoder, look = self._encoders[rendition], rendition.look(self._look.flip)
        if not encoder.passes(capture, look):
            capture, look = sizes.of(rendition.size), rendition.look("none")
        encoded = encoder.encode(capture, look, keyframe)
        if encoded is None:
            self.skipped += 1
            return None
        if encoded.keyframe:
            self._keyframes[rendition] = capture.capture_time_ns
        sequence = self.encoded + 1
        after, self._last[rendition] = self._last.get(rendition, 0), sequence
        return EncodedFrame(
            sequence=sequence,
            capture_time_ns=capture.capture_time_ns,
            codec=encoded.codec or encoder.codec,
            width=encoded.width,
            height=encoded.height,
            payload=encoded.payload,
            keyframe=encoded.keyframe,
            after=0 if encoded.keyframe else after,
            layout=encoded.layout,
        )

    def _may_begin(self, demand: Demand, rendition: Rendition, capture: Capture) -> bool:
        """Whether a viewer that joins others may have a keyframe now, which all of them have to receive."""
        if not demand.keyframe or rendition.alone:
            return True
        last_ns = self._keyframes.get(rendition)
        return last_ns is None or capture.capture_time_ns >= last_ns + KEYFRAME_NS

    def _keep(self, wanted: Iterable[Rendition]) -> None:
        """Forget the renditions that nobody wants any more."""
        for rendition in (self._encoders.keys() | self._troubles.keys()) - set(wanted):
            self._troubles.pop(rendition, None)
            self._forget(rendition)
        self.trouble = self._trouble

    def _forget(self, rendition: Rendition) -> None:
        """Close its encoder; the frame after this is a keyframe."""
        self._last.pop(rendition, None)
        self._keyframes.pop(rendition, None)
        if rendition in self._encoders:
            self._encoders.pop(rendition).close()
