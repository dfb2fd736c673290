"""Both ends of a transfer without disks and sockets: what is asked for, what is sent, and what is believed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import limits
from camwire.errors import WireError
from camwire.files.fetches import SILENCE_SECONDS, Fetches
from camwire.files.flow import CHUNK, FIRST_CHUNKS, LEAD_BYTES
from camwire.files.offers import Offers, Piece
from camwire.messages import FileChunk, FileOffer, FileRequest

STEP_SECONDS = 0.01
PATIENCE = 20_000


def offer_of(size: int, file: str = "a") -> FileOffer:
    return FileOffer(id=file, name=f"{file}.bin", size=size, sha256="0" * 64)


def chunk_of(piece: Piece) -> tuple[FileChunk, list[bytes]]:
    return FileChunk(file=piece.file, offset=piece.offset), [b"", bytes(piece.size)]


def fetching(size: int, begun: int = 0) -> tuple[Fetches, FileRequest]:
    """One fetch and its first request."""
    fetches = Fetches()
    fetches.begin(offer_of(size), begun)
    (request,) = fetches.requests(0.0)
    return fetches, request


def offering(*sizes: int) -> Offers:
    """The files a, b, … on offer."""
    offers = Offers()
    for file, size in zip("abcdef", sizes, strict=False):
        offers.add(offer_of(size, file))
    return offers


def pieces(offers: Offers) -> list[Piece]:
    """Everything that may be sent now."""
    return list(iter(offers.next, None))


class Sender:
    """Content on offer, in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.restart()

    def restart(self) -> None:
        self.offers = offering(len(self.content))


class Receiver:
    """What came: in memory, on its way to the disk, and safe there."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.content = bytearray()
        self.restart(0)

    def restart(self, kept: int) -> None:
        """Begin again with what is on disk, of which the last may have been lost."""
        self.content = self.content[:kept]
        self.fetches = Fetches()
        self.fetches.begin(offer_of(self.size), kept)

    def receive(self, chunk: FileChunk, payload: bytes, now: float) -> None:
        arrived = self.fetches.receive(chunk, [b"", payload], now)
        if arrived is not None:
            assert arrived.offset == len(self.content)
            self.content += arrived.payload

    def save(self) -> None:
        self.fetches["a"].safe = len(self.content)


class Wire:
    """A sender, a receiver, and what is under way between them."""

    def __init__(self, content: bytes) -> None:
        self.now = 0.0
        self.sender = Sender(content)
        self.receiver = Receiver(len(content))
        self.requests: list[FileRequest] = []
        self.chunks: list[tuple[FileChunk, bytes]] = []

    def step(self) -> None:
        self.now += STEP_SECONDS
        self.requests += self.receiver.fetches.requests(self.now)
        while (piece := self.sender.offers.next()) is not None:
            payload = self.sender.content[piece.offset : piece.offset + piece.size]
            self.chunks.append((FileChunk(file="a", offset=piece.offset), payload))

    def deliver_request(self, index: int) -> None:
        if self.requests:
            self.sender.offers.receive(self.requests.pop(index % len(self.requests)))

    def deliver_chunk(self, index: int) -> None:
        if self.chunks:
            chunk, payload = self.chunks.pop(index % len(self.chunks))
            self.receiver.receive(chunk, payload, self.now)

    def relink(self) -> None:
        self.sender.offers.linked()
        self.receiver.fetches.linked()

    def cut(self) -> None:
        self.requests.clear()
        self.chunks.clear()
        self.relink()

    def disturb(self, what: int, chance: random.Random) -> None:
        """One of the things that happen to connections and programs."""
        index = chance.randrange(1000)
        match what:
            case 0:
                self.cut()
            case 1:
                # One end noticed nothing of it, and what was under way comes all the same.
                self.receiver.fetches.linked()
            case 2:
                self.relink()
            case 3 if self.requests:
                del self.requests[index % len(self.requests)]
            case 4 if self.chunks:
                del self.chunks[index % len(self.chunks)]
            case 5 if self.requests:
                self.requests.append(self.requests[index % len(self.requests)])
            case 6 if self.chunks:
                self.chunks.append(self.chunks[index % len(self.chunks)])
            case 7:
                self.receiver.restart(chance.randint(0, len(self.receiver.content)))
                self.cut()
            case 8:
                self.sender.restart()
                self.cut()
            case 9:
                self.receiver.save()
            case 10:
                self.deliver_request(index)
            case 11:
                self.deliver_chunk(index)
            case _:
                self.deliver_request(0)
                self.deliver_chunk(0)

    def settle(self) -> None:
        """Nothing is lost any more. Fails if the file is never here."""
        for _ in range(PATIENCE):
            if len(self.receiver.content) == self.receiver.size:
                return
            self.step()
            while self.requests or self.chunks:
                self.deliver_request(0)
                self.deliver_chunk(0)
            self.receiver.save()
        raise AssertionError("the file never comes to an end")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 40 * CHUNK), st.lists(st.integers(0, 16), max_size=120), st.integers(0, 2**32))
def test_that_whatever_happens_the_file_comes_as_it_is(size: int, happenings: list[int], seed: int) -> None:
    chance = random.Random(seed)
    wire = Wire(chance.randbytes(size))
    for what in happenings:
        wire.step()
        wire.disturb(what, chance)
    wire.settle()
    assert bytes(wire.receiver.content) == wire.sender.content


@given(st.integers(1, 20 * CHUNK), st.data())
def test_that_a_file_goes_on_at_any_offset(size: int, data: st.DataObject) -> None:
    begun = data.draw(st.integers(0, size))
    wire = Wire(bytes(range(256)) * (size // 256) + bytes(size % 256))
    wire.receiver.content[:] = wire.sender.content
    wire.receiver.restart(begun)
    wire.settle()
    assert bytes(wire.receiver.content) == wire.sender.content


def test_that_the_first_request_says_what_is_here() -> None:
    _, request = fetching(10 * CHUNK, begun=100)
    assert request == FileRequest(file="a", offset=100, until=100 + FIRST_CHUNKS * CHUNK)


def test_that_nothing_is_asked_for_beyond_the_end() -> None:
    _, request = fetching(CHUNK + 5)
    assert request.until == CHUNK + 5


def test_that_a_request_leads_to_chunks_up_to_its_end_and_no_further() -> None:
    offers = offering(10 * CHUNK)
    offers.receive(FileRequest(file="a", offset=0, until=2 * CHUNK + 7))
    assert pieces(offers) == [Piece("a", 0, CHUNK), Piece("a", CHUNK, CHUNK), Piece("a", 2 * CHUNK, 7)]


def test_that_a_rising_request_goes_on_and_a_repeated_one_goes_back() -> None:
    offers = offering(10 * CHUNK)
    offers.receive(FileRequest(file="a", offset=0, until=2 * CHUNK))
    pieces(offers)
    offers.receive(FileRequest(file="a", offset=0, until=3 * CHUNK))
    assert pieces(offers) == [Piece("a", 2 * CHUNK, CHUNK)]
    offers.receive(FileRequest(file="a", offset=CHUNK, until=3 * CHUNK))
    assert [piece.offset for piece in pieces(offers)] == [CHUNK, 2 * CHUNK]


def test_that_a_greedy_request_gets_no_more_than_the_lead() -> None:
    offers = offering(limits.FILE_BYTES)
    offers.receive(FileRequest(file="a", offset=0, until=limits.FILE_BYTES))
    assert sum(piece.size for piece in pieces(offers)) == LEAD_BYTES


def test_that_files_are_sent_in_turn() -> None:
    offers = offering(CHUNK * 9, CHUNK * 9)
    for file in "ab":
        offers.receive(FileRequest(file=file, offset=0, until=2 * CHUNK))
    assert [piece.file for piece in pieces(offers)] == ["a", "b", "a", "b"]


def test_that_an_unknown_file_is_not_there() -> None:
    assert offering(1).receive(FileRequest(file="z", offset=0, until=1)) is None


def test_that_a_request_at_the_end_completes_the_file() -> None:
    wanted = offering(7).receive(FileRequest(file="a", offset=7, until=7))
    assert wanted is not None
    assert wanted.is_complete


def test_that_what_is_lost_is_asked_for_again_after_a_silence() -> None:
    fetches, request = fetching(10 * CHUNK)
    assert fetches.requests(SILENCE_SECONDS - 0.1) == []
    assert fetches.requests(SILENCE_SECONDS) == [request]
    assert fetches.requests(SILENCE_SECONDS + 0.1) == []
    assert fetches.requests(2 * SILENCE_SECONDS) == [request]


def test_that_a_gap_is_asked_for_again_at_once_but_only_once() -> None:
    fetches, request = fetching(10 * CHUNK)
    fetches.receive(*chunk_of(Piece("a", CHUNK, CHUNK)), 0.1)
    assert fetches.requests(0.1) == [request]
    fetches.receive(*chunk_of(Piece("a", CHUNK, CHUNK)), 0.2)
    assert fetches.requests(0.2) == []


def test_that_only_a_few_files_come_at_once_and_the_others_follow() -> None:
    fetches = Fetches()
    for file in "abc":
        fetches.begin(offer_of(CHUNK, file), 0)
    assert [request.file for request in fetches.requests(0.0)] == ["a", "b"]
    fetches.receive(*chunk_of(Piece("a", 0, CHUNK)), 0.1)
    assert [request.file for request in fetches.requests(0.1)] == ["c"]


def test_that_a_paused_file_lets_others_pass() -> None:
    fetches = Fetches()
    for file in "abc":
        fetches.begin(offer_of(9 * CHUNK, file), 0)
    fetches.pause("a")
    fetches.pause("b")
    assert [request.file for request in fetches.requests(0.0)] == ["c"]


def test_that_no_more_is_asked_for_than_lies_within_the_lead_of_what_is_safe() -> None:
    wire = Wire(bytes(2 * LEAD_BYTES))
    for _ in range(1000):
        wire.step()
        while wire.requests or wire.chunks:
            wire.deliver_request(0)
            wire.deliver_chunk(0)
    assert len(wire.receiver.content) == LEAD_BYTES
    wire.settle()


@pytest.mark.parametrize(
    "request_",
    [
        FileRequest(file="a", offset=0, until=101),
        FileRequest(file="a", offset=101, until=101),
        FileRequest(file="a", offset=50, until=49),
    ],
)
def test_that_a_request_that_does_not_fit_the_file_is_refused(request_: FileRequest) -> None:
    with pytest.raises(WireError, match="of 100 bytes"):
        offering(100).receive(request_)


@pytest.mark.parametrize(
    ("offset", "parts", "why"),
    [
        (0, [b""], "1 parts"),
        (0, [b"", b"x", b"y"], "3 parts"),
        (0, [b"", b""], "0 bytes"),
        (0, [b"", bytes(CHUNK + 1)], "65537 bytes"),
        (2 * CHUNK, [b"", b"x"], "were asked for"),
        (2**62, [b"", b"x"], "were asked for"),
    ],
)
def test_that_a_chunk_nobody_asked_for_is_refused(offset: int, parts: list[bytes], why: str) -> None:
    fetches, _ = fetching(10 * CHUNK)
    with pytest.raises(WireError, match=why):
        fetches.receive(FileChunk(file="a", offset=offset), parts, 0.0)


@given(st.lists(st.tuples(st.sampled_from("abz"), st.integers(0, 2**62), st.integers(0, 2**62)), max_size=30))
def test_that_no_request_does_worse_than_a_wire_error(requests: list[tuple[str, int, int]]) -> None:
    offers = offering(3 * CHUNK, 0)
    for file, offset, until in requests:
        try:
            offers.receive(FileRequest(file=file, offset=offset, until=until))
        except WireError:
            continue
        assert all(0 < piece.size <= CHUNK and piece.offset + piece.size <= 3 * CHUNK for piece in pieces(offers))


@given(st.lists(st.tuples(st.sampled_from("az"), st.integers(0, 2**62), st.integers(0, CHUNK + 1)), max_size=30))
def test_that_no_chunk_does_worse_than_a_wire_error(chunks: list[tuple[str, int, int]]) -> None:
    fetches, _ = fetching(3 * CHUNK)
    there = 0
    for file, offset, size in chunks:
        try:
            arrived = fetches.receive(FileChunk(file=file, offset=offset), [b"", bytes(size)], 0.0)
        except WireError:
            continue
        if arrived is not None:
            assert arrived.offset == there
            there += len(arrived.payload)


def test_that_nothing_is_asked_for_while_it_is_held() -> None:
    fetches = Fetches()
    fetches.begin(offer_of(CHUNK), 0)
    fetches.flow.hold(5.0)
    assert fetches.requests(4.9) == []
    assert len(fetches.requests(5.0)) == 1
