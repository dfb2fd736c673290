"""Files between this program and one peer, both ways, on whatever link there is.

Made once for a peer, it outlives links: `linked` and `unlinked` tell it of them. What it must know again after a
restart is little: `restore` takes what `offer` returned, and `accept` goes on from what is in the folder.
"""

import math
import time
from asyncio import TimerHandle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from camwire.files.filing import Filing
from camwire.files.incoming import Incoming
from camwire.files.offered import Offered
from camwire.files.outgoing import Outgoing
from camwire.files.readings import Readings
from camwire.files.watcher import Send, Watcher
from camwire.frame import Payload
from camwire.messages import FileChunk, FileOffer, FileRefusal, FileRequest

FileMessage: TypeAlias = FileRequest | FileChunk | FileRefusal

TICK_SECONDS = 0.1


class Exchange:
    """All files from and to one peer. Used in the loop's thread; several share the thread of one `Filing`."""

    def __init__(
        self,
        filing: Filing,
        watcher: Watcher,
        most_bytes_per_s: float = math.inf,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`most_bytes_per_s` holds down what is fetched; `clock` is monotonic, in seconds."""
        self._filing = filing
        self._clock = clock
        self._incoming = Incoming(filing, watcher, clock, most_bytes_per_s)
        self._outgoing = Outgoing(filing, watcher, clock)
        self._readings = Readings(filing)
        self._timer: TimerHandle | None = None
        self._is_closed = False

    async def offer(self, path: Path, name: str = "") -> Offered:
        """Read `path` through once and let the peer fetch it, as `name` if that is given.

        The peer is to be told the `offer` in what is returned; keep the whole for `restore`. Raises UsageError for what
        is no file, is too large, cannot be read or changes meanwhile.
        """
        offered = await self._readings.read(path, name)
        self._outgoing.add(offered)
        return offered

    def restore(self, offered: Offered) -> None:
        """Offer what was read through elsewhere, or by an earlier run: before the peer can ask, before `linked`."""
        self._outgoing.add(offered)

    def withdraw(self, file: str, text: str = "The sender took it back.") -> None:
        """Do not send it any more; `text` tells the peer's person why."""
        self._outgoing.withdraw(file, text)

    def accept(self, offer: FileOffer, folder: Path) -> None:
        """Fetch the file to `folder`, which is this peer's own, going on from what is there of it.

        To be repeated for what was not complete when the program ended; what is complete is found so, and told again.
        """
        self._incoming.accept(offer, folder)
        self._tick_later()

    def decline(self, file: str, text: str = "The receiver does not want it.") -> None:
        """Do not fetch it, or no further; `text` tells the peer's person why. What came of it is deleted."""
        self._incoming.give_up(file, text)

    def receive(self, message: FileMessage, parts: Sequence[Payload]) -> None:
        """Take a message of the peer, with its parts. Raises WireError, which is to close the peer."""
        match message:
            case FileRequest():
                self._outgoing.receive(message)
            case FileChunk():
                self._incoming.receive(message, parts)
            case FileRefusal(file, text):
                self._incoming.refused(file, text)
                self._outgoing.refused(file, text)

    def linked(self, send: Send) -> None:
        """The peer is greeted, and `send` takes parts for it or says False. Call it at every greeting."""
        self._outgoing.linked(send)
        self._incoming.linked(send)
        self._tick_later()

    def unlinked(self) -> None:
        """There is no way to the peer any more."""
        self._outgoing.unlinked()
        self._incoming.unlinked()

    def hold(self, seconds: float) -> None:
        """Neither ask for more nor send more for so long: pictures or lines suffer."""
        until = self._clock() + seconds
        self._incoming.fetches.flow.hold(until)
        self._outgoing.hold(until)

    def limit(self, most_bytes_per_s: float) -> None:
        """Fetch no faster than this from now on; `math.inf` is as fast as it goes."""
        self._incoming.fetches.flow.most_bytes_per_s = most_bytes_per_s

    def close(self) -> None:
        """End it; nothing is told after this. What came stays on disk, to go on from. May be repeated."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        self._readings.close()
        self._incoming.close()
        self._outgoing.close()

    def _tick_later(self) -> None:
        if self._timer is None and self._incoming.is_busy and not self._is_closed:
            self._timer = self._filing.loop.call_later(TICK_SECONDS, self._tick)

    def _tick(self) -> None:
        self._timer = None
        self._incoming.tick(self._clock())
        self._tick_later()


__all__ = ["Exchange", "FileMessage", "Filing", "Offered", "Watcher"]
