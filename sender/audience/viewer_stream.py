"""The pictures of one viewer: what it wants, what its link carries, and what is due."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from camwire.frame import EncodedFrame
from camwire.viewer_peer import ViewerPeer
from sender.asked import LARGEST_SIDE, Size
from sender.audience.delta_chain import DeltaChain
from sender.encoders import usable
from sender.pictures.rates import NANO, RateLimit
from sender.pipeline.rendition import NEVER, Demand, Frames
from sender.rate.rate_control import RateControl

EVERYBODYS = "jpeg"
"""The codec that every viewer can decode."""


Wish: TypeAlias = tuple[str, Size, float, int | None]
"""Codec, place, scale and quality, as in a `Demand`."""


class ViewerStream:
    """Begins when the viewer is greeted. `codecs` are those that the camera can encode, the one it prefers first.

    `drops` counts frames that this viewer missed, by cause. No clock: `now` is on that of `time.monotonic`.
    """

    def __init__(self, peer: ViewerPeer, codecs: Sequence[str], drops: Counter[str], now: float) -> None:
        self.demand: Demand | None = None
        """What it would have of the next pictures; None while it wants none."""
        self._peer = peer
        self._drops = drops
        self._rate = RateControl(now)
        self._limit, self._fps = RateLimit(None), 0.0
        decodable = {EVERYBODYS, *(peer.hello.codecs if peer.hello else ())}
        self._codecs = [codec for codec in codecs if codec in decodable]
        self._chain = DeltaChain()
        self._wish: Wish | None = None
        self._update()

    def want_changed(self) -> None:
        """The viewer wants something else from the next picture on."""
        self._rate.limit(self._peer.want.bytes_per_second)
        self._update()

    def taken(self, sequence: int, held: float, now: float) -> None:
        """The viewer has taken what it got up to `sequence`, and had held that for `held` seconds."""
        self._rate.taken(sequence, held, now)
        self._chain.taken(sequence)
        self._update()

    def keyframe_asked(self) -> None:
        """The viewer cannot decode what comes after its last frame."""
        self._chain.asked()
        self._update()

    def pick(self, frames: Frames) -> EncodedFrame | None:
        """Return the one of `frames` that goes to this viewer; None when it misses this picture."""
        demand = self.demand
        if demand is None:
            return None
        frame = frames.of(demand)
        if frame is None:
            if demand.due_ns == NEVER:
                self._drops["no-credit"] += 1
            if frames.has(demand):
                # Others got it: what they get next builds on it.
                self.missed()
        elif not self._chain.follows(frame):
            self._drops["no-keyframe"] += 1
            self.missed()
            return None
        return frame

    def missed(self) -> None:
        """A frame that this viewer would have got did not go out to it."""
        self._chain.missed()
        self._update()

    def sent(self, frame: EncodedFrame, now: float) -> None:
        """`frame` went out."""
        self._peer.credit.sent(frame.sequence)
        self._rate.sent(frame.sequence, memoryview(frame.payload).nbytes, now)
        if frame.capture_time_ns is not None:
            self._limit.passes(frame.capture_time_ns)
        self._chain.sent(frame)
        self._update()

    def _update(self) -> None:
        wish = self._wished() if self._peer.takes_frames else None
        if wish != self._wish:
            self._wish = wish
            self._chain.begin_anew()
        self.demand = None if wish is None else self._demanded(wish)

    def _wished(self) -> Wish:
        want, step = self._peer.want, self._rate.step
        self._pace(min((each for each in (want.fps, step.fps) if each), default=0.0))
        place = Size(want.width or LARGEST_SIDE, want.height or LARGEST_SIDE)
        quality = min((each for each in (want.quality, step.quality) if each), default=None)
        return self._codec(step.prefers_h264), place, step.scale, quality

    def _demanded(self, wish: Wish) -> Demand:
        due_ns = NEVER
        if self._peer.credit.has_credit:
            due_ns = max(self._limit.due_ns, round(NANO * max(0.0, self._rate.due)))
        if wish[0] == EVERYBODYS:
            # Each JPEG is a keyframe: there is nothing to miss.
            return Demand(*wish, due_ns)
        return Demand(*wish, due_ns, self._chain.needs_keyframe, self._chain.alone)

    def _pace(self, fps: float) -> None:
        if fps != self._fps:
            self._limit.change(fps or None)
            self._fps = fps

    def _codec(self, prefers_h264: bool) -> str:
        codecs = usable(self._codecs) or [EVERYBODYS]
        for codec in (self._peer.want.codec, "h264" if prefers_h264 else ""):
            if codec in codecs:
                return codec
        return codecs[0]
