"""Files on their way here: what came and the time go in, requests and what is to be written come out.

The receiving end asks: everything up to `offset` is safely mine, send on up to `until`. While all goes well `until`
rises with each request, and the sending end goes on where it stands. A request whose `until` does not rise says that
something was lost: the sending end goes back to `offset`. Neither end lets more than `LEAD_BYTES` lie beyond `offset`.
A request with `offset` at the size says that the whole file is here and was checked.
"""

import math
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camwire import limits
from camwire.errors import WireError
from camwire.files.flow import CHUNK, LEAD_BYTES, Flow
from camwire.frame import Payload
from camwire.messages import FileChunk, FileOffer, FileRequest

SILENCE_SECONDS = 2.0
# Each of more would only be slower.
FETCHED_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Arrived:
    """A piece of `file` that goes on where the last one ended: write it at `offset`."""

    file: str
    offset: int
    payload: Payload


class Fetch:
    """One file on its way here."""

    def __init__(self, offer: FileOffer, begun: int) -> None:
        """`begun` bytes of it are here from before."""
        self.offer = offer
        self.received = self.safe = self.asked = self._most_asked = begun
        self.is_paused = False
        self._asked_at: deque[tuple[int, float]] = deque()
        self._progress_at = 0.0
        self._has_gap = False
        self._may_repeat_at_once = True

    @property
    def under_way(self) -> int:
        """Bytes asked for that have not come."""
        return self.asked - self.received

    def go_back(self, to: int) -> None:
        """What came after `to` is not here after all, and what is under way is not waited for."""
        self.received = self.asked = to
        self.safe = min(self.safe, to)
        self._asked_at.clear()
        self._has_gap = False

    def extend(self, room: int, now: float) -> FileRequest | None:
        """The request for up to `room` bytes more; None if there is nothing to ask for."""
        end = min(self.offer.size, self.asked + room, self.safe + LEAD_BYTES)
        if self.is_paused or (end - self.asked < CHUNK and end < self.offer.size) or end == self.asked:
            return None
        if not self.under_way:
            self._progress_at = now
        self._asked_at.append((self.asked, now))
        self.asked = end
        self._most_asked = max(self._most_asked, end)
        return FileRequest(file=self.offer.id, offset=self.safe, until=end)

    def repeat(self, now: float) -> FileRequest | None:
        """The same request again if what it asked for is lost: nothing came for a while, or not what follows."""
        is_silent = now - self._progress_at >= SILENCE_SECONDS
        if self.is_paused or not self.under_way or not (is_silent or self._has_gap):
            return None
        self._has_gap = self._may_repeat_at_once = False
        self._progress_at = now
        self._asked_at.clear()
        return FileRequest(file=self.offer.id, offset=self.safe, until=self.asked)

    def receive(self, offset: int, size: int, now: float) -> int:
        """Take a chunk. Returns how many bytes at its end are new and follow what is here. Raises WireError."""
        end = offset + size
        if end > self._most_asked:
            raise WireError(f"bytes {offset} to {end} of a file of which {self._most_asked} were asked for")
        if self.is_paused or end <= self.received or offset > self.received:
            self._has_gap = self._has_gap or (offset > self.received and self._may_repeat_at_once)
            return 0
        new = end - self.received
        self.received = end
        self.asked = max(self.asked, end)
        self._progress_at = now
        self._may_repeat_at_once = True
        return new

    def trip(self, now: float) -> float:
        """How long ago the newest request was made that what is here answers; infinite if it was asked before."""
        asked_at = math.inf
        while self._asked_at and self._asked_at[0][0] < self.received:
            asked_at = self._asked_at.popleft()[1]
        return math.inf if math.isinf(asked_at) else now - asked_at


class Fetches:
    """All files on their way from one peer: two at once, in the order in which they were begun. Not thread-safe."""

    def __init__(self, most_bytes_per_s: float = math.inf) -> None:
        self.flow = Flow(most_bytes_per_s)
        self._fetches: dict[str, Fetch] = {}

    def __getitem__(self, file: str) -> Fetch:
        return self._fetches[file]

    def __iter__(self) -> Iterator[Fetch]:
        return iter(self._fetches.values())

    def begin(self, offer: FileOffer, begun: int) -> None:
        """Fetch a file of which `begun` bytes are here; also one that was paused, or that is to come anew."""
        fetch = self._fetches.setdefault(offer.id, Fetch(offer, begun))
        fetch.go_back(begun)
        fetch.safe = begun
        fetch.is_paused = False

    def pause(self, file: str) -> None:
        """Ask for no more of it, and take no more, until it is begun again."""
        if file in self._fetches:
            self._fetches[file].is_paused = True

    def end(self, file: str) -> None:
        """It is here, or not wanted any more."""
        self._fetches.pop(file, None)

    def linked(self) -> None:
        """A new connection: nothing is under way on it."""
        self.flow.linked()
        for fetch in self:
            fetch.go_back(fetch.received)

    def receive(self, chunk: FileChunk, parts: Sequence[Payload], now: float) -> Arrived | None:
        """Take a chunk; None if nothing in it is new, or nobody wants it any more. Raises WireError."""
        if len(parts) != 2:
            raise WireError(f"a file chunk of {len(parts)} parts instead of 2")
        payload = parts[1]
        if not 0 < len(payload) <= limits.FILE_CHUNK_BYTES:
            raise WireError(f"a file chunk of {len(payload)} bytes; 1 to {limits.FILE_CHUNK_BYTES} are allowed")
        fetch = self._fetches.get(chunk.file)
        if fetch is None:
            return None
        offset = fetch.received
        new = fetch.receive(chunk.offset, len(payload), now)
        if not new:
            return None
        self.flow.came(new, now)
        self.flow.tripped(fetch.trip(now))
        return Arrived(chunk.file, offset, payload[len(payload) - new :])

    def requests(self, now: float) -> list[FileRequest]:
        """What is to be sent to the peer now. Ask after everything that changed, and a few times per second."""
        wanted = [each for each in self if not each.is_paused and each.received < each.offer.size][:FETCHED_AT_ONCE]
        requests = [request for each in wanted if (request := each.repeat(now))]
        # Who has the least under way comes first, so that one file does not keep the other out.
        for fetch in sorted(wanted, key=lambda each: each.under_way):
            under_way = sum(each.under_way for each in self)
            before = fetch.asked
            request = fetch.extend(self.flow.room(under_way, now), now)
            if request is not None:
                self.flow.asked(fetch.asked - before, under_way, now)
                requests.append(request)
        return requests
