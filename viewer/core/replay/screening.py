"""The thread in which recordings are opened and decoded while somebody looks at them."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from viewer.core.pictures.picture import Picture
from viewer.core.pictures.wanting import Place
from viewer.core.replay.frames import NotShown
from viewer.core.replay.opened import Opened
from viewer.core.replay.recorded import Recorded
from viewer.core.replay.reel import Reel
from viewer.core.replay.said import Said

log = logging.getLogger(__name__)

CLOSED_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be seen of one reel: a frame, no larger than its place needs; None: nothing was recorded then.
    `is_rough`: one near it will do, as a hand is on its way past it."""

    reel: Reel
    number: int | None
    place: Place | None = None
    is_rough: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What became of a shot: a picture, or a sentence that says why not."""

    shot: Shot
    picture: Picture | None
    trouble: str = ""


class Screening:
    """Does what was wanted last: the newest wish wins, and there is never a queue of them. One that is begun is done to
    its end: given up for newer ones, a hand that keeps moving would see nothing.

    `opened`, `grew` (there is more in what is open) and `seen` are called in the thread. To be closed; what is open is
    closed then.
    """

    def __init__(
        self,
        opened: Callable[[Opened], object],
        seen: Callable[[Seen], object],
        grew: Callable[[Opened], object] = lambda opened: None,
    ) -> None:
        self._tell_opened = opened
        self._tell_grew = grew
        self._tell_seen = seen
        self._changed = threading.Condition()
        self._to_open: tuple[Recorded, ...] | None = None
        self._wish: tuple[Shot, ...] = ()
        self._must_read_on = False
        self._is_closed = False
        self._reels: tuple[Reel, ...] = ()
        self._said: tuple[Said, ...] = ()
        self._held: tuple[Recorded, ...] = ()
        """Whose files may be open."""
        self._thread = threading.Thread(target=self._work, name="replay", daemon=True)
        self._thread.start()

    def open(self, recorded: tuple[Recorded, ...]) -> None:
        """Look at these from now on; `opened` tells when they are ready."""
        with self._changed:
            self._to_open, self._wish = recorded, ()
            self._changed.notify_all()

    def wait_until_closed(self, recorded: Sequence[Recorded]) -> None:
        """Wait until no file of these is open any more, when others, or none, were opened after them: as long as it
        takes to decode a picture. In any other thread."""
        ids = {each.id for each in recorded}
        with self._changed:
            self._changed.wait_for(lambda: not any(each.id in ids for each in self._held), CLOSED_SECONDS)

    def want(self, shots: tuple[Shot, ...]) -> None:
        """Show these now."""
        with self._changed:
            self._wish = shots
            self._changed.notify_all()

    def read_on(self) -> None:
        """Take what was written to the recordings since they were opened."""
        with self._changed:
            self._must_read_on = True
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread, and let go of all files. May be called twice."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while self._has_work():
            with self._changed:
                to_open, self._to_open = self._to_open, None
                self._held += to_open or ()
                wish, self._wish = self._wish, ()
                must_read_on, self._must_read_on = self._must_read_on, False
            if to_open is not None:
                self._open(to_open)
            if must_read_on:
                self._read_on()
            for shot in wish:
                # One that was asked for before others were opened has no file any more.
                if shot.reel in self._reels:
                    self._see(shot)
        self._let_go()

    def _has_work(self) -> bool:
        """Wait for something; False if it is the end."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_closed or self._wish or self._must_read_on or self._to_open is not None
            )
            return not self._is_closed

    def _open(self, recorded: tuple[Recorded, ...]) -> None:
        self._let_go(recorded)
        self._reels = tuple(Reel(each, self._is_wanted) for each in recorded)
        self._said = tuple(Said() for _ in recorded)
        self._read_lines_on()
        if self._is_wanted():
            self._tell_opened(self._opened)

    @property
    def _opened(self) -> Opened:
        return Opened(self._reels, tuple(each.lines for each in self._said))

    def _is_wanted(self) -> bool:
        """Whether what is being opened is to be looked at still."""
        return not self._is_closed and self._to_open is None

    def _let_go(self, following: tuple[Recorded, ...] = ()) -> None:
        for reel in self._reels:
            reel.close()
        with self._changed:
            self._reels, self._said, self._held = (), (), following
            self._changed.notify_all()

    def _read_on(self) -> None:
        fresh = 0
        for reel in self._reels:
            try:
                fresh += reel.read_on()
            except OSError as error:
                log.info("%s could not be read on: %s", reel.recorded.id, error)
        if self._read_lines_on() or fresh:
            self._tell_grew(self._opened)

    def _read_lines_on(self) -> bool:
        """Whether anything was said since."""
        fresh = [each.read_on(reel.recorded) for each, reel in zip(self._said, self._reels, strict=True)]
        return any(fresh)

    def _see(self, shot: Shot) -> None:
        if shot.number is None:
            self._tell_seen(Seen(shot, None))
            return
        try:
            number = shot.reel.near(shot.number) if shot.is_rough else shot.number
            pixels = shot.reel.decode(number, shot.place, lambda: not self._is_closed)
        except NotShown as error:
            self._tell_seen(Seen(shot, None, str(error)))
        except Exception:
            log.exception("A frame of %s could not be decoded", shot.reel.recorded.id)
            self._tell_seen(Seen(shot, None))
        else:
            if pixels is not None:
                self._tell_seen(Seen(shot, Picture(pixels, number, None, 0.0)))
