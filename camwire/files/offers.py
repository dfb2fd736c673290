"""Files that a peer may fetch: requests go in, what is to be read and sent comes out. The rules are in `fetches`."""

from dataclasses import dataclass

from camwire.errors import WireError
from camwire.files.flow import CHUNK, LEAD_BYTES
from camwire.messages import FileOffer, FileRequest


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be read and sent next."""

    file: str
    offset: int
    size: int


class Wanted:
    """One file that the peer may fetch, and how far it is."""

    def __init__(self, offer: FileOffer) -> None:
        self.offer = offer
        self.safe = 0
        self.is_complete = False
        self._next = self._until = self._asked_until = 0

    def receive(self, request: FileRequest) -> None:
        """Take a request. Raises WireError when it does not fit the file."""
        if not request.offset <= request.until <= self.offer.size:
            raise WireError(f"a request for {request.offset} to {request.until} of {self.offer.size} bytes of a file")
        is_repeated = request.until <= self._asked_until
        self._next = request.offset if is_repeated else max(self._next, request.offset)
        self._asked_until = request.until
        # However much it asks for: what it does not confirm would only pile up before pictures and lines.
        self._until = min(request.until, request.offset + LEAD_BYTES)
        self.safe = request.offset
        self.is_complete = self.is_complete or self.safe == self.offer.size

    def forget_requests(self) -> None:
        """What was asked for is not to be sent any more."""
        self._next = self._until = self._asked_until = 0

    def next(self) -> Piece | None:
        """The next piece that was asked for, which counts as sent from now on."""
        size = min(self._until - self._next, CHUNK)
        if size <= 0:
            return None
        piece = Piece(self.offer.id, self._next, size)
        self._next += size
        return piece


class Offers:
    """All files that one peer may fetch. Not thread-safe."""

    def __init__(self) -> None:
        self._wanted: dict[str, Wanted] = {}

    def add(self, offer: FileOffer) -> None:
        """Let the peer fetch it."""
        self._wanted[offer.id] = Wanted(offer)

    def withdraw(self, file: str) -> None:
        """Nothing of it is sent any more."""
        self._wanted.pop(file, None)

    def linked(self) -> None:
        """A new connection: what was asked for on another is not sent on this one."""
        for each in self._wanted.values():
            each.forget_requests()

    def receive(self, request: FileRequest) -> Wanted | None:
        """Take a request; returns how far the peer is, None for a file that is not on offer. Raises WireError."""
        wanted = self._wanted.get(request.file)
        if wanted is not None:
            wanted.receive(request)
        return wanted

    def next(self) -> Piece | None:
        """The next piece to be read and sent: of each file in turn."""
        for file, wanted in self._wanted.items():
            piece = wanted.next()
            if piece is not None:
                self._wanted[file] = self._wanted.pop(file)
                return piece
        return None
