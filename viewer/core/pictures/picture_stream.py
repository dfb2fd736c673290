"""One camera's pictures on their way to the painter: decoded, newest wins, and the credit that is owed for them."""

from collections.abc import Callable
from math import inf

from camwire.events import FrameReceived
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.lane import Decoded
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.stats import StreamStats
from viewer.core.pictures.wanting import Place

# Without a picture taken for so long, the painter has stopped.
PAINTER_SECONDS = 1.0


class PictureStream:
    """Keeps the newest picture until it is taken. Everything runs in the loop's thread.

    `give_credit` is called when a picture was taken, or can never be; `tell` when there is a new one, or trouble.
    """

    def __init__(
        self,
        pool: DecodePool,
        stats: StreamStats,
        clock: Callable[[], float],
        give_credit: Callable[[], object],
        tell: Callable[[], object],
    ) -> None:
        self.stats = stats
        self.taken = 0
        """The newest frame that was taken or given up."""
        self.last: Picture | None = None
        """The newest picture, taken or not."""
        self.trouble = ""
        """Why the newest frame gave no picture."""
        self.arrived: float | None = None
        """When the newest picture was ready."""
        self.age: float | None = None
        """How old it was then."""
        self._clock = clock
        self._give_credit = give_credit
        self._tell = tell
        self._fresh: Picture | None = None
        self._newest = 0
        self._took = -inf
        self._ready_since: float | None = None
        self._lane = pool.lane(self._decoded, self._dropped, self._tell_ready)

    @property
    def place(self) -> Place | None:
        """Where the picture is shown, in device pixels; None: it is used in its full size."""
        return self._lane.place

    @place.setter
    def place(self, place: Place | None) -> None:
        self._lane.place = place

    def must_ask_for_keyframe(self, now: float) -> bool:
        """Whether nothing can be decoded before a keyframe, and it is time to ask for one."""
        return self._lane.must_ask_for_keyframe(now)

    def put(self, received: FrameReceived) -> None:
        """Take a frame that arrived."""
        frame = received.frame
        self.stats.frame_arrived(frame.sequence, frame.codec, len(frame.payload), self._clock())
        self._newest = frame.sequence
        self._lane.put(received)

    def skip(self, received: FrameReceived) -> None:
        """Count a frame that nobody looks at, and do no more about it."""
        frame = received.frame
        self.stats.frame_arrived(frame.sequence, frame.codec, len(frame.payload), self._clock())
        self.stats.dropped("hidden")
        self._newest = frame.sequence
        self.release()

    def release(self) -> None:
        """Somebody else has had the newest frame: its credit goes back, painted or not."""
        self._done_with(self._newest)

    def take(self) -> Picture | None:
        """Return the newest picture that was not taken yet, to be painted now; its credit is given back."""
        if (decoded := self._lane.take()) is not None:
            self._keep(decoded)
        picture, self._fresh, self._ready_since = self._fresh, None, None
        if picture is not None:
            self._took = self._clock()
            width, height = picture.sent_as or (picture.width, picture.height)
            self.stats.picture_shown(width, height, picture.age(self._clock()), picture.uncertainty)
            self._done_with(picture.sequence)
        return picture

    def restart(self) -> None:
        """The camera's numbering begins anew, and so does its credit."""
        self.stats.restarted()
        self._lane.restart()
        self._fresh = self._ready_since = None
        self._newest = self.taken = 0
        self._give_credit()

    @property
    def is_waiting(self) -> bool:
        """Whether a picture is ready that nobody took."""
        return self._fresh is not None or self._lane.is_held

    def is_left(self, now: float) -> bool:
        """Whether the painter leaves a picture lying."""
        return self._ready_since is not None and now - self._ready_since > PAINTER_SECONDS

    def resume(self) -> None:
        """Pictures are looked at again: what nobody took while they were not is given up."""
        self.stats.restarted()
        self._lane.restart()
        self._fresh = self._ready_since = None
        self._done_with(self._newest)

    def _done_with(self, sequence: int) -> None:
        # A picture may be painted after a newer frame was given up.
        self.taken = max(self.taken, sequence)
        self._give_credit()

    def _superseded(self, sequence: int, cause: str) -> None:
        """A newer one has come.

        While the painter is only slow, the credit goes back, so that what waits when its turn comes is never old. A
        painter that has stopped stops the camera.
        """
        self.stats.dropped(cause)
        if self._clock() - self._took < PAINTER_SECONDS:
            self._done_with(sequence)

    def _dropped(self, received: FrameReceived) -> None:
        sequence = received.frame.sequence
        if not received.frame.keyframe:
            # That is not the painter's doing, and without credit the keyframe that is asked for could not come.
            self.stats.dropped("no-keyframe")
            self._done_with(sequence)
        else:
            self._superseded(sequence, "paint-busy" if self._lane.is_held else "decode-busy")

    def _tell_ready(self) -> None:
        if self._ready_since is None and self.is_waiting:
            self._ready_since = self._clock()
        self._tell()

    def _decoded(self, decoded: Decoded) -> None:
        self._keep(decoded)
        self._tell_ready()

    def _keep(self, decoded: Decoded) -> None:
        self.trouble = decoded.trouble
        if decoded.picture is None:
            self.stats.dropped("undecodable")
            self._done_with(decoded.received.frame.sequence)
        else:
            if self._fresh is not None:
                self._superseded(self._fresh.sequence, "paint-busy")
            self._fresh = self.last = decoded.picture
            self.arrived = self._clock()
            self.age = decoded.picture.age(self.arrived)
