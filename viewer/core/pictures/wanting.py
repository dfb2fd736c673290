"""What this viewer can use of one camera's pictures, and when it is time to tell the camera.

A place that has come to rest is told to the pixel: a picture that is only 1 % too large has lost more than half of its
sharpness when it is painted (the variance of its Laplacian), and painting takes twenty times as long.
"""

from dataclasses import dataclass

from camwire.messages import Want

MOST_PIXELS = 65_535
FAR_LARGER = 1.5
"""While a place grows, what is this many times larger than what the camera knows is told at once: a sharp picture does
not wait for the hand to rest, and from 100 pixels to 2000 that happens eight times at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture is shown, in device pixels."""

    width: int
    height: int


WATCHED, WATCHED_FPS = Place(320, 240), 5.0
"""What is enough to see whether something moves."""


class Wanting:
    """Gathers facts; `news` is what the camera has to be told. Lives in the loop's thread.

    `is_shown`: somebody can see the pictures. `takers`: how many others get them as they come, each by itself and in
    full size. `recorders`: how many get them one after the other, of which `full_size_recorders` want the full size.
    `codec`: the one in which these go on, where the camera would change between several; empty: as it likes.
    `watchers`: how many look now and then whether something moves, for which a small picture will do.
    `limit`: bytes per second of the link that they may take; 0: as many as they need.
    """

    def __init__(self) -> None:
        self.is_shown = True
        self.takers = 0
        self.recorders = 0
        self.full_size_recorders = 0
        self.codec = ""
        self.watchers = 0
        self.limit = 0
        self._place: Place | None = None
        self._settled: Place | None = None
        self._told = Want()

    @property
    def is_paused(self) -> bool:
        """Whether nobody uses the pictures."""
        return not (self.is_shown or self.takers or self.recorders or self.watchers)

    def put(self, place: Place | None, is_moving: bool) -> None:
        """The picture is shown at `place`, None: in its full size. While that is moving it is settled only as far as
        the camera's pictures would be far too small."""
        self._place = place
        if not is_moving or place is None or (self._settled is not None and _is_far_larger(place, self._settled)):
            self._settled = place

    def news(self) -> Want | None:
        """What is to be told now; None if the camera knows it."""
        want = self._want()
        if want == self._told:
            return None
        self._told = want
        return want

    def anew(self) -> Want:
        """Everything, for a camera that knows nothing."""
        self._settled = self._place
        self._told = self._want()
        return self._told

    def _want(self) -> Want:
        if self.is_paused:
            return Want(paused=True)
        if not (self.is_shown or self.takers or self.recorders):
            # Each by itself: most of them are not even decoded.
            return Want(WATCHED.width, WATCHED.height, WATCHED_FPS, codec="jpeg", bytes_per_second=self.limit)
        place = None if self.takers or self.full_size_recorders else self._settled
        # A frame that goes to others as it is must be of use without the one before.
        codec = "jpeg" if self.takers else self.codec
        if place is None:
            return Want(codec=codec, bytes_per_second=self.limit)
        width, height = (min(max(1, each), MOST_PIXELS) for each in (place.width, place.height))
        return Want(width=width, height=height, codec=codec, bytes_per_second=self.limit)


def _is_far_larger(place: Place, than: Place) -> bool:
    return place.width > FAR_LARGER * than.width or place.height > FAR_LARGER * than.height
