"""Recordings that are looked at together: from when to when, and what was said meanwhile."""

from dataclasses import dataclass

from viewer.core.replay.reel import Reel
from viewer.core.talk.chat import ChatLine


@dataclass(frozen=True, slots=True)
class Opened:
    """Recordings, ready to be looked at, and what was said in each."""

    reels: tuple[Reel, ...] = ()
    said: tuple[list[ChatLine], ...] = ()

    @property
    def seen(self) -> list[Reel]:
        """Those in which there is anything to see."""
        return [reel for reel in self.reels if len(reel)]

    @property
    def bounds(self) -> tuple[int, int]:
        """From the first picture to the last one of all (UTC, ns)."""
        reels = self.seen
        return min((reel.begin_ns for reel in reels), default=0), max((reel.end_ns for reel in reels), default=0)

    @property
    def lines(self) -> list[ChatLine]:
        """All that was said, in order; where there are several cameras, with whose line it is."""
        if len(self.reels) > 1:
            for reel, lines in zip(self.reels, self.said, strict=True):
                for line in lines:
                    name = f"{reel.recorded.camera}: "
                    line.text = line.text if line.is_mine or line.text.startswith(name) else name + line.text
        return sorted((line for lines in self.said for line in lines), key=lambda line: line.time_ns)
