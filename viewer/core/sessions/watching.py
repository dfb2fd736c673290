"""The half of a session that sees: which pictures are wanted, and each from its frame to its painter."""

from collections.abc import Callable

import msgspec

from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera
from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from camwire.messages import CameraHello, Parts, encode_frame
from viewer.core.pictures.crediting import LEAST_FRAMES, Crediting, window_for
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.lane import Decoded, Lane
from viewer.core.pictures.orientation import UPRIGHT, Orientation
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.picture_stream import PictureStream
from viewer.core.pictures.stats import StreamStats
from viewer.core.pictures.wanting import Place, Wanting
from viewer.core.sessions.contact import Contact
from viewer.core.sessions.observing import SessionObserver
from viewer.core.sessions.standing import Standing
from viewer.core.sessions.state import LATE_SECONDS, Phase


class Watching:
    """Takes one camera's pictures by its dialect, over whatever contact there is. Lives in the loop's thread.

    `clock` is monotonic, in seconds.
    """

    def __init__(
        self,
        dialect: Dialect,
        contact: Contact,
        observers: list[SessionObserver],
        standing: Standing,
        pool: DecodePool,
        stats: StreamStats,
        clock: Callable[[], float],
    ) -> None:
        self.hello: CameraHello | None = None
        self.stats = stats
        self.orientation: Orientation = UPRIGHT
        """How the person wants to see the pictures; they are kept, passed on and decoded as they came."""
        self._dialect = dialect
        self._contact = contact
        self._observers = observers
        self._standing = standing
        self._clock = clock
        self._pool = pool
        self._pictures = PictureStream(pool, stats, clock, self._give_credit, self._picture_ready)
        self._wanting = Wanting()
        self._crediting = Crediting()
        self._window = LEAST_FRAMES
        contact.repeat(self._credit)
        self._takers: list[Callable[[FrameReceived], None]] = []
        self._recorders: dict[Callable[[FrameReceived], None], tuple[bool, str]] = {}
        self._watchers: list[Callable[[FrameReceived], None]] = []
        self._sent_pictures = 0

    def take_picture(self) -> Picture | None:
        """Return the newest picture that was not taken yet, to be painted now; its credit goes back to the camera."""
        picture = self._pictures.take()
        self._see_pictures()
        return picture

    def show(self, is_shown: bool) -> None:
        """Whether anyone can see the pictures. Hidden ones cost nothing: the camera sends none."""
        if is_shown == self._wanting.is_shown:
            return
        self._wanting.is_shown = is_shown
        self._standing.shown(is_shown)
        self._say_want()
        self._pictures.resume()
        self.update_state()

    def place(self, place: Place | None, is_moving: bool = False) -> None:
        """Where the pictures are shown; None, as at first: in their full size. The camera sends them no larger than
        fits there, and is not told of every step while the place `is_moving`."""
        self._pictures.place = place
        self._wanting.put(place, is_moving)
        self._say_want()

    def limit(self, bytes_per_second: int) -> None:
        """Let the pictures take no more of the link than that; 0: as much as they need."""
        if bytes_per_second != self._wanting.limit:
            self._wanting.limit = bytes_per_second
            self._say_want()

    @property
    def own_size(self) -> tuple[int, int]:
        """Width and height of the camera's own pictures, which it may send smaller; (0, 0) as long as it has not said
        that."""
        streams = self.hello.streams if self.hello is not None else []
        return (streams[0].width, streams[0].height) if streams else (0, 0)

    @property
    def round_trip(self) -> float | None:
        """Seconds to the camera and back when nothing is in the way; None where that is not known."""
        return self._dialect.least_round_trip

    @property
    def format_title(self) -> str:
        """The wire format that the camera speaks, as its makers write it."""
        return self._dialect.title

    @property
    def limited_to(self) -> int:
        """Bytes per second that the pictures may take; 0: as many as they need."""
        return self._wanting.limit

    @property
    def is_limitable(self) -> bool:
        """Whether the camera can be told how much its pictures may take."""
        return not self._dialect.is_foreign

    @property
    def is_sending(self) -> bool:
        """Whether pictures come now, as far as they can be asked for."""
        return self._contact.is_open and not (self.is_limitable and self._wanting.is_paused)

    def pass_on(self, taker: Callable[[FrameReceived], None]) -> None:
        """Give `taker` every frame as it came, undecoded, at its own pace: whether or not it is painted here."""
        self._takers.append(taker)
        self._wanting.takers += 1
        self._say_want()
        # What is here and not painted still occupies the camera's window.
        self._pictures.release()

    def stop_passing_on(self, taker: Callable[[FrameReceived], None]) -> None:
        """Give it no more."""
        self._takers.remove(taker)
        self._wanting.takers -= 1
        self._say_want()

    def record(self, recorder: Callable[[FrameReceived], None], is_full_size: bool, codec: str = "") -> None:
        """Give `recorder` every frame as it came, whether or not it is painted here, in whatever codec, but rather in
        `codec`. May be repeated, with other wishes."""
        self._recorders[recorder] = is_full_size, codec
        self._count_recorders()
        self._pictures.release()

    def stop_recording(self, recorder: Callable[[FrameReceived], None]) -> None:
        """Give it no more. May be repeated."""
        if self._recorders.pop(recorder, None) is not None:
            self._count_recorders()

    def watch(self, watcher: Callable[[FrameReceived], None]) -> None:
        """While nobody sees the pictures, give `watcher` their frames; else there is `last_picture`. If nobody else has
        them either, they are small JPEGs, a few per second."""
        self._watchers.append(watcher)
        self._count_watchers()

    def stop_watching(self, watcher: Callable[[FrameReceived], None]) -> None:
        """Give it no more. May be repeated."""
        if watcher in self._watchers:
            self._watchers.remove(watcher)
            self._count_watchers()

    def lane(self, deliver: Callable[[Decoded], None]) -> Lane:
        """A way through the decode threads, beside that of what is painted."""
        return self._pool.lane(deliver, lambda received: None)

    @property
    def is_shown(self) -> bool:
        """Whether somebody can see the pictures."""
        return self._wanting.is_shown

    def ask_for_keyframe(self) -> None:
        """The next frame had better need none before it. To be asked for no more than about once in a second."""
        if self._contact.is_open:
            self._contact.send(self._dialect.send_keyframe_request())

    @property
    def last_picture(self) -> Picture | None:
        """The newest picture that was decoded, painted or not; it may be smaller than it was sent."""
        return self._pictures.last

    @property
    def takes_pictures(self) -> bool:
        """Whether the camera said that it takes pictures of ours."""
        return self.hello is not None and self.hello.takes_pictures

    def send_picture(self, frame: EncodedFrame) -> bool:
        """Send the camera a picture of ours; False if it is away, takes none, or has not taken those before."""
        camera = self._dialect
        if not (isinstance(camera, NativeCamera) and self.takes_pictures and self._contact.is_open):
            return False
        if not camera.credit.has_credit:
            return False
        self._sent_pictures += 1
        if not self._contact.send(encode_frame(msgspec.structs.replace(frame, sequence=self._sent_pictures))):
            return False
        camera.credit.sent(self._sent_pictures)
        return True

    def update_state(self) -> None:
        """Derive the state; tell if it changed."""
        self._standing.update(self._pictures)

    def _take_frame(self, received: FrameReceived) -> None:
        self._crediting.arrived(received.frame.sequence, self._clock())
        for taker in list(self._takers):
            taker(received)
        for recorder in list(self._recorders):
            recorder(received)
        if self._wanting.is_shown:
            self._pictures.put(received)
            if not received.frame.keyframe:
                self._ask_for_keyframe()
            if self._takers or self._recorders:
                self._pictures.release()
        else:
            # It was asked to pause just now, cannot be asked, or is wanted elsewhere.
            self._pictures.skip(received)
            for watcher in list(self._watchers):
                watcher(received)

    def _begin_pictures(self) -> None:
        """The camera is greeted: its numbering and its credit begin anew, and it knows nothing of what is wanted."""
        self._contact.send_in_order(self._dialect.send_want(self._wanting.anew()))
        self._crediting.restart()
        self._window = LEAST_FRAMES
        self._pictures.restart()

    def _keep_pace(self, now: float) -> None:
        """Bring the window up to date; ask for a keyframe if it is time to."""
        self._window = window_for(self._dialect.least_round_trip, self.stats.fps(now))
        self._ask_for_keyframe()

    def _ask_for_keyframe(self) -> None:
        if self._contact.is_open and self._pictures.must_ask_for_keyframe(self._clock()):
            self._contact.send(self._dialect.send_keyframe_request())

    def _count_watchers(self) -> None:
        self._wanting.watchers = len(self._watchers)
        self._say_want()

    def _count_recorders(self) -> None:
        self._wanting.recorders = len(self._recorders)
        self._wanting.full_size_recorders = sum(is_full_size for is_full_size, _ in self._recorders.values())
        self._wanting.codec = max((codec for _, codec in self._recorders.values()), default="")
        self._say_want()

    def _say_want(self) -> None:
        if self._contact.is_open and (want := self._wanting.news()) is not None:
            self._contact.send_in_order(self._dialect.send_want(want))

    def _see_pictures(self) -> None:
        is_late = (self._pictures.age or 0.0) > LATE_SECONDS
        if is_late or self._pictures.trouble or self._standing.state.phase is not Phase.LIVE:
            # Otherwise it changes nothing that cannot wait for the next tick.
            self.update_state()

    def _picture_ready(self) -> None:
        self._see_pictures()
        if self._pictures.is_waiting:
            for observer in list(self._observers):
                observer.picture_ready()
        else:
            self._ask_for_keyframe()

    def _credit(self) -> Parts | None:
        now, crediting = self._clock(), self._crediting
        crediting.took(self._pictures.taken, now)
        return self._dialect.send_taken(crediting.taken, self._window, crediting.held)

    def _give_credit(self) -> None:
        self._contact.send(self._credit())
