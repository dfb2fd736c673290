"""The pictures of all viewers of one link."""

from collections import Counter
from collections.abc import Callable, Sequence

from camwire import messages
from camwire.events import CreditGranted, KeyframeRequested, WantChanged
from camwire.link import Route
from camwire.messages import Parts
from camwire.viewer_peer import ViewerPeer
from sender.audience.viewer_stream import ViewerStream
from sender.pipeline.rendition import Demand, Frames


class Streams:
    """`codecs` are those that the camera can encode, the one it prefers first; `send` gives a frame to the link."""

    def __init__(self, codecs: Sequence[str], send: Callable[[Parts, Route], bool]) -> None:
        self.drops: Counter[str] = Counter()
        """Frames that one viewer missed, by cause."""
        self._codecs = codecs
        self._send = send
        self._streams: dict[Route, ViewerStream] = {}

    @property
    def demands(self) -> list[Demand]:
        """What the viewers that want pictures would have of the next ones."""
        return [stream.demand for stream in self._streams.values() if stream.demand is not None]

    def begin(self, route: Route, peer: ViewerPeer, now: float) -> None:
        """The viewer at `route` was greeted."""
        self._streams[route] = ViewerStream(peer, self._codecs, self.drops, now)

    def end(self, route: Route) -> None:
        """Whoever was at `route` is gone."""
        self._streams.pop(route, None)

    def receive(self, route: Route, event: CreditGranted | WantChanged | KeyframeRequested, now: float) -> None:
        """Take what the greeted viewer at `route` says about its pictures."""
        stream = self._streams[route]
        match event:
            case CreditGranted(_, sequence, held):
                stream.taken(sequence, held, now)
            case WantChanged():
                stream.want_changed()
            case KeyframeRequested():
                stream.keyframe_asked()

    def publish(self, frames: Frames, now: float) -> None:
        """Send everybody who has credit, and for whom it is due, the frame of its rendition."""
        encoded: dict[int, Parts] = {}
        for route, stream in self._streams.items():
            frame = stream.pick(frames)
            if frame is None:
                continue
            # A frame that many get has one header.
            if id(frame) not in encoded:
                encoded[id(frame)] = messages.encode_frame(frame)
            if self._send(encoded[id(frame)], route):
                stream.sent(frame, now)
            else:
                stream.missed()
                self.drops["queue-full"] += 1
