"""Recordings that are looked at together: from when to when, and what was said meanwhile."""

from dataclasses import dataclass, replace

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
        names = [reel.recorded.camera if len(self.reels) > 1 else "" for reel in self.reels]
        named = (_named(line, name) for name, lines in zip(names, self.said, strict=True) for line in lines)
        return sorted(named, key=lambda line: line.time_ns)


def _named(line: ChatLine, camera: str) -> ChatLine:
    return replace(line, text=f"{camera}: {line.text}") if camera and not line.is_mine else line
