"""Files that come from one peer: chunks to the disk, requests to the peer, and what becomes of each file."""

import logging
import math
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from camwire import messages
from camwire.errors import UsageError
from camwire.files.fetches import Fetches
from camwire.files.filing import Filing
from camwire.files.part import Part, Written, why_not_written
from camwire.files.watcher import TOLD_SECONDS, Send, Watcher
from camwire.frame import Payload
from camwire.messages import FileChunk, FileOffer, FileRefusal, FileRequest, Message
from camwire.translation import tr

log = logging.getLogger(__name__)

RETRY_SECONDS = 10.0
# Files here of which the peer may not know that they are.
CLAIMS = 100


class Arrival:
    """One file that is to come here."""

    def __init__(self, offer: FileOffer, folder: Path) -> None:
        self.offer = offer
        self.folder = folder
        self.part = Part(offer, folder)
        self.is_anew = False
        self.is_syncing = False
        self.retry_at = math.inf
        self.trouble = ""
        self.told_at = -math.inf


class Incoming:
    """The receiving end, for one peer. Everything but the work of `Part` runs in the loop's thread."""

    def __init__(
        self, filing: Filing, watcher: Watcher, clock: Callable[[], float], most_bytes_per_s: float = math.inf
    ) -> None:
        self.fetches = Fetches(most_bytes_per_s)
        self._filing = filing
        self._watcher = watcher
        self._clock = clock
        self._arrivals: dict[str, Arrival] = {}
        self._claims: dict[str, int] = {}
        self._send: Send | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is to come that has not."""
        return bool(self._arrivals)

    def accept(self, offer: FileOffer, folder: Path) -> None:
        """Fetch it to `folder`, on from where an earlier run left off. Nothing happens if it is on its way."""
        if offer.id not in self._arrivals:
            arrival = self._arrivals[offer.id] = Arrival(offer, folder)
            self._open(arrival)

    def give_up(self, file: str, text: str) -> None:
        """Do not fetch it any more, and tell the peer why. What came of it is deleted."""
        arrival = self._arrivals.get(file)
        if arrival is not None:
            self._forget(arrival)
            self._filing.do(arrival.part.discard, _nothing)
        self._send_if_linked(FileRefusal(file=file, text=text))

    def receive(self, chunk: FileChunk, parts: Sequence[Payload]) -> None:
        """Take a chunk from the peer. Raises WireError."""
        now = self._clock()
        arrived = self.fetches.receive(chunk, parts, now)
        if arrived is not None:
            arrival = self._arrivals[arrived.file]
            write = partial(arrival.part.write, arrived.offset, arrived.payload, now)
            self._filing.do(write, partial(self._written, arrival))
            self._tell_progress(arrival, now)
            self.ask()

    def refused(self, file: str, sentence: str) -> None:
        """The peer does not send it."""
        arrival = self._arrivals.get(file)
        if arrival is not None:
            self._forget(arrival)
            self._filing.do(arrival.part.discard, _nothing)
            self._watcher.on_failed(False, file, sentence)

    def linked(self, send: Send) -> None:
        """There is a way to the peer."""
        self._send = send
        self.fetches.linked()
        for file, size in self._claims.items():
            self._send_if_linked(FileRequest(file=file, offset=size, until=size))
        self.ask()

    def unlinked(self) -> None:
        """The way is gone."""
        self._send = None
        # Soon it asks again, from what is safe.
        now = self._clock()
        self._sync(lambda part: partial(part.sync, now))

    def tick(self, now: float) -> None:
        """Ask again, try again, make safe what came last. Called a few times per second."""
        for arrival in list(self._arrivals.values()):
            if now >= arrival.retry_at:
                arrival.retry_at = math.inf
                self._open(arrival)
        self._sync(lambda part: partial(part.sync_if_due, now))
        self.ask()

    def ask(self) -> None:
        """Send what requests are due."""
        if self._send is not None:
            for request in self.fetches.requests(self._clock()):
                self._send_if_linked(request)

    def close(self) -> None:
        """Take nothing more. What is on disk stays, to go on from."""
        self._send = None
        for arrival in list(self._arrivals.values()):
            self._forget(arrival)
            self._filing.do(partial(arrival.part.sync, self._clock()), _nothing)
            self._filing.do(arrival.part.close, _nothing)

    def _open(self, arrival: Arrival) -> None:
        self._filing.do(arrival.part.open, partial(self._opened, arrival))

    def _opened(self, arrival: Arrival, outcome: int | Path | OSError | UsageError) -> None:
        if self._is_given_up(arrival):
            return
        if isinstance(outcome, Exception):
            self._pause(arrival, outcome)
            return
        if arrival.trouble:
            arrival.trouble = ""
            self._watcher.on_paused(False, arrival.offer.id, "")
        if isinstance(outcome, Path):
            self._complete(arrival)
            return
        self.fetches.begin(arrival.offer, outcome)
        if outcome == arrival.offer.size:
            self._finish(arrival)
        self.ask()

    def _written(self, arrival: Arrival, outcome: Written | OSError | UsageError) -> None:
        arrival.is_syncing = False
        if self._is_given_up(arrival):
            return
        if isinstance(outcome, Exception):
            self._pause(arrival, outcome)
            return
        fetch = self.fetches[arrival.offer.id]
        if fetch.is_paused:
            return
        fetch.safe = max(fetch.safe, outcome.safe)
        if outcome.bytes == arrival.offer.size:
            self._finish(arrival)
        else:
            self.ask()

    def _finish(self, arrival: Arrival) -> None:
        # Whatever of it comes twice from now on is not wanted.
        self.fetches.pause(arrival.offer.id)
        self._filing.do(arrival.part.finish, partial(self._finished, arrival))

    def _finished(self, arrival: Arrival, outcome: bool | OSError | UsageError) -> None:
        if self._is_given_up(arrival):
            return
        if isinstance(outcome, Exception):
            self._pause(arrival, outcome)
        elif outcome:
            self._complete(arrival)
        elif not arrival.is_anew:
            log.warning("%s came damaged; it is fetched anew", arrival.offer.name)
            arrival.is_anew = True
            self._open(arrival)
        else:
            text = tr(
                "“{name}” came damaged twice. Send it again; if that fails too, look after the disks.",
                name=arrival.offer.name,
            )
            self.give_up(arrival.offer.id, text)
            self._watcher.on_failed(False, arrival.offer.id, text)

    def _complete(self, arrival: Arrival) -> None:
        file, size = arrival.offer.id, arrival.offer.size
        self._forget(arrival)
        self._claims[file] = size
        while len(self._claims) > CLAIMS:
            del self._claims[next(iter(self._claims))]
        self._send_if_linked(FileRequest(file=file, offset=size, until=size))
        self._watcher.on_progress(False, file, size, size)
        self._watcher.on_complete(False, file, arrival.part.target)

    def _pause(self, arrival: Arrival, error: OSError | UsageError) -> None:
        self.fetches.pause(arrival.offer.id)
        if not math.isinf(arrival.retry_at):
            return
        arrival.retry_at = self._clock() + RETRY_SECONDS
        assert isinstance(error, OSError)
        trouble = why_not_written(arrival.offer, arrival.folder, error)
        if trouble != arrival.trouble:
            arrival.trouble = trouble
            self._watcher.on_paused(False, arrival.offer.id, trouble)

    def _sync(self, how: Callable[[Part], Callable[[], Written]]) -> None:
        for fetch in self.fetches:
            arrival = self._arrivals[fetch.offer.id]
            if fetch.safe < fetch.received and not (fetch.is_paused or arrival.is_syncing):
                arrival.is_syncing = True
                self._filing.do(how(arrival.part), partial(self._written, arrival))

    def _tell_progress(self, arrival: Arrival, now: float) -> None:
        if now - arrival.told_at >= TOLD_SECONDS:
            arrival.told_at = now
            self._watcher.on_progress(
                False, arrival.offer.id, self.fetches[arrival.offer.id].received, arrival.offer.size
            )

    def _is_given_up(self, arrival: Arrival) -> bool:
        return self._arrivals.get(arrival.offer.id) is not arrival

    def _forget(self, arrival: Arrival) -> None:
        del self._arrivals[arrival.offer.id]
        self.fetches.end(arrival.offer.id)

    def _send_if_linked(self, message: Message) -> None:
        # What cannot be sent now is as good as lost on the way, and is asked again.
        if self._send is not None:
            self._send(messages.encode(message))


def _nothing(outcome: object) -> None:
    """Nobody waits for it."""
