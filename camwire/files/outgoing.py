"""Files that go to one peer: read where it asks, sent as the link takes them, a few pieces at a time."""

import math
from asyncio import TimerHandle
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from camwire import messages
from camwire.errors import UsageError
from camwire.files.filing import Filing
from camwire.files.offered import Offered
from camwire.files.offers import Offers, Piece, Wanted
from camwire.files.watcher import TOLD_SECONDS, Send, Watcher
from camwire.messages import FileChunk, FileRefusal, FileRequest, Parts

READ_AHEAD = 4
# Until a link that is full is tried again.
FULL_SECONDS = 0.01


class Outgoing:
    """The sending end, for one peer. Everything but reading runs in the loop's thread."""

    def __init__(self, filing: Filing, watcher: Watcher, clock: Callable[[], float]) -> None:
        self._filing = filing
        self._watcher = watcher
        self._clock = clock
        self._offers = Offers()
        self._offered: dict[str, Offered] = {}
        self._told_at: dict[str, float] = {}
        self._send: Send | None = None
        self._link = 0
        self._reading = 0
        self._read: deque[Parts] = deque()
        self._held_until = -math.inf
        self._timer: TimerHandle | None = None

    def add(self, offered: Offered) -> None:
        """Let the peer fetch it."""
        self._offered[offered.offer.id] = offered
        self._offers.add(offered.offer)
        self._told_at.pop(offered.offer.id, None)

    def withdraw(self, file: str, text: str) -> None:
        """Do not send it any more, and tell the peer why."""
        if self._forget(file) and self._send is not None:
            self._send(messages.encode(FileRefusal(file=file, text=text)))

    def receive(self, request: FileRequest) -> None:
        """Take a request from the peer. Raises WireError."""
        wanted = self._offers.receive(request)
        if wanted is not None:
            self._tell(wanted)
            self.go_on()
        elif self._send is not None and request.offset < request.until:
            text = "This file is not on offer any more. Ask for it to be sent again."
            self._send(messages.encode(FileRefusal(file=request.file, text=text)))

    def refused(self, file: str, sentence: str) -> None:
        """The peer does not take it."""
        if self._forget(file):
            self._watcher.on_failed(True, file, sentence)

    def linked(self, send: Send) -> None:
        """There is a way to the peer."""
        self.unlinked()
        self._send = send
        self._offers.linked()

    def unlinked(self) -> None:
        """The way is gone, and what was to go on it is not wanted any more."""
        self._send = None
        self._link += 1
        self._reading = 0
        self._read.clear()

    def hold(self, until: float) -> None:
        """Send nothing before the time `until`."""
        self._held_until = max(self._held_until, until)

    def go_on(self) -> None:
        """Send what was read, and read what is to be sent."""
        now = self._clock()
        if now < self._held_until:
            self._go_on_at(self._held_until)
            return
        while self._send is not None and self._read:
            if not self._send(self._read[0]):
                self._go_on_at(now + FULL_SECONDS)
                return
            self._read.popleft()
        while self._send is not None and self._reading < READ_AHEAD and (piece := self._offers.next()):
            self._reading += 1
            read = partial(self._offered[piece.file].read, piece.offset, piece.size)
            self._filing.do(read, partial(self._was_read, self._link, piece))

    def close(self) -> None:
        """Send nothing more."""
        self.unlinked()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _was_read(self, link: int, piece: Piece, outcome: bytes | OSError | UsageError) -> None:
        if link != self._link:
            return
        self._reading -= 1
        if isinstance(outcome, Exception):
            if piece.file in self._offered:
                self.withdraw(piece.file, str(outcome))
                self._watcher.on_failed(True, piece.file, str(outcome))
        else:
            self._read.append(messages.encode(FileChunk(file=piece.file, offset=piece.offset), outcome))
        self.go_on()

    def _go_on_at(self, when: float) -> None:
        if self._timer is None:
            self._timer = self._filing.loop.call_later(max(0.0, when - self._clock()), self._go_on_now)

    def _go_on_now(self) -> None:
        self._timer = None
        self.go_on()

    def _tell(self, wanted: Wanted) -> None:
        file, now = wanted.offer.id, self._clock()
        if wanted.is_complete or now - self._told_at.get(file, -math.inf) >= TOLD_SECONDS:
            self._told_at[file] = now
            self._watcher.on_progress(True, file, wanted.safe, wanted.offer.size)
        if wanted.is_complete:
            path = Path(self._offered[file].path)
            # Whatever is said of it from now on is not known any more.
            self._forget(file)
            self._watcher.on_complete(True, file, path)

    def _forget(self, file: str) -> bool:
        self._offers.withdraw(file)
        self._told_at.pop(file, None)
        return self._offered.pop(file, None) is not None
